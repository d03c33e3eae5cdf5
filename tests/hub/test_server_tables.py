"""Promises about the hub's tables on PostgreSQL."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select, text

from fieldapp.hub import schema
from fieldapp.hub.server_tables import (
    DAYS_AHEAD,
    drop_hub,
    has_days,
    has_hub,
    make_days,
    make_days_of,
)
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S

_frame = schema.frame.c
_PARTS = "SELECT tableoid::regclass::text FROM frame"


def parts(world: World) -> list[str]:
    with world.store.reading() as connection:
        return [name for (name,) in connection.exec_driver_sql(_PARTS)]


def days(world: World, now_s: int) -> int:
    with world.store.writing() as connection:
        return make_days(connection, now_s)


def test_a_page_is_never_refused_for_want_of_its_day(server_world: World) -> None:
    laptop = server_world.laptop()
    server_world.push_all(laptop)
    assert parts(server_world) == ["frame_other"]
    assert days(server_world, NOW_S) == DAYS_AHEAD, "today's stays where its pages are"
    laptop.register("Test A")
    server_world.push(laptop, laptop.page(3, 3))
    assert parts(server_world) == ["frame_other", "frame_other"]
    assert server_world.numbers()["clients"] == 1


def test_pages_go_into_the_part_of_their_day(server_world: World) -> None:
    assert days(server_world, NOW_S) == DAYS_AHEAD + 1
    server_world.push_all(server_world.laptop())
    assert parts(server_world) == ["frame_2021_06_29"]


def test_days_are_made_once_and_known_by_the_last(server_world: World) -> None:
    days(server_world, NOW_S)
    with server_world.store.reading() as connection:
        assert has_days(connection, NOW_S)
        assert not has_days(connection, NOW_S + 86_400)
    assert days(server_world, NOW_S + 86_400) == 1


def test_days_that_are_over_get_their_parts_too(server_world: World) -> None:
    with server_world.store.writing() as connection:
        assert make_days_of(connection, [NOW_S, NOW_S + 1, NOW_S - 86_400]) == 2
    server_world.push_all(server_world.laptop())
    assert parts(server_world) == ["frame_2021_06_29"]


def test_nothing_is_left_of_a_hub_that_is_dropped(server_world: World) -> None:
    with server_world.store.writing() as connection:
        drop_hub(connection)
        assert not has_hub(connection)


def plan_of(connection: Connection, statement: Any) -> str:
    asked = statement.compile(connection, compile_kwargs={"literal_binds": True})
    return "\n".join(row[0] for row in connection.execute(text(f"EXPLAIN {asked}")))


def test_no_lookup_of_a_laptops_pages_reads_a_whole_part(server_world: World) -> None:
    days(server_world, NOW_S)
    where = _frame.device == 7, _frame.epoch == b"epoch-01"
    lookups = [
        select(_frame.no).where(*where, _frame.last_seq >= 5, _frame.base_seq <= 5),
        select(_frame.no).where(*where, _frame.place.is_(None)),
        select(_frame.no).where(_frame.device == 7, _frame.last_hash == b"h" * 32),
        select(_frame.body).where(_frame.place == 3),
        select(_frame.body).where(_frame.device == 7, _frame.no == 3),
    ]
    with server_world.store.reading() as connection:
        connection.execute(text("SET LOCAL enable_seqscan = off"))
        for lookup in lookups:
            plan = plan_of(connection, lookup)
            assert "Seq Scan" not in plan, plan
            assert plan.count("Index Cond") == DAYS_AHEAD + 2, plan
        one_day = lookups[0].where(_frame.received_s == NOW_S)
        assert plan_of(connection, one_day).count("Index Cond") == 1, "a day is one part"
