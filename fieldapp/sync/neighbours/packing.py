"""Which of this laptop's pages a neighbour should get, and which it may let go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from fieldapp.journal import hub_link
from fieldapp.journal.journal import Journal
from fieldapp.journal.pages import pages
from fieldapp.sync import letters
from fieldapp.wire.bundle import write_bundle
from fieldapp.wire.neighbour import Held, Parcel
from fieldapp.wire.seal import SealedFrame

PAGE_BYTES = 16 * 1024
"""A parcel is one page: small enough to pass a bad link later in one piece."""
MOST_BYTES = 4 * 1024 * 1024
"""At one meeting, each way."""


def may_go(journal: Journal, held: Iterable[Held]) -> list[bytes]:
    """The ends of parcels that the hub has confirmed to us, event by event of our own branch."""
    confirmed = hub_link.confirmed_heads(journal)
    return [
        place.last_hash
        for place in held
        if _is_ours(journal, place) and place.last_seq <= confirmed.get(place.epoch, 0)
    ]


def pack(journal: Journal, held: Iterable[Held], hub_box_key: bytes) -> list[Parcel]:
    """What neither the hub has confirmed nor the neighbour holds, sealed page by page."""
    after = _covered(journal, held)
    frames = pages(journal, after, PAGE_BYTES, MOST_BYTES)
    return [_parcel(journal, frame, hub_box_key) for frame in frames]


def _covered(journal: Journal, held: Iterable[Held]) -> Mapping[bytes, int]:
    """By epoch, up to where no event is missing between what the hub and the neighbour hold."""
    after = hub_link.confirmed_heads(journal)
    for place in sorted(held, key=lambda one: one.first_seq):
        reached = after.get(place.epoch, 0)
        if place.first_seq <= reached + 1 and _is_ours(journal, place):
            after[place.epoch] = max(reached, place.last_seq)
    return after


def _is_ours(journal: Journal, place: Held) -> bool:
    return hub_link.hash_at(journal, place.epoch, place.last_seq) == place.last_hash


def _parcel(journal: Journal, frame: SealedFrame, hub_box_key: bytes) -> Parcel:
    end = hub_link.hash_at(journal, frame.epoch, frame.last_seq) or b""
    doses = letters.doses_in(frame, 0)
    place = Held(frame.epoch, frame.first_seq, frame.last_seq, end, doses)
    return Parcel(place, write_bundle([frame], hub_box_key))
