"""Promises of gaps: known where a region is a home area with a denominator, by name or code."""

from __future__ import annotations

from datetime import date

from fieldapp.hub.allocation.gaps import people_left
from fieldapp.hub.coverage.denominators import Typed, enter
from fieldapp.hub.daily.shares import HOME
from tests.hub.conftest import World
from tests.hub.daily.test_counting import member
from tests.hub.fake_laptop import NOW_S

DAY, WEISHAN = date(2021, 6, 29), "370826"


def test_those_not_covered_yet_of_how_many_there_are(world: World) -> None:
    laptop = world.laptop()
    for at in range(3):
        laptop.give(member(laptop, f"Test {at}", group="grp-health", home=WEISHAN), 8)
    world.push_all(laptop)
    with world.store.writing() as connection:
        typed = Typed(HOME, WEISHAN, date(2021, 5, 1), "100", "made up")
        enter(connection, typed, "lu.qing", NOW_S, DAY)
        small = Typed(HOME, "110101", date(2021, 5, 1), "1", "made up")
        enter(connection, small, "lu.qing", NOW_S, DAY)
    places = ("Weishan County", "微山县", WEISHAN, "110101", "north")
    with world.store.reading() as connection:
        found = people_left(connection, places, DAY)
    assert found == {"Weishan County": 97, "微山县": 97, WEISHAN: 97, "110101": 1}
