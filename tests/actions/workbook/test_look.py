"""What a workbook would do is judged by the journal of the moment, with one question a row."""

from __future__ import annotations

from dataclasses import replace

from fieldapp.actions.record_dose import DoseOrder, record_dose
from fieldapp.actions.workbook.look import look
from fieldapp.actions.workbook.strangers import DOUBLE, Ready
from fieldapp.domain.immunization import BodySite
from tests.actions.operation import A
from tests.actions.workbook.made_up import Field
from tests.actions.workbook.plans import DOSE, FATIMA
from tests.journal.laptop import NURSE


def test_a_row_is_ready_until_the_dose_is_recorded_elsewhere(field: Field) -> None:
    wang = field.knows("王建国", 40)
    field.begins()
    practice, row = field.operation.practice, Ready(1, DOSE, wang)
    seen = look(practice, [row])
    assert (seen.ready, seen.held, seen.already_here) == ((row,), (), 0)
    order = DoseOrder(wang, A, BodySite.LEFT_DELTOID)
    record_dose(practice.journal, order, clock=practice.clock, user=NURSE.login)
    assert look(practice, seen.ready).held == (replace(row, asks=DOUBLE),)


def test_the_same_stranger_in_two_rows_is_asked_about_once(field: Field) -> None:
    rows = [
        Ready(n, replace(DOSE, line=n, row=bytes([n]) * 16, client=FATIMA), None, walk_in=True)
        for n in (1, 2)
    ]
    seen = look(field.operation.practice, rows)
    assert [one.number for one in seen.ready] == [1]
    assert [(one.number, one.asks) for one in seen.held] == [(2, DOUBLE)]
