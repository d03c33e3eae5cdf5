"""Two laptops hold each other's pages, count the same, and bring the hub's receipts home."""

from __future__ import annotations

import threading
import time
from datetime import date, datetime

import pytest

from fieldapp.domain.client import Document
from fieldapp.domain.errors import FieldAppError
from fieldapp.journal import hub_link, parcels, sightings
from fieldapp.journal.backup import backup, restore
from fieldapp.journal.verify import verify
from fieldapp.sync.errors import SyncRunning
from fieldapp.sync.neighbours import line, packing
from fieldapp.sync.neighbours.errors import CountsDiffer, NeighbourBusy, NeighbourFull, NoRoomHere
from fieldapp.sync.neighbours.meeting import MET
from fieldapp.sync.neighbours.proving import Talk
from fieldapp.sync.neighbours.tally import Met
from fieldapp.sync.turn import turn
from fieldapp.wire.bundle import read_bundle
from fieldapp.wire.neighbour import Handed, Message, Refusal, Sum
from tests.journal.laptop import give, register
from tests.sync.neighbours.fleet import Boat, Fleet, meeting, try_to_meet

TODAY = date(2021, 6, 30)


def doses_at_hub(boats: Fleet) -> int:
    return boats.world.numbers().get("confirmed", 0)


def test_both_ends_show_the_same_tally(two: tuple[Boat, Boat]) -> None:
    one, other = two
    one.record(5)
    other.record(3)
    here, there = meeting(one, other)
    assert here.given == there.taken == Sum(1, 10, 5)
    assert here.taken == there.given == Sum(1, 6, 3)
    assert (here.it_holds, here.we_hold) == (there.we_hold, there.it_holds)
    assert (here.name, there.name) == ("Boat 2", "Boat 1")
    assert (here.seen, there.seen) == (3, 5)
    assert one.counts() == (5, 0), "nothing is confirmed by a neighbour"
    assert hub_link.attempts(one.journal, 1)[0].happened == MET


def test_a_neighbour_holds_what_only_the_hub_can_read(boats: Fleet, two: tuple[Boat, Boat]) -> None:
    one, other = two
    register(one.journal, "Secret Name")
    meeting(one, other)
    (held,) = parcels.held(other.journal)
    bundle = parcels.bundle_of(other.journal, held.no) or b""
    assert b"Secret" not in bundle
    (page,) = read_bundle(bundle, boats.world.store.keys.box_private)
    assert (page.device, page.last_seq) == (one.device, one.journal.head().seq)


def test_meeting_again_hands_over_only_what_is_new(two: tuple[Boat, Boat]) -> None:
    one, other = two
    one.record(4)
    meeting(one, other)
    here, _ = meeting(other, one)
    assert (here.taken, here.we_hold.doses) == (Sum(), 4)
    one.record(1)
    here, there = meeting(one, other)
    assert (here.given, there.we_hold) == (Sum(1, 2, 1), Sum(2, 10, 5))


def test_the_road_to_the_hub_and_back_leads_through_the_neighbour(
    boats: Fleet, two: tuple[Boat, Boat]
) -> None:
    one, other = two
    one.road.up = False
    one.record(4)
    meeting(one, other)
    outcome = other.sync()
    assert (outcome.carried, doses_at_hub(boats), other.holds_of(one)) == (4, 4, [])
    assert one.counts() == (4, 0)
    one.record(1, "later")
    here, there = meeting(one, other)
    assert (here.confirmed, there.receipts, one.counts()) == (4, 1, (1, 4))
    assert (here.given.doses, there.we_hold.doses) == (1, 1)
    assert verify(one.journal).problems == verify(other.journal).problems == ()
    again, brought = meeting(one, other)
    assert (again.confirmed, brought.receipts) == (0, 0)


def test_what_the_owner_brought_itself_is_let_go(two: tuple[Boat, Boat]) -> None:
    one, other = two
    one.record(4)
    meeting(one, other)
    one.sync()
    here, there = meeting(one, other)
    assert (here.it_holds, there.we_hold, other.holds_of(one)) == (Sum(), Sum(), [])


