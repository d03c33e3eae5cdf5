"""Promises of what goes on beside the answers: a bug in it stops nothing, and does not hide."""

from __future__ import annotations

import logging

import pytest

from fieldapp.hub.upkeep.faults import Survived
from fieldapp.hub.upkeep.tally import COUNTERS, Tally


def test_a_fault_stops_nothing_is_counted_and_names_nobody(
    caplog: pytest.LogCaptureFixture,
) -> None:
    tally = Tally()
    with caplog.at_level(logging.ERROR), Survived(tally, "regions"):
        raise ValueError("王小明")
    assert tally.totals()["faults", "regions"] == 1
    assert "ValueError" in caplog.text and "王小明" not in caplog.text


def test_where_nothing_goes_wrong_nothing_is_counted() -> None:
    tally = Tally()
    with Survived(tally, "regions"):
        pass
    assert not any(tally.totals()["faults", where] for where in COUNTERS["faults"].values)


def test_who_stops_the_program_stops_it() -> None:
    tally = Tally()
    with pytest.raises(KeyboardInterrupt), Survived(tally, "regions"):
        raise KeyboardInterrupt
    assert tally.totals()["faults", "regions"] == 0
