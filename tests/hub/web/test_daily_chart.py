"""Promises of the chart: heights follow the numbers, late on top, weeks when there are many."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from fieldapp.hub.daily.report import Day, Figures, Restated
from fieldapp.hub.web.daily_chart import BASE, MOST_BARS, TOP, WIDTH, chart_of

START = date(2021, 3, 1)


def days(*doses: int, said: int | None = None) -> list[Day]:
    then = None if said is None else Figures(said)
    return [
        Day(START + timedelta(days=at), Restated(Figures(number), then), None)
        for at, number in enumerate(doses)
    ]


def test_bars_are_as_high_as_their_numbers_and_within_the_drawing() -> None:
    low, high = chart_of(days(5, 10)).bars
    assert high.height == pytest.approx(2 * low.height)
    assert high.y == TOP and low.y + low.height == pytest.approx(BASE)
    assert high.x + high.width <= WIDTH


def test_what_came_late_lies_on_top_of_what_was_reported() -> None:
    chart = chart_of(days(10, said=8))
    (bar,) = chart.bars
    assert (bar.doses, bar.late, chart.some_late) == (10, 2, True)
    assert bar.late_y + bar.late_height == pytest.approx(bar.y)
    assert bar.late_height == pytest.approx(bar.height / 4)


def test_what_was_struck_through_since_draws_nothing_below_the_ground() -> None:
    (bar,) = chart_of(days(8, said=10)).bars
    assert (bar.late, bar.late_height) == (0, 0)


def test_many_days_become_weeks_and_none_is_lost() -> None:
    chart = chart_of(days(*[1] * (MOST_BARS + 3)))
    assert chart.weeks and sum(bar.doses for bar in chart.bars) == MOST_BARS + 3
    assert (chart.bars[0].last - chart.bars[0].first).days == 6
    assert chart.bars[-1].dated and not chart.bars[-1].seldom


def test_few_bars_all_say_their_number_and_many_only_those_with_a_date() -> None:
    few, many = chart_of(days(*[1] * 30)).bars, chart_of(days(*[1] * 40)).bars
    assert all(bar.valued for bar in few) and not all(bar.dated for bar in few)
    assert [bar.valued for bar in many] == [bar.dated for bar in many]


def test_no_dose_at_all_is_a_flat_chart() -> None:
    (bar,) = chart_of(days(0)).bars
    assert (bar.height, chart_of(days(0)).highest) == (0, 0)
