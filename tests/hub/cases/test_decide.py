"""Promises of a decision: it has its effect at once and in every rebuild, and can be taken back."""

from __future__ import annotations

from datetime import datetime

import pytest

from fieldapp.hub.cases.case import State
from fieldapp.hub.cases.decide import Judgement, decide, seen_of
from fieldapp.hub.cases.errors import CaseChanged, NotDecidable, ReasonMissing
from fieldapp.hub.cases.kinds import Way
from fieldapp.hub.errors import HubError
from fieldapp.hub.fold.projector import rebuild
from fieldapp.wire.dates import to_minutes
from fieldapp.wire.facts import DoseAmended, DoseVoided
from tests.hub.cases.made import PAPER, SUPERVISOR, cases, double, judge, proven, the_case
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S


def counts(world: World) -> tuple[int, int, int]:
    numbers = world.numbers()
    return tuple(numbers.get(name, 0) for name in ("counted", "contested", "voided"))  # type: ignore[return-value]  # three


def test_one_dose_written_twice_counts_once_until_it_is_taken_back(world: World) -> None:
    made = double(world)
    before = world.digest()
    assert counts(world) == (0, 2, 0)
    case = judge(world, the_case(world), Way.ONE_DOSE, made.first)
    assert (counts(world), case.state, cases(world)) == ((1, 0, 1), State.DECIDED, [])
    assert proven(world)
    live = world.digest()
    rebuild(world.store)
    assert world.digest() == live
    case = judge(world, case, Way.UNDONE)
    assert (counts(world), case.state, world.digest()) == ((0, 2, 0), State.OPEN, before)
    assert proven(world)
    assert [one.way for one in case.made] == [Way.UNDONE, Way.ONE_DOSE]


def test_two_doses_both_count(world: World) -> None:
    double(world)
    judge(world, the_case(world), Way.TWO_DOSES)
    assert (counts(world), proven(world)) == ((2, 0, 0), True)


def test_what_is_referred_stays_contested_and_open(world: World) -> None:
    double(world)
    case = judge(world, the_case(world), Way.REFERRED)
    assert (counts(world), case.state) == ((0, 2, 0), State.WAITING)


def test_the_record_that_was_struck_counts_again_when_the_other_is_struck_by_its_team(
    world: World,
) -> None:
    made = double(world)
    case = judge(world, the_case(world), Way.ONE_DOSE, made.first)
    made.one.add(DoseVoided(4, "wrong person"))
    world.push_all(made.one)
    assert counts(world) == (1, 0, 1)
    (line,) = cases(world)
    assert (line.id, line.state) == (case.id, State.REOPENED)
    assert proven(world)


def test_a_correction_that_comes_late_reopens_the_case_and_the_decision_stays(
    world: World,
) -> None:
    made = double(world)
    case = judge(world, the_case(world), Way.ONE_DOSE, made.first)
    made.other.add(DoseAmended(4, "lot", "TEST-0001", "TEST-0002"))
    world.push_all(made.other)
    assert (counts(world), the_case(world).state) == ((1, 0, 1), State.REOPENED)
    assert proven(world)
    case = judge(world, case, Way.TWO_DOSES)
    assert (counts(world), case.state) == ((2, 0, 0), State.DECIDED)


def test_a_third_record_is_a_case_with_the_one_that_counts_alone(world: World) -> None:
    made = double(world)
    judge(world, the_case(world), Way.ONE_DOSE, made.first)
    third = world.laptop(b"epoch-03")
    late = third.hash_at(third.give(third.register("Wang Xiaoming", PAPER), 8))
    world.push_all(third)
    assert {the_case(world).one, the_case(world).other} == {made.first, late}
    assert (counts(world), proven(world)) == ((0, 2, 1), True)


def test_two_people_with_one_document_keep_their_own_doses(world: World) -> None:
    double(world, names=("Wang Xiaoming", "Li Si"))
    assert counts(world) == (0, 2, 0)
    case = judge(world, the_case(world), Way.TWO_PEOPLE)
    assert (counts(world), world.numbers()["clients"], proven(world)) == ((2, 0, 0), 2, True)
    case = judge(world, case, Way.ONE_PERSON)
    assert world.numbers()["clients"] == 1
    assert the_case(world).kind == "double", "of one person the two doses are a double"
    assert proven(world)
    judge(world, case, Way.UNDONE)
    assert (counts(world), the_case(world).id) == ((0, 2, 0), case.id)


def test_a_registration_that_comes_late_belongs_to_the_one_of_its_name(world: World) -> None:
    double(world, names=("Wang Xiaoming", "Li Si"))
    judge(world, the_case(world), Way.TWO_PEOPLE)
    third = world.laptop(b"epoch-03")
    third.register("Li Si", PAPER)
    world.push_all(third)
    assert (cases(world), world.numbers()["clients"], proven(world)) == ([], 2, True)


def test_what_is_set_aside_asks_nobody_and_stays_so_when_it_could_count(world: World) -> None:
    laptop = world.laptop()
    client = laptop.register("Wang Xiaoming")
    laptop.give(client, 8, year=2031)
    world.push_all(laptop)
    case = judge(world, the_case(world), Way.SET_ASIDE)
    assert (case.state, cases(world), world.held()) == (State.DECIDED, [], {4: "set-aside"})
    (receipt,) = world.push_all(laptop)
    assert receipt.quarantined == ((4, "set-aside"),)
    laptop.add(DoseAmended(4, "occurred_min", 0, to_minutes(datetime(2021, 5, 8, 9, 0))))
    world.push_all(laptop)
    assert (the_case(world).state, world.held()) == (State.REOPENED, {4: "set-aside"})
    assert proven(world)
    judge(world, case, Way.UNDONE)
    assert (world.held(), counts(world), proven(world)) == ({}, (1, 0, 0), True)


def test_what_the_team_corrects_counts_when_the_correction_comes(world: World) -> None:
    laptop = world.laptop()
    laptop.give(laptop.register("Wang Xiaoming"), vaccine="no-such")
    world.push_all(laptop)
    case = judge(world, the_case(world), Way.LAPTOP)
    assert case.state is State.WAITING
    laptop.add(DoseAmended(4, "vaccine", "no-such", "covid-test-1"))
    world.push_all(laptop)
    assert (cases(world), counts(world), proven(world)) == ([], (1, 0, 0), True)


@pytest.mark.parametrize(
    ("way", "keeps", "reason", "error"),
    [
        (Way.ONE_PERSON, False, "because", NotDecidable),
        (Way.ONE_DOSE, False, "because", NotDecidable),
        (Way.TWO_DOSES, True, "because", NotDecidable),
        (Way.TWO_DOSES, False, " \0 a", ReasonMissing),
    ],
)
def test_what_cannot_be_decided_changes_nothing(
    world: World, way: Way, keeps: bool, reason: str, error: type[HubError]
) -> None:
    made = double(world)
    case, before = the_case(world), world.digest()
    judged = Judgement(way, reason, SUPERVISOR, seen_of(case), made.first if keeps else None)
    with pytest.raises(error), world.store.folding() as connection:
        decide(connection, case.id, judged, NOW_S)
    assert world.digest() == before


def test_nobody_decides_on_what_they_did_not_see(world: World) -> None:
    double(world)
    seen = the_case(world)
    judge(world, seen, Way.TWO_DOSES)
    judged = Judgement(Way.TWO_DOSES, "because", SUPERVISOR, seen_of(seen))
    with pytest.raises(CaseChanged), world.store.folding() as connection:
        decide(connection, seen.id, judged, NOW_S)
