"""Cells stand under their columns, whatever order they were told in."""

from __future__ import annotations

from fieldapp.reports.table import row_under


def test_what_is_not_told_of_a_row_is_an_empty_cell() -> None:
    assert row_under(("line", "day", "doses"), {"doses": 0, "line": "due"}) == ("due", None, 0)
