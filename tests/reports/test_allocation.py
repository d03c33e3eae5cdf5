"""Promises of the report: columns stay, a total names no place."""

from __future__ import annotations

from datetime import UTC, date, datetime

from fieldapp.reports.allocation import COLUMNS, AllocationHead, AllocationLine, allocation_table


def test_a_line_without_a_place_is_a_total() -> None:
    decided = datetime(2026, 11, 28, 10, tzinfo=UTC)
    head = AllocationHead(3, decided, "lu", "ferry", "bopv", 20, 25, 10)
    line = AllocationLine(
        49, date(2026, 11, 30), None, 9, 1, 20, 0, 0, 40, None, None, 20, 40, 80, 20
    )
    (row,) = allocation_table(head, [line]).rows
    told = dict(zip(COLUMNS, row, strict=True))
    assert (told["line"], told["place"], told["decided_utc"]) == (
        "total",
        None,
        "2026-11-28T10:00:00Z",
    )
    assert (told["second_doses"], told["first_doses"]) == (20, 40)
    assert (told["supply_doses"], told["left_doses"]) == (80, 20)
