"""Whoever stands in a row is found again by the ref that the workbook bears."""

from __future__ import annotations

from dataclasses import replace

from fieldapp.actions.workbook.standing import Standing
from fieldapp.actions.workbook.strangers import Ready
from tests.actions.workbook.made_up import Field
from tests.actions.workbook.plans import DOSE, FATIMA


def test_somebody_listed_is_found_and_a_stranger_is_not(field: Field) -> None:
    client = field.knows("王建国", 40)
    standing = Standing(field.operation.journal, ())
    found = standing.client_of(client[:16])
    assert found is not None
    assert (found.client_id, found.details.name) == (client, "王建国")
    assert standing.client_of(b"x" * 16) is None


def test_history_is_all_that_is_known_of_them(field: Field) -> None:
    client = field.knows("王建国", 40, 80)
    row = Ready(1, DOSE, client)
    standing = Standing(field.operation.journal, [row])
    assert len(standing.history(row.row)) == 2
    assert standing.history(replace(DOSE, row=b"n" * 16)) == ()


def test_two_rows_of_one_person_are_told_by_who_it_is_not_by_how_they_are_written(
    field: Field,
) -> None:
    client = field.knows("王建国", 40)
    listed = Ready(1, DOSE, client)
    typed = Ready(2, replace(DOSE, line=9, row=b"t" * 16, client=FATIMA), client, walk_in=True)
    standing = Standing(field.operation.journal, [listed, typed])
    assert standing.who(listed.row) == standing.who(typed.row)
    assert standing.who(replace(typed.row, row=b"n" * 16)) != standing.who(listed.row)
