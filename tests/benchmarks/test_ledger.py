"""Figures are kept with their origin, a missed goal stays visible, and the pages hold both."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.__main__ import BENCHMARKS
from tests.benchmarks.figure import Figure, rounded
from tests.benchmarks.ledger import (
    MARKS,
    README,
    Measured,
    keep,
    measured_now,
    read,
    worst_of_each_goal,
    write_pages,
)

MET = Figure("P1", "bytes a dose", 11.0, "bytes", 12)
MISSED = Figure("P9", "tables", 340, "doses/s", 20_000, at_least=True)
TOLD = Figure("P6", "whole verify", 7.25, "s")


def test_a_ratio_over_one_is_a_missed_goal_whichever_way_the_goal_points() -> None:
    assert MET.ratio == pytest.approx(11 / 12)
    assert MISSED.ratio == pytest.approx(20_000 / 340)
    assert TOLD.ratio is None
    assert Figure("P3", "receipts broken", 0, "", 0).ratio == 0
    assert Figure("P3", "receipts broken", 1, "", 0).ratio == float("inf")


def test_a_line_says_figure_goal_and_ratio() -> None:
    assert MET.line == "    bytes a dose: 11 bytes, goal ≤ 12 bytes, ratio 0.92"
    assert TOLD.line == "    whole verify: 7.25 s"


@pytest.mark.parametrize(
    ("value", "words"), [(0.123, "0.12"), (3, "3"), (45.67, "45.7"), (11_521, "11,521")]
)
def test_a_figure_has_as_many_digits_as_say_something(value: float, words: str) -> None:
    assert rounded(value) == words


def test_what_is_measured_again_replaces_what_was_said_before(tmp_path: Path) -> None:
    file, order = tmp_path / "latest.jsonl", ["P1", "P6", "P9"]
    keep([Measured(MISSED, "2026-11-01", "abc", "one"), here(TOLD)], order, file)
    again = Figure("P9", "tables", 2000, "doses/s", 20_000, at_least=True)
    kept = keep([here(again), here(MET)], order, file)
    assert [one.figure for one in kept] == [MET, TOLD, again]
    assert read(file) == kept


def test_the_pages_hold_every_figure_and_its_origin(tmp_path: Path) -> None:
    page, readme = tmp_path / "page.md", tmp_path / "readme.md"
    readme.write_text(f"before\n{MARKS[0]}\nold\n{MARKS[1]}\nafter\n", "utf-8")
    write_pages([here(MET), here(TOLD), here(MISSED)], page, readme)
    assert "| P9 | tables | 340 doses/s | ≥ 20,000 doses/s | **58.82** |" in page.read_text("utf-8")
    shown = readme.read_text("utf-8")
    assert shown.startswith("before\n") and shown.endswith("\nafter\n")
    assert "whole verify" in page.read_text("utf-8") and "whole verify" not in shown
    assert "P1, P9: 2026-11-28, commit abc, a machine." in shown
    assert "old" not in shown


def test_of_figures_that_share_a_goal_the_readme_shows_the_worst() -> None:
    slow = Figure("P5", "by phone", 4.5, "ms", 5)
    fast = Figure("P5", "by name", 1, "ms", 5)
    (shown,) = worst_of_each_goal([here(fast), here(slow), here(TOLD)])
    assert (shown.figure.words, shown.figure.value) == ("by phone; the worst of 2", 4.5)


def test_a_figure_of_now_names_day_commit_and_machine() -> None:
    (found,) = measured_now([MET])
    assert found.commit and found.day and "cores" in found.machine


def test_the_readme_shows_the_newest_figures() -> None:
    """Whoever measures writes the pages, too."""
    kept = read()
    assert {one.figure.code for one in kept} <= BENCHMARKS.keys() | {"P3", "P9"}
    shown = README.read_text("utf-8")
    for one in worst_of_each_goal(kept):
        assert one.figure.words in shown


def here(figure: Figure) -> Measured:
    return Measured(figure, "2026-11-28", "abc", "a machine")
