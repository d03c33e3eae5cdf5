"""Promises about finding events again."""

from __future__ import annotations

from sqlalchemy import delete

from fieldapp.hub import schema
from fieldapp.hub.fold.events import Seen, events_at, events_between, file_new, read_again, resolve
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


def test_what_is_to_come_is_not_found_by_what_came_before_it(world: World) -> None:
    laptop = world.laptop()
    laptop.register("Test A")
    world.take(laptop, laptop.page(1, 2), laptop.page(2, 3))
    world.fold()
    first, last = laptop.hash_at(1), laptop.hash_at(3)
    with world.store.writing() as connection:
        connection.execute(delete(schema.event))
        seen = Seen()
        pages = file_new(connection, events_between(connection, 1, 2), seen)
        assert [[event.seq for event in page.fresh] for page in pages] == [[1, 2], [3]]
        assert resolve(connection, laptop.ref(3), first, seen) is None
        seen.to_come.clear()
        assert resolve(connection, laptop.ref(3), first, seen) == last
        assert resolve(connection, 1, last, seen) == first
        assert seen.before(laptop.hash_at(2), 1) == first
        assert seen.before(last, 2) == laptop.hash_at(2)
        assert seen.before(first, 1) is seen.before(last, 1) is None
