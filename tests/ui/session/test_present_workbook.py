from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from fieldapp.actions.programme import load_catalogue
from fieldapp.actions.workbook.differences import Change
from fieldapp.actions.workbook.export import Written
from fieldapp.actions.workbook.strangers import ALIKE, ANOTHER
from fieldapp.actions.workbook.take_back import Taken
from fieldapp.ui.session.present_workbook import (
    first_state,
    plan_state,
    taken_words,
    written_words,
)
from tests.actions.workbook.plans import HELD, PLAN, SEEN


def test_a_plan_names_every_row_that_somebody_must_look_at() -> None:
    state = plan_state(load_catalogue(), PLAN, may_write=True)
    assert "1 doses and 0 not given" in state.title
    said = [(line.words, line.detail, line.ask) for line in state.lines]
    assert said[0][0] == "Row 2, Fatima Al-Sayed: possibly double"
    assert said[0][1].endswith("BIBP 0417, 2021-08-01")
    assert said[1][1:] == ("Lot BIBP 0417 → BIBP 0418", 3)
    assert said[2][:2] == (
        "Line 9, 刘洋: refused",
        "Day: This day is before the session began.",
    )
    assert said[3] == ("Row 1, 王建国: before the minimum interval", "", None)


def test_every_question_about_a_row_is_asked_in_its_own_words() -> None:
    held = tuple(
        replace(HELD, number=number, asks=asks, like="刘阳")
        for number, asks in ((4, ANOTHER), (5, ALIKE))
    )
    state = plan_state(
        load_catalogue(), replace(PLAN, seen=replace(SEEN, held=held)), may_write=True
    )
    other, alike = state.lines[:2]
    assert "somebody else stands in this row of another copy" in other.words
    assert (other.ask, other.offer) == (4, "Record this person too")
    assert "perhaps somebody known: 刘阳" in alike.words
    assert "BIBP 0417, 2021-08-01" in alike.detail
    assert (alike.ask, alike.offer) == (5, "It is somebody else: record them")


def test_who_gave_a_dose_is_called_by_name() -> None:
    change = Change("vaccinator", "Li Na", "nurse.test")
    (one,) = SEEN.changed
    frame = replace(PLAN.returned.frame, staff=(("Nurse Test", "nurse.test"), ("Li Na", "")))
    made = replace(
        PLAN,
        returned=replace(PLAN.returned, frame=frame),
        seen=replace(SEEN, held=(), changed=(replace(one, changes=(change,)),)),
    )
    first = plan_state(load_catalogue(), made, may_write=True).lines[0]
    assert first.detail == "Vaccinator Li Na → Nurse Test"


def test_of_thousands_of_refused_rows_no_more_are_shown_than_are_read() -> None:
    made = replace(PLAN, refusals=PLAN.refusals * 5000)
    state = plan_state(load_catalogue(), made, may_write=True)
    assert len(state.lines) < 110
    assert any(line.words == "4900 more rows are refused." for line in state.lines)


def test_what_was_done_and_what_waits_is_said() -> None:
    said = taken_words(Taken(2, 1, 0, 3, Path("session.xlsx.refused.csv")))
    assert "2 doses, 1 not given" in said
    assert "3 rows wait" in said
    assert "session.xlsx.refused.csv" in said


def test_a_workbook_without_a_lot_says_so() -> None:
    said = written_words(Written("s", "AAAA", 3, 20, 0, 2), "x.xlsx")
    assert "No lot is on board" in said
    assert "2 more are due" in said


def test_without_an_operation_one_can_only_be_brought_back() -> None:
    assert "open the operation first" in first_state(may_write=False).lines[-1].words
    assert not first_state(may_write=False).may_write
