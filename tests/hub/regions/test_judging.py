"""Doses that came too early or were of another make are marked by the programme's own rules."""

from __future__ import annotations

from datetime import date

from fieldapp.actions.programme import load_catalogue, load_programme
from fieldapp.domain.schedule.case import PriorDose
from fieldapp.hub.regions.judging import judge_by

JUDGE = judge_by(load_programme("cn-nhc-2021-03-29"), load_catalogue())
BORN = date(1980, 5, 17)
FIRST = PriorDose(date(2021, 5, 1), "covid-inact-bibp")


def test_a_course_as_it_should_be_has_no_mark() -> None:
    second = PriorDose(date(2021, 5, 30), "covid-inact-bibp")
    assert list(JUDGE(BORN, [FIRST, second])) == ["", ""]
    assert list(JUDGE(BORN, [])) == []


def test_a_dose_far_too_early_is_marked() -> None:
    second = PriorDose(date(2021, 5, 8), "covid-inact-bibp")
    assert list(JUDGE(BORN, [FIRST, second])) == ["", "too-early"]


def test_a_dose_of_another_platform_is_marked() -> None:
    second = PriorDose(date(2021, 5, 30), "covid-ad5-cansino")
    assert list(JUDGE(BORN, [FIRST, second])) == ["", "wrong-product"]


def test_a_dose_after_the_series_is_marked() -> None:
    second, third = (PriorDose(date(2021, month, 30), "covid-inact-bibp") for month in (5, 8))
    assert list(JUDGE(BORN, [FIRST, second, third])) == ["", "", "after-series"]
