"""Segments are kept in one line; a snapshot stands where the line was and lets it go on."""

from __future__ import annotations

from fieldapp.hub.regions import segments
from fieldapp.wire.lease import NamedKey
from fieldapp.wire.roster_people import RosterPerson
from fieldapp.wire.segment import BEFORE_THE_FIRST, Content, Place, hash_of
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S

KEY = NamedKey("region/north", 1, b"k" * 32)


def line(world: World, count: int) -> None:
    with world.store.writing() as connection:
        end = segments.end_of(connection, "north")
        rows = segments.make_line(world.store.keys, "north", end, [Content()] * count, KEY, NOW_S)
        segments.add(connection, rows)


def test_each_goes_on_from_the_one_before(world: World) -> None:
    line(world, 2)
    line(world, 1)
    with world.store.reading() as connection:
        assert segments.end_of(connection, "north").number == 3
        raws = list(segments.line_after(connection, "north", 0))
        assert segments.end_of(connection, "north").hash == hash_of(raws[-1])
        assert segments.end_of(connection, "south") == segments.End()
        assert list(segments.line_after(connection, "north", 2)) == raws[2:]
        assert segments.bytes_after(connection, "north", 2) == len(raws[2])
        assert segments.published_regions(connection) == ["north"]
    assert raws[0] != raws[1]


def test_a_snapshot_takes_the_place_of_the_line(world: World) -> None:
    line(world, 2)
    keys = world.store.keys
    with world.store.writing() as connection:
        end = segments.end_of(connection, "north")
        place = Place("north", end.number, end.hash, 1, 1)
        segments.add(connection, [segments.make(keys, place, NOW_S, Content(), KEY)])
        segments.drop_line(connection, "north", end.number)
        assert segments.end_of(connection, "north") == end, "the line goes on by the same hash"
        assert segments.read(connection, "north", 1) is None
        found = segments.newest_snapshot(connection, "north")
        assert found is not None
        assert (found.number, found.parts) == (2, 1)
        assert len(list(segments.snapshot_parts(connection, "north", found, 0))) == 1
        segments.drop_snapshots(connection, "north")
        assert segments.newest_snapshot(connection, "north") is None
    assert end.hash != BEFORE_THE_FIRST


def test_people_are_cut_with_namesakes_side_by_side_and_who_is_gone_first() -> None:
    people = [
        RosterPerson(n.to_bytes(16, "big"), "李王"[n % 2]) for n in range(segments.MOST_PEOPLE + 2)
    ]
    first, second = segments.contents_of(people, [b"g" * 16])
    assert (first.gone, second.gone) == ((b"g" * 16,), ())
    assert len(first.people) == segments.MOST_PEOPLE
    names = [person.name for person in (*first.people, *second.people)]
    assert names == sorted(names)
    assert segments.contents_of([], [b"g" * 16]) == [Content((), (b"g" * 16,))]
