"""Promises of coverage: people, not doses; doubt over 100 %; the small are not shown to readers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fieldapp.hub.coverage.denominators import KEY_AREA, Entry, Typed, enter
from fieldapp.hub.coverage.reading import Covered, Standing, read_coverage
from fieldapp.hub.daily.report import Figures
from fieldapp.hub.daily.shares import GROUP, HOME
from fieldapp.hub.due.keeping import bring_up
from fieldapp.wire.facts import SessionOpened
from tests.hub.conftest import World
from tests.hub.daily.test_counting import member
from tests.hub.fake_laptop import NOW_S, FakeLaptop, dose
from tests.hub.messages.clinic import BIBP, NOON_DAY_21, ground, new_clinic

DAY = date(2021, 6, 29)


@pytest.fixture
def laptop(world: World) -> FakeLaptop:
    """A laptop that vaccinated five health workers, one of them fully, and one person more."""
    made = new_clinic(world).laptop
    for at in range(5):
        who = member(made, f"Test {at}", group="grp-health", home="110101")
        made.give(who, 8, vaccine=BIBP)
        if at == 0:
            made.give(who, 29, vaccine=BIBP)
    made.give(member(made, "Test Retail", group="grp-retail", home="110101"), 8, vaccine=BIBP)
    world.push_all(made)
    bring_up(world.store, ground(), NOON_DAY_21)
    return made


def denominator(world: World, code: str, size: int, kind: str = GROUP) -> None:
    typed = Typed(kind, code, date(2021, 5, 1), str(size), "made up")
    with world.store.writing() as connection:
        enter(connection, typed, "lu.qing", NOW_S, DAY)


def read(world: World, day: date = DAY, *, all_shown: bool = True) -> dict[str, list[Covered]]:
    with world.store.reading() as connection:
        found = read_coverage(connection, day, all_shown=all_shown)
    return {kind: list(rows) for kind, rows in found.items()}


def test_people_covered_and_fully_of_how_many_there_are(world: World, laptop: FakeLaptop) -> None:
    denominator(world, "grp-health", 40)
    health, retail = read(world)[GROUP]
    assert health.figures is not None
    assert (health.figures.covered, health.figures.completed, health.figures.doses) == (5, 1, 6)
    assert (health.percent_covered, health.percent_full) == (12.5, 2.5)
    assert health.standing is Standing.BELOW
    assert (retail.standing, retail.percent_covered) == (Standing.UNKNOWN, None)


def test_the_day_is_the_one_asked_for(world: World, laptop: FakeLaptop) -> None:
    denominator(world, "grp-health", 40)
    (health, _) = read(world, date(2021, 5, 20))[GROUP]
    assert health.figures is not None
    assert (health.figures.covered, health.figures.completed) == (5, 0)
    assert read(world, date(2021, 4, 30))[GROUP] == []


def row(covered: int, size: int) -> Covered:
    entry = Entry(1, GROUP, "grp-health", DAY, size, "made up", "lu.qing", NOW_S)
    return Covered(GROUP, "grp-health", Figures(covered=covered), entry)


@pytest.mark.parametrize(
    ("covered", "standing"),
    [
        (80, Standing.BELOW),
        (81, Standing.OVER_GOAL),
        (100, Standing.OVER_GOAL),
        (101, Standing.DOUBTFUL),
    ],
)
def test_over_the_goal_is_more_than_the_goal_and_over_all_is_doubt(
    covered: int, standing: Standing
) -> None:
    assert row(covered, 100).standing is standing


def test_small_groups_are_for_supervisors_alone(world: World, laptop: FakeLaptop) -> None:
    denominator(world, "grp-health", 19)
    (shown,) = [one for one in read(world)[GROUP] if one.code == "grp-health"]
    (hidden,) = [one for one in read(world, all_shown=False)[GROUP] if one.code == "grp-health"]
    assert shown.figures is not None and shown.percent_covered is not None
    assert (hidden.figures, hidden.percent_covered) == (None, None)
    assert hidden.standing is Standing.TOO_SMALL


def test_a_home_area_stands_here_once_its_people_were_entered(
    world: World, laptop: FakeLaptop
) -> None:
    assert read(world)[HOME] == []
    denominator(world, "110101", 100, HOME)
    (area,) = read(world)[HOME]
    assert area.figures is not None and area.figures.covered == 6


def test_a_key_area_is_that_of_the_operation_by_whatever_name(
    world: World, laptop: FakeLaptop
) -> None:
    for number, area in ((70, "Port cities"), (71, "area-port-city"), (72, "港口城市")):
        label = f"Boat 3 · {number}"
        laptop.add(SessionOpened(label, "Pier 3", number, "test", area))
        laptop.add(replace(dose(laptop.register(f"Port {number}"), vaccine=BIBP), session=label))
    world.push_all(laptop)
    denominator(world, "area-port-city", 50, KEY_AREA)
    found = {one.code: one.figures.covered for one in read(world)[KEY_AREA] if one.figures}
    assert found["area-port-city"] >= 2
    assert sum(found.values()) == 3
