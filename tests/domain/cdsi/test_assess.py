"""The answer of a vaccine group: one antigen, or several given together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.cdsi.assess import GroupAnswer, assess, groups_of
from fieldapp.domain.cdsi.forecast import SeriesStatus
from fieldapp.domain.cdsi.person import Person
from fieldapp.domain.cdsi.supporting_data import VaccineGroup
from fieldapp.domain.cdsi.track import Status

from .made_up import BORN, KILLED, MOON_STAR, STAR, WITHDRAWN, data, length, person

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


def test_an_antigen_that_nothing_can_be_said_of_leaves_the_others_their_answer() -> None:
    grown_only = tuple(
        replace(one, min_age_to_start=length("18 years")) for one in ALL.antigens["Moon"].series
    )
    moon = replace(ALL.antigens["Moon"], series=grown_only)
    some = replace(ALL, antigens={**ALL.antigens, "Moon": moon})
    answer = assess(some, VaccineGroup("Moon-Star", ("Moon", "Star")), person(), BORN)
    assert (answer.dose_number, answer.earliest) == (1, date(2021, 1, 10))


DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))
HISTORIES = st.lists(st.tuples(DAYS, st.sampled_from([KILLED, WITHDRAWN, MOON_STAR, STAR, "905"])))


@given(HISTORIES, DAYS, st.sampled_from(["Sunpox", "Moon-Star", "Rain"]))
def test_whatever_the_history_each_dose_is_judged_once_and_the_days_are_in_order(
    history: list[tuple[date, str]], today: date, name: str
) -> None:
    answer = asked(name, person(*((day.isoformat(), cvx) for day, cvx in history)), today)
    judged = [one.dose.place for one in answer.judged]
    assert len(judged) == len(set(judged))
    assert all(one.dose.day <= today for one in answer.judged)
    if answer.status is SeriesStatus.NOT_COMPLETE:
        assert answer.earliest is not None
        assert answer.recommended is not None
        assert answer.earliest <= answer.recommended
    else:
        assert (answer.earliest, answer.recommended, answer.past_due) == (None, None, None)


def test_a_vaccine_belongs_to_the_groups_of_its_antigens() -> None:
    assert [group.name for group in groups_of(ALL, "905")] == ["Sunpox", "Rain"]
    assert groups_of(ALL, "999") == []
