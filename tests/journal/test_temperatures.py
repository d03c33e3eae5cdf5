"""Readings are told by container and logger, in the order of time."""

from __future__ import annotations

from datetime import timedelta

from fieldapp.domain.cold_chain import Counted, Reading, Side
from fieldapp.journal import temperatures
from fieldapp.journal.journal import Journal
from fieldapp.journal.temperatures import Series
from fieldapp.wire.facts import TemperaturesCounted, TemperaturesRead
from tests.journal.laptop import NURSE


def test_every_logger_has_its_own_series(journal: Journal) -> None:
    now_s = int(journal.clock.now().timestamp())
    facts = [
        TemperaturesRead("Box", 480, now_s, [50, 60], [600], "L1"),
        TemperaturesRead("Box", 480, now_s - 600, [45], [], "L1"),
        TemperaturesRead("Box", 480, now_s, [44], []),
        TemperaturesRead("Fridge", 480, now_s - 100_000, [30], []),
        TemperaturesCounted("Box", 480, now_s, now_s + 9, "above", 240, "L1"),
        TemperaturesCounted("Box", 480, now_s, now_s + 9, "above", 180, "L1"),
        TemperaturesCounted("Box", 480, now_s, now_s + 9, "sideways", 1, "L1"),
    ]
    journal.append(facts, user=NURSE.login)
    assert temperatures.containers(journal) == ["Box", "Fridge"]
    since = journal.clock.now() - timedelta(hours=1)
    line = [Reading(now_s - 600, 45), Reading(now_s, 50), Reading(now_s + 600, 60)]
    counted = [Counted(Side.ABOVE, now_s, now_s + 9, 240)]
    assert temperatures.all_series(journal, since) == [
        Series("Box", "", [Reading(now_s, 44)]),
        Series("Box", "L1", line, counted),
    ]
    assert temperatures.all_series(journal, since, "Fridge") == []
    assert temperatures.known(journal, "Box", "L1", now_s, now_s + 600) == set(line[1:])
    assert temperatures.counted(journal, "Box", "L1") == {(now_s, Side.ABOVE): 240}
