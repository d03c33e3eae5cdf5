"""Promises of the daily report: what was said stands beside what is known, no day is left out."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from fieldapp.hub.daily.publishing import publish
from fieldapp.hub.daily.report import Figures, Report, last_days, read_report
from fieldapp.hub.daily.shares import GROUP, HOME, VACCINE
from fieldapp.wire.dates import to_day
from fieldapp.wire.facts import DoseVoided
from tests.hub.conftest import World
from tests.hub.daily.test_counting import member
from tests.hub.fake_laptop import NOW_S, FakeLaptop
from tests.hub.fake_laptop import VACCINE as PRODUCT

DAY = date(2021, 6, 14)


@pytest.fixture
def laptop(world: World) -> FakeLaptop:
    """A laptop with two doses on the 14th and one on the 16th, published on the 15th."""
    made = world.laptop()
    for name in ("Test One", "Test Two"):
        made.give(member(made, name, group="grp-health", home="110101"), 14, month=6)
    world.push_all(made)
    with world.store.writing() as connection:
        publish(connection, to_day(DAY) or 0, NOW_S)
    made.give(made.register("Test Three"), 16, month=6)
    world.push_all(made)
    return made


def report(world: World, day: date = DAY) -> Report:
    with world.store.reading() as connection:
        return read_report(connection, day)


def test_nothing_late_is_nothing_restated(world: World, laptop: FakeLaptop) -> None:
    seen = report(world)
    assert seen.day.figures.known == seen.day.figures.said == Figures(doses=2, covered=2)
    assert (seen.day.figures.late, seen.day.said_s) == (0, NOW_S)


def test_late_records_stand_beside_what_was_reported(world: World, laptop: FakeLaptop) -> None:
    laptop.give(member(laptop, "Late", group="grp-retail", home="110101"), 14, month=6)
    world.push_all(laptop)
    seen = report(world)
    assert seen.day.figures.late == 1
    assert (seen.so_far.known.doses, seen.so_far.said) == (3, Figures(doses=2, covered=2))
    late = {part.code: part.on_day.late for part in seen.parts[GROUP]}
    assert late == {"grp-health": 0, "grp-retail": 1}
    with world.store.writing() as connection:
        publish(connection, (to_day(DAY) or 0) + 3, NOW_S + 86_400)
    assert report(world).day.figures.late == 1, "the first word stays the one compared with"


def test_what_was_struck_through_since_is_below_zero(world: World, laptop: FakeLaptop) -> None:
    laptop.add(DoseVoided(4, "typing error"))
    world.push_all(laptop)
    assert report(world).day.figures.late == -1


def test_a_day_that_is_not_published_says_so(world: World, laptop: FakeLaptop) -> None:
    seen = report(world, DAY + timedelta(days=2))
    assert (seen.day.figures.said, seen.day.said_s, seen.so_far.said) == (None, None, None)
    assert seen.so_far.known == Figures(doses=3, covered=3)


def test_days_go_from_the_first_dose_to_the_day_without_a_gap(
    world: World, laptop: FakeLaptop
) -> None:
    seen = report(world, DAY + timedelta(days=3))
    assert [day.day.day for day in seen.days] == [14, 15, 16, 17]
    assert [day.figures.known.doses for day in seen.days] == [2, 0, 1, 0]
    assert [day.day.day for day in last_days(seen.days, 2)] == [17, 16]


def test_parts_are_on_the_day_and_so_far_the_largest_first(
    world: World, laptop: FakeLaptop
) -> None:
    seen = report(world, DAY + timedelta(days=2))
    (product,) = seen.parts[VACCINE]
    assert (product.code, product.on_day.known.doses, product.so_far.doses) == (PRODUCT, 1, 3)
    assert [(part.code, part.so_far.covered) for part in seen.parts[HOME]] == [
        ("110101", 2), ("", 1),
    ]  # fmt: skip


def test_before_anything_there_is_an_empty_day(world: World) -> None:
    seen = report(world)
    assert [day.day for day in seen.days] == [DAY]
    assert seen.so_far.known == Figures()
