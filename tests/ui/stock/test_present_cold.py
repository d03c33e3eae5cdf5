"""Temperatures in words: certain minutes, possible ones, and what came of a file."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from fieldapp.actions.cold_chain.cold_chain_state import ContainerState
from fieldapp.actions.cold_chain.import_temperatures import Imported
from fieldapp.actions.cold_chain.logger_file import BadCell
from fieldapp.domain.cold_chain import Excursion, Reading, Side, excursions
from fieldapp.domain.storage import Storage
from fieldapp.journal.temperatures import Series
from fieldapp.ui.stock import present_cold
from tools.screens.people import NOW

NOW_S = int(NOW.timestamp())
LIMITS = Storage(80, 20, True)
EXCURSION = Excursion(Side.ABOVE, NOW_S - 3600, NOW_S, 240, 240, Reading(NOW_S - 60, 84))


def container(*tenths: int, step_s: int = 600) -> ContainerState:
    first_s = NOW_S - step_s * (len(tenths) - 1)
    readings = [Reading(first_s + at * step_s, value) for at, value in enumerate(tenths)]
    found = tuple(reversed(excursions(readings, LIMITS, 3600)))
    return ContainerState("Box", LIMITS, (Series("Box", "L", readings),), readings[-1], found)


@pytest.mark.parametrize(
    ("least_s", "most_s", "words"),
    [
        (240, 240, "4 min"),
        (0, 6 * 3600, "0 min to 6 h 0 min"),
        (2100, None, "35 min or more"),
        (2100, 2130, "35 min"),
    ],
)
def test_what_is_certain_and_what_is_possible(least_s: int, most_s: int | None, words: str) -> None:
    one = replace(EXCURSION, least_s=least_s, most_s=most_s)
    assert present_cold.outside_words(one) == words


def test_the_thermometer_tells_range_and_limits() -> None:
    shown = present_cold.thermometer(container(46, 47), NOW)
    assert (shown.now, shown.state, shown.tone) == ("4.7 °C", "in range", "ok")
    assert shown.when == "read today 14:32 · limits 2 to 8 °C"
    assert present_cold.thermometer(container(46, 91), NOW).state == "too warm"
    cold = present_cold.thermometer(container(46, -5), NOW)
    assert (cold.now, cold.state, cold.tone) == ("−0.5 °C", "too cold", "stop")
    assert present_cold.thermometer(None, NOW).name == ""


def test_a_vaccine_that_cold_does_not_harm_has_one_limit() -> None:
    hardy = replace(container(46, 47), limits=Storage(80, None, False))
    assert present_cold.thermometer(hardy, NOW).when.endswith("limits up to 8.0 °C")


def test_the_chart_marks_the_newest_excursion_in_words() -> None:
    chart = present_cold.thermometer(container(46, 90, 46, 46, 95, 46), NOW).chart
    assert [mark.words for mark in chart.marks] == ["9.5 °C, 7 min", ""]
    assert chart.words == "Box: 4.6 °C, in range. Outside the limits in this time: 2"
    assert 1 <= len(chart.ticks) <= 6 and chart.first_s < chart.last_s


@pytest.mark.parametrize("days", present_cold.PERIODS)
def test_ticks_are_few_whatever_the_period(days: int) -> None:
    long = container(*[46] * (days * 24), step_s=3600)
    chart = present_cold.thermometer(long, NOW, days).chart
    assert 1 <= len(chart.ticks) <= 7


def test_nothing_chosen_shows_what_was_read_last_and_a_new_name_shows_nothing() -> None:
    shown = present_cold.cold((container(46, 90, 46),), ("Box",), "", NOW, 1, ())
    assert (shown.chosen, len(shown.excursions)) == ("Box", 1)
    assert shown.excursions[0].lots == "none" and "WHO/PQS/E006" in shown.rule
    assert present_cold.cold((container(46),), ("Box",), "New", NOW, 7, ()).excursions == []


def test_what_came_of_a_file_is_told_with_the_lines_that_were_not_taken() -> None:
    bad = tuple(BadCell(n, "Temp", "---", "missing") for n in range(2, 7))
    when = datetime(2026, 11, 22, tzinfo=UTC)
    came = Imported("L", 10, 4, 1, bad, when, when, cancelled=True)
    shown = present_cold.imported(came)
    assert shown.words == (
        "4 readings read, 1 were here before. Stopped: the same file again goes on from"
        " here. 5 lines were not taken: line 2, Temp: nothing stands there; line 3, Temp: nothing"
        " stands there; line 4, Temp: nothing stands there; and 2 more."
    )
    assert shown.tone == "wait"
