"""Whoever stands in a row is found again by the ref that the workbook bears."""

from __future__ import annotations

from fieldapp.actions.workbook.standing import Standing
from fieldapp.actions.workbook.take_back import Ready
from tests.actions.workbook.made_up import Field
from tests.actions.workbook.plans import DOSE


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
    assert len(standing.history(row.row.client)) == 2
    assert standing.history(row.row.client.__class__("Nobody")) == ()
