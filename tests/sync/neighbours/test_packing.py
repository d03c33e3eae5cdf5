"""A neighbour gets what neither it nor the hub has, and lets go of what the hub confirmed."""

from __future__ import annotations

from dataclasses import replace

from fieldapp.journal import hub_link
from fieldapp.sync.neighbours.packing import PAGE_BYTES, may_go, pack
from fieldapp.wire.bundle import peek
from fieldapp.wire.neighbour import MAX_PARCEL_BYTES, Held
from tests.sync.neighbours.fleet import Boat, Fleet


def packed(boat: Boat, *held: Held) -> list[tuple[int, int, int]]:
    """First, last and doses of every parcel."""
    key = boat.road.world.store.keys.box_public
    made = pack(boat.journal, held, key)
    for parcel in made:
        (span,) = peek(parcel.bundle).spans
        assert (span.first_seq, span.last_seq) == (parcel.place.first_seq, parcel.place.last_seq)
        assert len(parcel.bundle) < min(MAX_PARCEL_BYTES, 2 * PAGE_BYTES)
    return [(p.place.first_seq, p.place.last_seq, p.place.doses) for p in made]


def place(boat: Boat, first: int, last: int) -> Held:
    epoch = boat.journal.head().epoch
    return Held(epoch, first, last, hub_link.hash_at(boat.journal, epoch, last) or b"", 0)


def test_what_the_hub_confirmed_is_not_packed(boats: Fleet) -> None:
    boat = boats.boat("Boat 1")
    confirmed = boat.journal.head().seq
    assert packed(boat) == []
    boat.record(3)
    assert packed(boat) == [(confirmed + 1, confirmed + 6, 3)]


def test_only_what_joins_on_to_what_is_held_counts_as_held(boats: Fleet) -> None:
    boat = boats.boat("Boat 1", synced=False)
    boat.record(10)
    last = boat.journal.head().seq
    assert packed(boat, place(boat, 1, 5))[0][0] == 6
    assert packed(boat, place(boat, 6, 9), place(boat, 1, 5))[0][0] == 10
    assert packed(boat, place(boat, 7, 9), place(boat, 1, 5))[0][0] == 6
    foreign = replace(place(boat, 1, last), last_hash=bytes(32))
    assert packed(boat, foreign) == packed(boat)


def test_a_long_backlog_goes_in_several_parcels(boats: Fleet) -> None:
    boat = boats.boat("Boat 1", synced=False)
    boat.record(1500, "名字各不相同的人")
    made = packed(boat)
    assert len(made) > 1
    assert sum(doses for _, _, doses in made) == 1500
    assert [first for first, _, _ in made[1:]] == [last + 1 for _, last, _ in made[:-1]]


def test_only_what_is_confirmed_and_ours_may_go(boats: Fleet) -> None:
    boat = boats.boat("Boat 1")
    confirmed = boat.journal.head().seq
    boat.record(1)
    ours, waiting = place(boat, 1, confirmed), place(boat, 1, confirmed + 1)
    foreign = replace(ours, last_hash=bytes(32))
    assert may_go(boat.journal, [ours, waiting, foreign]) == [ours.last_hash]
