"""Columns have a place, and the printed ones are columns."""

from __future__ import annotations

from fieldapp.reports.workbook.columns import COLUMNS, KEYS, SHOWN, index, letter


def test_every_column_has_one_letter() -> None:
    assert [letter(key) for key in KEYS] == list("ABCDEFGHIJKLMNOPQRST")
    assert index("row") == len(COLUMNS) - 1


def test_what_is_printed_of_somebody_is_never_typed_over() -> None:
    typed = {column.key for column in COLUMNS if column.typed == "all"}
    assert typed.isdisjoint(SHOWN)
