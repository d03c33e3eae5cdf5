"""Promises of needs: everybody due is in one week and one place; the late are in the first."""

from __future__ import annotations

from datetime import date, timedelta

from fieldapp.hub.allocation.needs import Need, Needs, count_needs, read_needs
from fieldapp.hub.allocation.weeks import weeks_from
from fieldapp.hub.due.keeping import bring_up
from fieldapp.hub.due.reading import Awaited
from tests.hub.conftest import World
from tests.hub.messages.clinic import BIBP, new_clinic

TODAY = date(2021, 6, 2)
MONDAYS = weeks_from(TODAY, 3)
DAY = timedelta(days=1)


def someone(due: date, latest: date | None = None, promised: date | None = None) -> Awaited:
    return Awaited(BIBP, 1, 480, due, latest, promised, 10)


def counted(*people: Awaited) -> Need:
    return count_needs(people, {1: "north"}, MONDAYS, TODAY)[BIBP]["north"]


def test_late_and_present_are_in_the_first_week() -> None:
    assert counted(someone(TODAY - 90 * DAY), someone(date(2021, 6, 6))).due == [20, 0, 0]
    assert counted(someone(date(2021, 6, 7)), someone(date(2021, 6, 14))).due == [0, 10, 10]


def test_after_the_last_week_nobody_counts() -> None:
    assert count_needs([someone(date(2021, 6, 21))], {1: "north"}, MONDAYS, TODAY) == {}


def test_the_latest_day_is_in_its_week_and_over_for_who_passed_it() -> None:
    need = counted(someone(TODAY, date(2021, 6, 9)), someone(TODAY, TODAY - DAY), someone(TODAY))
    assert (need.due, need.last, need.past) == ([30, 0, 0], [0, 10, 0], 10)


def test_whoever_promised_a_day_is_expected_then_and_not_missed_before() -> None:
    need = counted(someone(TODAY, TODAY + DAY, date(2021, 6, 8)))
    assert (need.due, need.last) == ([0, 10, 0], [0, 10, 0])


def test_every_place_with_a_laptop_is_there(world: World) -> None:
    clinic = new_clinic(world)
    world.laptop(b"epoch-02", region="south")
    clinic.vaccinate("王一", None, day=12)
    world.push_all(clinic.laptop)
    bring_up(world.store, clinic.ground, clinic.now_s)
    with world.store.reading() as connection:
        needs = read_needs(connection, MONDAYS, TODAY)
    found = needs.of(BIBP, 3)
    assert list(found) == ["north", "south"]
    assert (found["north"].due, found["south"].due) == ([1, 0, 0], [0, 0, 0])
    assert list(Needs([]).of(BIBP, 3)) == []