def test_what_the_owner_brought_itself_does_not_travel_again(two: tuple[Boat, Boat]) -> None:
    one, other = two
    one.record(4)
    meeting(one, other)
    one.sync()
    before = len(other.road.bodies)
    other.sync()
    sent = other.road.bodies[before:]
    assert other.holds_of(one) == []
    assert all(len(body) < 400 for body in sent), "only the end was named"


def test_after_a_return_to_the_past_both_branches_are_held(
    boats: Fleet, two: tuple[Boat, Boat]
) -> None:
    one, other = two
    one.record(2)
    copy = boats.folder / "copy"
    backup(one.journal, copy)
    one.record(3, "lost")
    meeting(one, other)
    one.laptop.close()
    one.laptop.home = boats.folder / "restored"
    restore(copy, one.laptop.home)
    one.journal = one.laptop.open()
    one.record(1, "after")
    here, _ = meeting(one, other)
    assert here.given.doses == 1 + 2
    other.sync()
    assert doses_at_hub(boats) == 2 + 3 + 1


def test_who_was_seen_today_is_known_to_the_other_lane(two: tuple[Boat, Boat]) -> None:
    one, other = two
    passport = Document("passport", "TEST77")
    give(
        one.journal,
        register(one.journal, "Test Person", passport),
        occurred=datetime(2021, 6, 30, 9, 0),
    )
    meeting(other, one)
    there = register(other.journal, "T. Person", passport)
    seen = sightings.sighting_of_client(other.journal, there, TODAY)
    assert seen is not None
    assert (seen.team, seen.minute, seen.sure) == ("Boat 1", 540, True)
    kept = b"".join(bytes(t) for (t,) in other.journal.db.rows("SELECT token FROM sighting"))
    assert b"TEST77" not in kept


def test_while_a_sync_runs_a_meeting_waits_its_turn(two: tuple[Boat, Boat]) -> None:
    one, other = two
    with turn(one.laptop.home):
        called, listened = try_to_meet(one, other)
    assert isinstance(called, SyncRunning)
    assert isinstance(listened, NeighbourBusy)
    meeting(one, other)


def test_a_neighbour_without_room_says_so(
    two: tuple[Boat, Boat], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = two
    one.record(1)
    monkeypatch.setattr(parcels, "MOST_BYTES", 10)
    called, listened = try_to_meet(one, other)
    assert isinstance(called, NeighbourFull)
    assert isinstance(listened, NoRoomHere)
    assert one.counts() == (1, 0)


def test_a_slow_neighbour_is_heard_out_before_it_is_refused(
    two: tuple[Boat, Boat], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = two
    one.record(1)
    monkeypatch.setattr(parcels, "MOST_BYTES", 10)
    refused, original = threading.Event(), Talk.say

    def slowly(self: Talk, message: Message) -> None:
        if isinstance(message, Handed):
            refused.wait(5)
            time.sleep(0.3)  # time enough to close the line
        original(self, message)
        if isinstance(message, Refusal):
            refused.set()

    monkeypatch.setattr(Talk, "say", slowly)
    called, listened = try_to_meet(one, other)
    assert isinstance(called, NeighbourFull)
    assert isinstance(listened, NoRoomHere)


def test_counts_that_differ_are_said_at_both_ends(
    two: tuple[Boat, Boat], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = two
    one.record(1)
    monkeypatch.setattr(packing, "may_go", lambda *_: [])
    original = parcels.take
    monkeypatch.setattr(parcels, "take", lambda *words: original(*words) and False)
    for end in try_to_meet(one, other):
        assert isinstance(end, CountsDiffer)


def test_a_meeting_that_breaks_off_anywhere_loses_nothing(two: tuple[Boat, Boat]) -> None:
    one, other = two
    one.record(3)
    other.record(2)
    for cut_after in range(8):
        _break_after(cut_after, one, other)
    here, there = meeting(one, other)
    assert (here.it_holds.doses, there.it_holds.doses) == (3, 2)
    assert here.it_holds == there.we_hold


def _break_after(messages: int, one: Boat, other: Boat) -> None:
    sent = 0
    original = line.SocketLine.send

    def send(self: line.SocketLine, message: bytes) -> None:
        nonlocal sent
        sent += 1
        if sent > messages:
            self._connection.close()
        original(self, message)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(line.SocketLine, "send", send)
        ends = try_to_meet(one, other)
    assert any(isinstance(end, FieldAppError) for end in ends) or isinstance(ends[0], Met)
