"""Promises of publication: once a day, what was known then; nothing published is ever changed."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from fieldapp.hub.daily.publishing import publish, publish_if_due, publishing, said_last
from fieldapp.hub.daily.shares import TEAM, TOTAL, VACCINE, Cell
from fieldapp.hub.daily.tables import publication
from fieldapp.hub.fold.projector import clear_views
from fieldapp.hub.running import Hub
from fieldapp.wire.dates import to_day
from fieldapp.wire.facts import DoseVoided
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S
from tests.hub.fake_laptop import VACCINE as PRODUCT

DAY_S = 86_400
YESTERDAY = to_day(date(2021, 6, 29)) or 0
"""At the teams' place, UTC+8, it is the 30th already."""


def publications(world: World) -> list[tuple[int, int]]:
    with world.store.reading() as connection:
        rows = connection.execute(select(publication.c.through, publication.c.at_s))
        return [(through, at_s) for through, at_s in rows]


def said(world: World, day: int, up_to: int | None = None) -> dict[Cell, tuple[int, ...]]:
    with world.store.reading() as connection:
        return said_last(connection, day, up_to)


def with_a_dose(world: World, day: int = 29) -> tuple[object, int]:
    laptop = world.laptop()
    given = laptop.give(laptop.register("Test One"), day, month=6)
    world.push_all(laptop)
    return laptop, given


def test_a_day_is_published_once_when_it_is_over_by_the_clock_of_the_place(world: World) -> None:
    with_a_dose(world)
    assert publish_if_due(world.hub)
    assert not publish_if_due(world.hub)
    assert publications(world) == [(YESTERDAY, NOW_S)]
    assert said(world, YESTERDAY)[Cell(TOTAL, "", YESTERDAY)] == (1, 0, 0, 1, 0)
    assert said(world, YESTERDAY)[Cell(VACCINE, PRODUCT, YESTERDAY)] == (1, 0, 0, 1, 0)
    assert not [cell for cell in said(world, YESTERDAY) if cell.kind == TEAM]


def test_today_is_not_published(world: World) -> None:
    with_a_dose(world, 30)
    assert publish_if_due(world.hub)
    assert said(world, YESTERDAY + 1) == {}


def test_a_hub_that_slept_publishes_all_days_that_are_over(world: World) -> None:
    with_a_dose(world)
    publish_if_due(world.hub)
    later = Hub(world.store, lambda: NOW_S + 3 * DAY_S)
    assert publish_if_due(later)
    assert publications(world) == [(YESTERDAY, NOW_S), (YESTERDAY + 3, NOW_S + 3 * DAY_S)]


def test_late_records_and_strikes_are_said_anew_and_the_old_words_stay(world: World) -> None:
    laptop = world.laptop()
    somebody = laptop.register("Test One")
    given = laptop.give(somebody, 29, month=6)
    world.push_all(laptop)
    with world.store.writing() as connection:
        first = publish(connection, YESTERDAY, NOW_S)
    laptop.give(laptop.register("Test Two"), 29, month=6)
    world.push_all(laptop)
    with world.store.writing() as connection:
        second = publish(connection, YESTERDAY + 1, NOW_S + DAY_S)
    laptop.add(DoseVoided(given, "typing error"))
    world.push_all(laptop)
    with world.store.writing() as connection:
        publish(connection, YESTERDAY + 2, NOW_S + 2 * DAY_S)
    cell = Cell(TOTAL, "", YESTERDAY)
    assert [said(world, YESTERDAY, no)[cell][0] for no in (first, second)] == [1, 2]
    assert said(world, YESTERDAY)[cell][0] == 1


def test_counts_that_are_being_made_anew_are_not_published(world: World) -> None:
    laptop = world.laptop()
    somebody = laptop.register("Test One")
    for _ in range(101):
        laptop.give(somebody, 29, month=6)
    world.push(laptop, *laptop.pages(*range(3, laptop.seq)))
    with world.store.folding() as connection:
        clear_views(connection)
    assert not publish_if_due(world.hub)
    world.fold()
    assert publish_if_due(world.hub)


def test_a_hub_without_a_record_publishes_nothing(world: World) -> None:
    assert not publish_if_due(world.hub)


def test_it_is_done_beside_the_server(sqlite_world: World) -> None:
    with_a_dose(sqlite_world)
    with publishing(sqlite_world.hub, every_s=60):
        pass
    assert len(publications(sqlite_world)) == 1
