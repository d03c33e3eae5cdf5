"""Promises about finding events again."""

from __future__ import annotations

from fieldapp.hub.fold.events import events_at, read_again, resolve
from tests.hub.conftest import World


def test_events_are_found_with_their_bodies(world: World) -> None:
    laptop = world.laptop()
    laptop.register("Test A")
    world.push(laptop, *laptop.pages(1), laptop.page(1, 3))
    with world.store.reading() as connection:
        found = read_again(connection, [laptop.hash_at(3), laptop.hash_at(1), b"?" * 32])
        assert [(event.seq, event.body) for event in found] == [
            (1, laptop.parts[0][1]),
            (3, laptop.parts[2][1]),
        ]
        assert [event.seq for event in events_at(connection, 1)] == [1]


def test_a_reference_is_a_number_before_or_the_beginning_of_an_id(world: World) -> None:
    laptop = world.laptop()
    laptop.register("Test A")
    world.push_all(laptop)
    last, first = laptop.hash_at(3), laptop.hash_at(1)
    with world.store.reading() as connection:
        assert resolve(connection, 1, last) == first
        assert resolve(connection, laptop.ref(1), last) == first
        assert resolve(connection, first, last) == first
        assert resolve(connection, 3, last) is None
        assert resolve(connection, 0, last) is None
        assert resolve(connection, b"?" * 16, last) is None
