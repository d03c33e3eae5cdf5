"""The doses of a history, judged one by one. Cases by reason are in tests/data/cdsi/cases.csv."""

from __future__ import annotations

from dataclasses import replace

from fieldapp.domain.cdsi.evaluate import evaluate
from fieldapp.domain.cdsi.person import Person
from fieldapp.domain.cdsi.series import AgeRule, IntervalRule, Series, VaccineRule
from fieldapp.domain.cdsi.track import Reason, Status

from .made_up import KILLED, data, length, person, series, target

YOUNG = AgeRule(absolute_minimum=length("12 months - 4 days"), minimum=length("12 months"))
FOUR_WEEKS = IntervalRule(
    from_previous=True, absolute_minimum=length("4 weeks - 4 days"), minimum=length("4 weeks")
)
TWO = series(target(1, age=YOUNG), target(2, intervals=[FOUR_WEEKS]))


def judged(one: Series, who: Person) -> list[tuple[Status, tuple[Reason, ...]]]:
    doses = sorted(who.doses, key=lambda dose: dose.day)
    return [(j.status, j.reasons) for j in evaluate(data().schedule, one, who, doses).judged]


def test_a_first_dose_keeps_its_days_of_grace_after_one_too_young() -> None:
    who = person(("2021-01-05", KILLED), ("2021-01-06", KILLED))
    assert judged(TWO, who) == [
        (Status.NOT_VALID, (Reason.TOO_YOUNG,)),
        (Status.VALID, ()),
    ]


def test_every_reason_is_found_and_the_distance_is_told_before_the_age() -> None:
    older = AgeRule(absolute_minimum=length("2 years"), minimum=length("2 years"))
    one = series(target(1, age=YOUNG), target(2, age=older, intervals=[FOUR_WEEKS]))
    who = person(("2021-01-10", KILLED), ("2021-01-12", KILLED))
    assert judged(one, who)[1] == (Status.NOT_VALID, (Reason.TOO_SOON, Reason.TOO_YOUNG))


def test_an_interval_from_a_dose_that_never_was_holds_nothing_up() -> None:
    from_second = IntervalRule(from_target=2, absolute_minimum=length("10 years"))
    one = series(target(1, intervals=[from_second]))
    assert judged(one, person(("2021-01-10", KILLED))) == [(Status.VALID, ())]


def test_a_vaccine_of_another_maker_than_the_one_named_is_not_the_vaccine() -> None:
    dose = replace(target(1), preferable=(VaccineRule(KILLED, mvx="SUN"),))
    who = person(("2021-01-10", KILLED))
    other = replace(who, doses=(replace(who.doses[0], mvx="MOON"),))
    assert judged(series(dose), who) == [(Status.VALID, ())]  # the maker is not known
    assert judged(series(dose), other) == [(Status.NOT_VALID, (Reason.NOT_THE_VACCINE,))]


def test_a_recurring_dose_never_ends() -> None:
    one = series(target(1, recurring=True))
    who = person(("2021-01-10", KILLED), ("2022-01-10", KILLED), ("2023-01-10", KILLED))
    assert [status for status, _ in judged(one, who)] == [Status.VALID] * 3
