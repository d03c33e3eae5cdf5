"""Mistakes of laptops that meet, and of clocks and versions that differ."""

from __future__ import annotations

from typing import Any

from fieldapp.hub import hand_in
from fieldapp.hub.ingest import Taken
from fieldapp.journal import hub_link, parcels, standing
from fieldapp.sync import run
from fieldapp.sync.exchange import begin
from fieldapp.sync.neighbours import forward, lists, packing
from fieldapp.sync.outcome import DONE
from fieldapp.wire.errors import Undecodable
from fieldapp.wire.events import decode_header
from tests.simulation.mutants.believing import believe
from tests.simulation.mutants.hubs import sign_for_all_that_came
from tests.simulation.mutants.planting import Planted

_KNOWN_TYPES = 128


def laptop_takes_a_meeting_for_the_hubs_word(planted: Planted) -> None:
    sent: dict[bytes, int] = {}

    def pack(journal: Any, held: Any, hub_box_key: bytes) -> Any:
        packed = original(journal, held, hub_box_key)
        for parcel in packed:
            place = parcel.place
            sent[place.epoch] = max(sent.get(place.epoch, 0), place.last_seq)
        return packed

    believe(planted, sent)
    original = planted.set(packing, "pack", pack)


def laptop_lets_parcels_go_once_they_are_sent(planted: Planted) -> None:
    def take(journal: Any, receipts: Any, asked: Any) -> Any:
        settled = original(journal, receipts, asked)
        for one in asked:
            parcels.settle(journal, one.no)
        return settled

    original = planted.set(forward, "take_receipts", take)


def laptop_holds_one_parcel_a_number(planted: Planted) -> None:
    def take(j: Any, device: int, parcel: Any) -> bool:
        place = parcel.place
        same = [
            one
            for one in parcels.held(j, device)
            if (one.place.epoch, one.place.last_seq) == (place.epoch, place.last_seq)
        ]
        return False if same else bool(original(j, device, parcel))

    original = planted.set(parcels, "take", take)


def laptop_asks_the_hubs_clock_which_receipt_is_newest(planted: Planted) -> None:
    def newer(receipt: Any, asked: int | None, now: Any) -> bool:
        return bool(receipt.hub_time >= now.hub_time)

    planted.set(standing, "_is_newer", newer)


def laptop_says_done_whatever_was_recorded_meanwhile(planted: Planted) -> None:
    def once(under_way: Any) -> None:
        log = run.JournalLog(under_way.journal)
        course = begin(hub_link.confirmed_heads(under_way.journal), under_way.pace)
        run._push_all(under_way, log, course)
        forward.forward(under_way.journal, under_way.trip, under_way.cancelled)

    planted.set(run, "_exchange", once)
    planted.set(run, "MORE_CAME", DONE)


def hub_drops_the_types_of_a_later_program(planted: Planted) -> None:
    def take(trees: Any, page: Any, *, now_s: int, late: bool) -> Taken:
        if any(map(_is_of_later, page.entries)):
            return Taken.KNOWN
        taken: Taken = original(trees, page, now_s=now_s, late=late)
        return taken

    original = planted.set(hand_in, "take_in", take)
    sign_for_all_that_came(planted)


def _is_of_later(entry: Any) -> bool:
    try:
        return decode_header(entry.header).type > _KNOWN_TYPES
    except Undecodable:
        return False


def laptop_takes_the_neighbours_list_for_the_newer_one(planted: Planted) -> None:
    """Whoever has a list of a kind is told nothing more of it."""

    def newer_here(journal: Any, theirs: Any) -> Any:
        return [
            raw
            for name, on in lists._handed_on()
            if name not in theirs
            for raw in on.newer_than(journal, 0)
        ]

    planted.set(lists, "_newer_here", newer_here)


MISTAKES = (
    laptop_takes_a_meeting_for_the_hubs_word,
    laptop_lets_parcels_go_once_they_are_sent,
    laptop_holds_one_parcel_a_number,
    laptop_asks_the_hubs_clock_which_receipt_is_newest,
    laptop_says_done_whatever_was_recorded_meanwhile,
    hub_drops_the_types_of_a_later_program,
    laptop_takes_the_neighbours_list_for_the_newer_one,
)
