"""What came of a workbook is said row by row."""

from __future__ import annotations

from dataclasses import replace

from fieldapp.actions.workbook.strangers import ALIKE, ANOTHER
from fieldapp.actions.workbook.take_back import Taken
from fieldapp.cli.workbook_words import as_json, plan_in_words
from tests.actions.workbook.plans import HELD, PLAN, SEEN


def test_a_plan_says_that_nothing_was_recorded_yet() -> None:
    first, *more = plan_in_words(PLAN, None)
    assert "1 doses and 0 not given to be recorded (nothing was recorded yet)" in first
    assert more == [
        "Row 2: possibly double, a dose of this vaccine is here already.",
        "Row 3 was recorded otherwise before: Lot covid-inact-bibp 0417 -> covid-inact-bibp 0418.",
        "Row 1: before the minimum interval.",
        "Line 9 refused, Day: This day is before the session began.",
    ]


def test_every_question_about_a_row_is_said_in_its_own_words() -> None:
    held = tuple(
        replace(HELD, number=number, asks=asks, like="刘阳")
        for number, asks in ((4, ANOTHER), (5, ALIKE))
    )
    made = replace(PLAN, seen=replace(SEEN, held=held))
    said = list(plan_in_words(made, None))[1:3]
    assert "Row 4: from this row another copy of the workbook recorded somebody else." in said[0]
    assert "Row 5: perhaps somebody known: 刘阳." in said[1]
    told = as_json(made, None)
    assert (told["possible_double"], told["another_person"], told["perhaps_known"]) == (
        [],
        [4],
        [5],
    )


def test_what_was_done_is_said_after_it() -> None:
    taken = Taken(1, 0, 1, 1, None)
    assert "recorded;" in next(iter(plan_in_words(PLAN, taken)))
    assert "1 records corrected." in list(plan_in_words(PLAN, taken))
    said = as_json(PLAN, taken)
    assert (said["corrected"], said["changed"], said["possible_double"]) == (1, {"3": ["lot"]}, [2])
