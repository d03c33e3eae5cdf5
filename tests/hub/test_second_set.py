"""Promises of the second set: it is apart from the one in use until it is put in its place."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select

from fieldapp.hub import schema
from fieldapp.hub.second_set import drop_abandoned, is_there, second_set
from tests.hub.conftest import World


def staff(world: World) -> list[str]:
    with world.store.reading() as connection:
        return list(connection.execute(select(schema.staff.c.login)).scalars())


def test_it_is_seen_by_nobody_until_it_is_in_place_and_then_by_everybody(world: World) -> None:
    def nothing(connection: Connection, place: int) -> None:
        assert place == 0

    def told(connection: Connection) -> None:
        assert connection.execute(select(schema.staff.c.login)).scalars().all() == ["new.test"]

    with second_set(world.store) as second:
        assert second is not None
        with second.folding() as connection:
            connection.execute(insert(schema.staff).values(device=1, login="new.test"))
        with world.store.reading() as connection:
            assert is_there(world.store, connection)
        assert staff(world) == []
        second.put_in_place(nothing, told)
    assert staff(world) == ["new.test"]
    with world.store.reading() as connection:
        assert not is_there(world.store, connection)


def test_one_process_at_a_time_builds_it_on_a_server(server_world: World) -> None:
    with second_set(server_world.store) as one, second_set(server_world.store) as other:
        assert one is not None and other is None


def test_what_somebody_is_at_is_not_abandoned(world: World) -> None:
    with second_set(world.store) as second:
        assert second is not None
        drop_abandoned(world.store)
        with world.store.reading() as connection:
            assert is_there(world.store, connection)
