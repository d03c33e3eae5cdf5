"""Promises about the hub's tables on PostgreSQL."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, select, text

from fieldapp.hub import schema
from fieldapp.hub.server_tables import (
    drop_hub,
    has_hub,
    has_months,
    make_months,
    make_months_of,
)
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S

DAY_S = 86_400
_frame = schema.frame.c
_PARTS = "SELECT tableoid::regclass::text FROM frame"


def to_s(year: int, month: int, day: int) -> int:
    return int(datetime(year, month, day, tzinfo=UTC).timestamp())


def parts(world: World) -> list[str]:
    with world.store.reading() as connection:
        return [name for (name,) in connection.exec_driver_sql(_PARTS)]


def months(world: World, now_s: int) -> int:
    with world.store.writing() as connection:
        return make_months(connection, now_s)


def test_a_page_is_never_refused_for_want_of_its_month(server_world: World) -> None:
    laptop = server_world.laptop()
    server_world.push_all(laptop)
    assert parts(server_world) == ["frame_other"]
    assert months(server_world, NOW_S) == 1, "this month's stays where its pages are"
    laptop.register("Test A")
    server_world.push(laptop, laptop.page(3, 3))
    assert parts(server_world) == ["frame_other", "frame_other"]
    assert server_world.numbers()["clients"] == 1


def test_pages_go_into_the_part_of_their_month(server_world: World) -> None:
    assert months(server_world, NOW_S) == 2
    server_world.push_all(server_world.laptop())
    assert parts(server_world) == ["frame_2021_06"]


def test_months_are_made_once_and_known_by_the_last(server_world: World) -> None:
    months(server_world, NOW_S)
    with server_world.store.reading() as connection:
        assert has_months(connection, NOW_S)
        assert not has_months(connection, NOW_S + 2 * DAY_S)
    assert months(server_world, NOW_S + 2 * DAY_S) == 1


def test_no_month_is_left_out_however_short(server_world: World) -> None:
    last_of_january = to_s(2022, 1, 31)
    assert months(server_world, last_of_january) == 3
    for month, day in ((1, 31), (2, 1), (2, 28), (3, 1), (3, 3)):
        with server_world.store.writing() as connection:
            assert make_months_of(connection, [to_s(2022, month, day)]) == 0


def test_months_that_are_over_get_their_parts_too(server_world: World) -> None:
    with server_world.store.writing() as connection:
        assert make_months_of(connection, [NOW_S, NOW_S + 1, NOW_S - 60 * DAY_S]) == 2
    server_world.push_all(server_world.laptop())
    assert parts(server_world) == ["frame_2021_06"]


def test_nothing_is_left_of_a_hub_that_is_dropped(server_world: World) -> None:
    with server_world.store.writing() as connection:
        drop_hub(connection)
        assert not has_hub(connection)


def plan_of(connection: Connection, statement: Any) -> str:
    asked = statement.compile(connection, compile_kwargs={"literal_binds": True})
    return "\n".join(row[0] for row in connection.execute(text(f"EXPLAIN {asked}")))


def test_no_lookup_of_a_laptops_pages_reads_a_whole_part(server_world: World) -> None:
    months(server_world, NOW_S)
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
            assert plan.count("Index Cond") == 3, plan
        one_month = lookups[0].where(_frame.received_s == NOW_S)
        assert plan_of(connection, one_month).count("Index Cond") == 1, "a month is one part"
