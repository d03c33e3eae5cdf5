"""A published case beside our answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from fieldapp.domain.cdsi.forecast import SeriesStatus
from fieldapp.domain.cdsi.published_case import (
    ExpectedDose,
    PublishedCase,
    answer_to,
    differences,
)
from fieldapp.domain.cdsi.track import Status

from .made_up import KILLED, data, person

ALL = data()
CASE = PublishedCase(
    id="X-1",
    name="Dose 2 a day too soon",
    group="Sunpox",
    person=person(("2020-03-10", KILLED), ("2020-04-02", KILLED), ("2020-04-02", "905")),
    today=date(2020, 4, 2),
    status=SeriesStatus.NOT_COMPLETE,
    doses=(
        ExpectedDose(1, Status.VALID),
        ExpectedDose(2, Status.NOT_VALID, "Interval: too Soon"),
    ),
    dose_number=2,
    earliest=date(2020, 4, 30),
    recommended=date(2020, 5, 10),
    past_due=date(2020, 7, 7),
)


def found(case: PublishedCase) -> list[str]:
    group = ALL.group_named(case.group)
    assert group is not None
    return [str(one) for one in differences(ALL, case, answer_to(ALL, group, case))]


def test_a_case_that_agrees_has_no_differences() -> None:
    assert found(CASE) == []


def test_every_difference_is_told_with_both_values() -> None:
    case = replace(CASE, earliest=date(2020, 5, 1), past_due=None, dose_number=3)
    assert found(case) == [
        "earliest: 2020-04-30, expected 2020-05-01",
        "past due: 2020-07-07, expected nothing",
        "dose number: 2, expected 3",
    ]


def test_a_dose_is_compared_by_its_standing_and_its_reason() -> None:
    wrong = (
        ExpectedDose(1, Status.EXTRANEOUS, "Age: Too Old"),
        ExpectedDose(2, Status.NOT_VALID, "Weather"),
    )
    assert found(replace(CASE, doses=wrong)) == [
        "dose 1 is: Valid, expected Extraneous Age: Too Old",
        "dose 2 because of: Interval: Too Soon, expected Weather",
    ]


def test_a_dose_of_another_group_is_judged_in_its_own() -> None:
    case = replace(CASE, doses=(ExpectedDose(3, Status.NOT_VALID, "Age: Too Young"),))
    assert found(case) == []
    nothing = replace(
        CASE, person=person(("2020-04-02", "999")), doses=(ExpectedDose(1, Status.VALID),)
    )
    assert "dose 1 is: not judged, expected Valid" in found(nothing)
