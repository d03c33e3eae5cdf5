"""Why a case cannot come out as printed, where the data itself shows it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from fieldapp.domain.cdsi.explain import explanation
from fieldapp.domain.cdsi.forecast import SeriesStatus
from fieldapp.domain.cdsi.published_case import ExpectedDose, PublishedCase, answer_to, differences
from fieldapp.domain.cdsi.track import Status

from .made_up import KILLED, WITHDRAWN, data, person

ALL = data()
CASE = PublishedCase(
    "X-1", "", "Sunpox", person(), date(2020, 1, 10), SeriesStatus.NOT_COMPLETE, dose_number=1
)


def explained(case: PublishedCase) -> str:
    group = ALL.group_named(case.group)
    assert group is not None
    answer = answer_to(ALL, group, case)
    return explanation(ALL, group, case, answer, differences(ALL, case, answer)) or "not explained"


def test_a_plain_difference_is_not_explained() -> None:
    assert explained(CASE) == "not explained"


def test_a_dose_after_the_assessment_is_no_history() -> None:
    assert "after the day" in explained(replace(CASE, person=person(("2020-01-11", KILLED))))


def in_vain(cvx: str) -> PublishedCase:
    """Everything agrees but the expected inadvertent vaccine."""
    return PublishedCase(
        "X-2",
        "",
        "Sunpox",
        person(("2020-03-10", cvx)),
        date(2020, 3, 10),
        SeriesStatus.NOT_COMPLETE,
        doses=(ExpectedDose(1, Status.NOT_VALID, "Inadvertent Vaccine"),),
        dose_number=1,
        earliest=date(2020, 3, 10),
        recommended=date(2020, 3, 10),
        past_due=date(2020, 5, 7),
    )


def test_an_inadvertent_vaccine_that_the_data_does_not_name_explains_itself_alone() -> None:
    assert "names no such vaccine" in explained(in_vain("907"))
    assert explained(replace(in_vain("907"), past_due=None)) == "not explained"
    named = replace(in_vain(WITHDRAWN), past_due=None)
    assert explained(named) == "not explained"


def season(today: date, **fields: object) -> PublishedCase:
    """A child with a dose of two seasons ago."""
    who = person(("2023-10-01", "905"))
    case = PublishedCase("X-3", "", "Rain", who, today, SeriesStatus.NOT_COMPLETE)
    return replace(case, **fields)  # type: ignore[arg-type]  # fields as the test names them


def test_a_case_of_another_season_is_explained() -> None:
    last = season(date(2024, 7, 2), earliest=date(2024, 7, 2), dose_number=1)
    assert "another season" in explained(last)
    assert "another season" in explained(season(date(2026, 7, 1)))
    assert explained(season(date(2025, 8, 1), dose_number=1)) == "not explained"


def test_a_dose_number_counted_over_the_whole_course_is_explained() -> None:
    start = date(2025, 7, 1)
    case = season(date(2025, 8, 1), dose_number=2, earliest=start, recommended=start)
    assert "whole course" in explained(case)
    assert explained(replace(case, dose_number=5)) == "not explained"
