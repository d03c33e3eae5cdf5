"""What came of a workbook is said row by row."""

from __future__ import annotations

from fieldapp.actions.workbook.take_back import Taken
from fieldapp.cli.workbook_words import as_json, plan_in_words
from tests.actions.workbook.plans import PLAN


def test_a_plan_says_that_nothing_was_recorded_yet() -> None:
    first, *more = plan_in_words(PLAN, None)
    assert "1 doses and 0 not given to be recorded (nothing was recorded yet)" in first
    assert more == [
        "Row 2: possibly double, this dose is here already.",
        "Row 3 was recorded otherwise before: Lot covid-inact-bibp 0417 -> covid-inact-bibp 0418.",
        "Row 1: before the minimum interval.",
        "Line 9 refused, Day: This day is before the session began.",
    ]


def test_what_was_done_is_said_after_it() -> None:
    taken = Taken(1, 0, 1, 1, None)
    assert "recorded;" in next(iter(plan_in_words(PLAN, taken)))
    assert "1 records corrected." in list(plan_in_words(PLAN, taken))
    said = as_json(PLAN, taken)
    assert (said["corrected"], said["changed"], said["possible_double"]) == (1, {"3": ["lot"]}, [2])
