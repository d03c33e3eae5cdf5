"""The answer of a vaccine group: one antigen, or several given together."""

from __future__ import annotations

from datetime import date

from fieldapp.domain.cdsi.assess import GroupAnswer, assess, groups_of
from fieldapp.domain.cdsi.forecast import SeriesStatus
from fieldapp.domain.cdsi.person import Person
from fieldapp.domain.cdsi.supporting_data import VaccineGroup
from fieldapp.domain.cdsi.track import Status

from .made_up import MOON_STAR, STAR, WITHDRAWN, data, person

ALL = data()


def asked(name: str, who: Person, today: date) -> GroupAnswer:
    group = ALL.group_named(name)
    assert group is not None
    return assess(ALL, group, who, today)


def test_a_dose_counts_for_the_group_when_it_counts_for_one_antigen() -> None:
    answer = asked(
        "Moon-Star", person(("2021-01-10", STAR), ("2021-02-03", MOON_STAR)), date(2021, 2, 3)
    )
    assert [one.status for one in answer.judged] == [Status.VALID, Status.VALID]


def test_given_together_the_later_day_decides_and_the_antigen_behind_counts() -> None:
    answer = asked("Moon-Star", person(("2021-01-10", STAR)), date(2021, 1, 10))
    assert answer.dose_number == 1
    assert answer.earliest == date(2021, 2, 10)  # star at 13 months, moon after the conflict


def test_given_apart_the_earlier_day_decides_and_the_antigen_ahead_counts() -> None:
    apart = VaccineGroup("Moon-Star", ("Moon", "Star"))
    answer = assess(ALL, apart, person(("2021-01-10", STAR)), date(2021, 1, 10))
    assert (answer.earliest, answer.dose_number) == (date(2021, 2, 7), 2)


def test_nobody_is_given_a_dose_before_the_last_one() -> None:
    answer = asked("Sunpox", person(("2021-05-05", WITHDRAWN)), date(2021, 5, 5))
    assert answer.earliest == date(2021, 5, 5)


def test_a_group_without_data_recommends_nothing() -> None:
    answer = assess(ALL, VaccineGroup("Snow", ("Snow",)), person(), date(2021, 1, 1))
    assert (answer.status, answer.judged) == (SeriesStatus.NOT_RECOMMENDED, ())


def test_a_vaccine_belongs_to_the_groups_of_its_antigens() -> None:
    assert [group.name for group in groups_of(ALL, "905")] == ["Sunpox", "Rain"]
    assert groups_of(ALL, "999") == []
