"""Promises of the hub's numbers about itself."""

from __future__ import annotations

import os
import sys

import pytest

from fieldapp.hub.upkeep.tally import COUNTERS, DURATIONS, Tally


def test_counts_add_up_over_all_processes() -> None:
    tally = Tally(3)
    for row in range(3):
        tally.of(row).add("receipts", amount=row + 1)
    assert tally.totals()["receipts", ""] == 6


@pytest.mark.skipif(sys.platform == "win32", reason="no process can be forked")
def test_what_a_killed_process_counted_is_not_lost() -> None:
    tally = Tally(2)
    process = os.fork()
    if process == 0:
        tally.of(1).add("frames", "new", 7)
        os._exit(9)
    os.waitpid(process, 0)
    assert tally.totals()["frames", "new"] == 7


def test_what_a_stranger_says_never_becomes_a_label() -> None:
    tally = Tally()
    before = set(tally.totals())
    tally.add("refusals", "Zhang Test, born 1980")
    assert tally.totals()["refusals", "other"] == 1
    assert set(tally.totals()) == before


def test_an_answer_by_an_unknown_status_is_a_fault_of_the_program() -> None:
    with pytest.raises(KeyError):
        Tally().add("answers", "9xx")


def test_a_duration_is_in_one_cell_and_in_the_sum() -> None:
    tally = Tally()
    tally.took("sync_seconds", 0.3)
    tally.took("sync_seconds", 99)
    totals = tally.totals()
    assert (totals["sync_seconds", "0.5"], totals["sync_seconds", "+Inf"]) == (1, 1)
    assert totals["sync_seconds", "sum"] == 99.3


def test_labels_are_few() -> None:
    assert all(len(one.values) <= 16 for one in COUNTERS.values())
    assert all(len(span.cells) <= 16 for span in DURATIONS.values())
