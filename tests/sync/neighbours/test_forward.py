"""What is held for neighbours reaches the hub unopened, after our own, and blocks nothing."""

from __future__ import annotations

import pytest

from fieldapp.hub.devices import revoke
from fieldapp.journal import homebound, parcels
from fieldapp.journal.incidents import incidents
from fieldapp.sync import exchange, run
from fieldapp.sync.errors import Revoked
from fieldapp.sync.neighbours.forward import AGAIN_AFTER_S
from fieldapp.sync.outcome import DONE, MORE_CAME
from fieldapp.wire.bundle import write_bundle
from fieldapp.wire.messages import decode_sync_request
from fieldapp.wire.neighbour import Held, Parcel
from fieldapp.wire.receipt import read_receipt
from fieldapp.wire.seal import SealedFrame
from tests.hub.fake_laptop import NOW_S, FakeLaptop
from tests.sync.neighbours.fleet import Boat, Fleet, meeting


def hold(boat: Boat, owner: FakeLaptop, first: int, last: int) -> Parcel:
    """Have a boat hold some pages of a made-up laptop."""
    place = Held(owner.epoch, first, last, owner.hash_at(last), 0)
    bundle = write_bundle([owner.page(first, last)], boat.road.world.store.keys.box_public)
    parcel = Parcel(place, bundle)
    assert parcels.take(boat.journal, owner.device, parcel)
    return parcel


def bundles(boat: Boat) -> list[bytes]:
    return [decode_sync_request(body).bundle for body in boat.road.bodies]


def test_the_bundle_goes_byte_for_byte_and_after_our_own(boats: Fleet) -> None:
    boat, owner = boats.boat("Boat 1"), boats.world.laptop()
    parcel = hold(boat, owner, 1, owner.seq)
    boat.record(1)
    outcome = boat.sync()
    assert bundles(boat)[-1] == parcel.bundle
    assert (outcome.happened, outcome.sent, parcels.held(boat.journal)) == (DONE, 1, [])
    (raw,) = homebound.for_home(boat.journal, owner.device)
    receipt = read_receipt(raw, boats.world.verify_key)
    assert (receipt.device, receipt.head_hash) == (owner.device, owner.head.hash)


def test_a_laptop_that_was_shut_out_still_hands_in_what_it_holds_for_others(boats: Fleet) -> None:
    boat, owner = boats.boat("Boat 1"), boats.world.laptop()
    boat.sync()
    hold(boat, owner, 1, owner.seq)
    revoke(boats.world.store.folder, boat.device, now_s=NOW_S)
    with pytest.raises(Revoked):
        boat.sync()
    assert parcels.held(boat.journal) == []
    assert homebound.for_home(boat.journal, owner.device)


def test_pages_without_their_parent_stay_and_are_offered_again_after_a_day(boats: Fleet) -> None:
    boat, owner = boats.boat("Boat 1"), boats.world.laptop()
    for _ in range(4):
        owner.register("Test Person")
    hold(boat, owner, 3, owner.seq)
    boat.sync()
    (one,) = parcels.held(boat.journal)
    assert one.handed_in_s is not None
    sent = len([bundle for bundle in bundles(boat) if bundle])
    boat.sync()
    assert len([bundle for bundle in bundles(boat) if bundle]) == sent
    boat.clock.pass_s(AGAIN_AFTER_S)
    boat.road.world.push(owner, owner.page(1, 2))
    boat.sync()
    assert parcels.held(boat.journal) == []


def test_a_parcel_that_nobody_can_read_holds_up_no_other(boats: Fleet) -> None:
    boat, owner = boats.boat("Boat 1"), boats.world.laptop()
    place = Held(b"epoch-zz", 1, 2, bytes(32), 0)
    frame = SealedFrame(owner.device, b"epoch-zz", 1, 2, 0, bytes(64), b"nonsense")
    damaged = write_bundle([frame], bytes(boats.world.store.keys.box_public))
    parcels.take(boat.journal, owner.device, Parcel(place, damaged[:-5] + bytes(5)))
    hold(boat, owner, 1, owner.seq)
    assert boat.sync().happened == DONE
    assert [one.place.epoch for one in parcels.held(boat.journal)] == [b"epoch-zz"]


def test_whoever_records_while_neighbours_pages_travel_is_not_told_that_all_is_done(
    boats: Fleet,
) -> None:
    boat, owner = boats.boat("Boat 1"), boats.world.laptop()
    hold(boat, owner, 1, owner.seq)
    more = [2]

    def record() -> None:
        if decode_sync_request(boat.road.bodies[-1]).bundle and more:
            boat.record(more.pop())

    boat.road.then = record
    assert (boat.sync().happened, boat.counts()) == (DONE, (0, 2))


def test_what_comes_at_the_very_last_is_said_to_wait(
    boats: Fleet, monkeypatch: pytest.MonkeyPatch
) -> None:
    boat = boats.boat("Boat 1")

    def record_and_forward(*_: object) -> None:
        monkeypatch.setattr(exchange, "is_done", lambda course, heads: True)
        boat.record(1)

    monkeypatch.setattr(run, "forward", record_and_forward)
    outcome = boat.sync()
    assert (outcome.happened, outcome.waiting) == (MORE_CAME, 1)


def test_two_neighbours_may_carry_the_same_pages(boats: Fleet) -> None:
    owner, one, other = (boats.boat(f"Boat {n}") for n in (1, 2, 3))
    owner.record(3)
    meeting(owner, one)
    meeting(owner, other)
    assert (one.sync().carried, other.sync().carried) == (3, 3)
    assert boats.world.numbers()["confirmed"] == 3
    here, _ = meeting(owner, other)
    assert (here.confirmed, owner.counts()) == (3, (0, 3))
    assert meeting(owner, one)[0].confirmed == 0
    assert incidents(owner.journal) == []


def test_nothing_is_asked_for_when_nothing_is_held(boats: Fleet) -> None:
    boat = boats.boat("Boat 1")
    before = len(boat.road.bodies)
    boat.sync()
    assert len(boat.road.bodies) == before + 1
