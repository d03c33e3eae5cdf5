"""A row that was recorded before says what differs, and nothing that does not."""

from __future__ import annotations

from dataclasses import replace

from fieldapp.actions.workbook.differences import Change, differences_of
from fieldapp.actions.workbook.strangers import Ready
from fieldapp.domain.immunization import BodySite, ImmunizationStatus
from tests.actions.workbook.plans import DOSE, EVENT

ROW = Ready(1, DOSE, EVENT.client_id)


def changes(row: Ready, **recorded: object) -> tuple[Change, ...]:
    event = replace(EVENT, vaccinator="nurse.test", **recorded)  # type: ignore[arg-type]  # fields of an event
    found = differences_of([row], {row.row.row: event})
    return found[0].changes if found else ()


def test_the_same_row_differs_in_nothing_however_its_lot_was_written() -> None:
    assert changes(ROW) == ()
    assert changes(replace(ROW, row=replace(DOSE, lot=" 0417"))) == ()
    assert changes(replace(ROW, row=replace(DOSE, vaccinator=None))) == ()


def test_every_column_that_differs_is_named_with_both_words() -> None:
    assert changes(ROW, site=BodySite.ORAL, note="x") == (
        Change("site", "oral", ""),
        Change("note", "x", ""),
    )


def test_what_somebody_struck_through_is_settled() -> None:
    struck = ImmunizationStatus.ENTERED_IN_ERROR
    assert changes(ROW, status=struck, reason="wrong-person") == ()
