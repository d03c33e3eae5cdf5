"""A typed temperature is kept with its container, and holds what it endangers."""

from __future__ import annotations

from datetime import timedelta

import pytest

from fieldapp.actions.cold_chain.record_temperature import (
    NoContainer,
    NoTemperature,
    record_temperature,
)
from fieldapp.journal import temperatures
from fieldapp.journal.journal import Journal
from tests.actions.cold_chain.practice import BOX, USER, practice_on, stocked


def test_a_reading_is_kept(journal: Journal) -> None:
    practice = practice_on(journal)
    taken = record_temperature(practice, "  Cold   box 1 ", "4.6", user=USER)
    assert (taken.tenths, taken.held) == (46, ())
    (series,) = temperatures.all_series(journal, practice.clock.now() - timedelta(hours=1))
    assert (series.container, [one.tenths for one in series.readings]) == (BOX, [46])


def test_nobody_can_say_that_a_single_warm_reading_was_short(journal: Journal) -> None:
    taken = record_temperature(stocked(journal), BOX, "9,5", user=USER)
    assert [one.reason for one in taken.held] == ["too-warm"]


def test_what_is_no_temperature_of_anything_is_refused(journal: Journal) -> None:
    practice = practice_on(journal)
    with pytest.raises(NoTemperature, match="hot is not a temperature"):
        record_temperature(practice, BOX, "hot", user=USER)
    with pytest.raises(NoContainer):
        record_temperature(practice, "  ", "4.6", user=USER)
    assert temperatures.containers(journal) == []
