"""What a programme says of a dose is a case until somebody decides, and goes with its dose."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from fieldapp.domain.schedule.case import PriorDose
from fieldapp.hub.cases import decisions
from fieldapp.hub.cases.case import State
from fieldapp.hub.cases.judged import counting, keep, posed_of
from fieldapp.hub.cases.kinds import Kind, Way
from fieldapp.hub.messages.people import read_people
from fieldapp.hub.regions.people import people_of
from fieldapp.hub.regions.publish import publish
from fieldapp.wire.facts import DoseAmended, DoseVoided
from tests.hub.cases.made import cases, judge, the_case
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S, FakeLaptop


def too_early(_born: date | None, doses: Sequence[PriorDose]) -> Sequence[str]:
    """A programme to which every second dose is too early."""
    return ["too-early" if number else "" for number, _ in enumerate(doses)]


def published(world: World) -> None:
    publish(world.store, too_early, now_s=NOW_S)


def early(world: World) -> FakeLaptop:
    laptop = world.laptop()
    client = laptop.register("Wang Xiaoming")
    laptop.give(client, 1)
    laptop.give(client, 8)
    world.push_all(laptop)
    published(world)
    return laptop


def marks(world: World, laptop: FakeLaptop) -> list[str]:
    with world.store.reading() as connection:
        (known,) = people_of(connection, [laptop.hash_at(3)], too_early)
    return [dose.mark for dose in known.row.doses]


def test_it_is_asked_until_it_is_decided_and_the_teams_are_told(world: World) -> None:
    laptop = early(world)
    case = the_case(world)
    assert (case.kind, case.one, case.state) == (Kind.TOO_EARLY, laptop.hash_at(5), State.OPEN)
    judge(world, case, Way.ACCEPTED)
    published(world)
    assert (cases(world), marks(world, laptop)) == ([], ["", "decided-accepted"])
    judge(world, case, Way.UNDONE)
    published(world)
    assert (the_case(world).id, marks(world, laptop)) == (case.id, ["", "too-early"])


def test_whether_it_counts_for_its_series_is_known_where_the_next_dose_is_reckoned(
    world: World,
) -> None:
    laptop = early(world)
    case = judge(world, the_case(world), Way.ACCEPTED)
    with world.store.reading() as connection:
        (somebody,) = read_people(connection, [laptop.hash_at(3)])
    assert [dose.counts for dose in somebody.prior_doses] == [None, True]
    judge(world, case, Way.REPEAT)
    with world.store.reading() as connection:
        assert counting(decisions.of_records(connection, [case.one])) == {case.one: False}


def test_another_day_reopens_it(world: World) -> None:
    laptop = early(world)
    judge(world, the_case(world), Way.REPEAT)
    minute = (date(2021, 5, 3) - date(1970, 1, 1)).days * 1440
    laptop.add(DoseAmended(4, "occurred_min", 0, minute))
    world.push_all(laptop)
    published(world)
    assert the_case(world).state is State.REOPENED


def test_it_goes_with_its_dose(world: World) -> None:
    laptop = early(world)
    laptop.add(DoseVoided(5, "wrong person"))
    world.push_all(laptop)
    published(world)
    assert cases(world) == []


def test_nothing_said_is_nothing_asked(world: World) -> None:
    assert list(posed_of([], [], [])) == []
    with world.store.writing() as connection:
        keep(connection, [b"x"], [])
