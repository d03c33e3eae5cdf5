"""Every decision with an effect has a code for laptops, on all records that it is about."""

from __future__ import annotations

from fieldapp.hub.cases.kinds import Way
from fieldapp.hub.cases.telling import told_of
from fieldapp.hub.regions.people import people_of
from tests.hub.cases.made import Double, double, judge, the_case
from tests.hub.conftest import World


def rows(world: World, made: Double) -> list[tuple[str, list[str]]]:
    with world.store.reading() as connection:
        persons = {made.one.hash_at(3), made.other.hash_at(3)}
        found = people_of(connection, persons)
    return sorted((one.row.contest, [dose.mark for dose in one.row.doses]) for one in found)


def test_both_teams_are_told_what_became_of_a_double(world: World) -> None:
    made = double(world)
    assert rows(world, made) == [("", ["possible-double"] * 2)]
    case = judge(world, the_case(world), Way.ONE_DOSE, made.first)
    assert rows(world, made) == [("", ["decided-one-dose"])]
    judge(world, case, Way.TWO_DOSES)
    assert rows(world, made) == [("", ["decided-two-doses"] * 2)]


def test_both_are_told_who_is_who(world: World) -> None:
    made = double(world, names=("Wang Xiaoming", "Li Si"))
    judge(world, the_case(world), Way.TWO_PEOPLE)
    assert rows(world, made) == [("decided-two-people", [""])] * 2


def test_nothing_decided_is_nothing_told() -> None:
    assert told_of([]) == {}
