"""Movements first, then each lot's sums, which add up to what is on hand."""

from __future__ import annotations

from datetime import UTC, date, datetime

from fieldapp.domain.immunization import VaccineLot
from fieldapp.domain.stock import Kind, Movement, balance
from fieldapp.reports.stock import BalanceLine, MovementLine, stock_table

LOT = VaccineLot("covid-inact-bibp", "B-1", date(2027, 8, 31))
AT = datetime(2026, 11, 28, 6, 30, tzinfo=UTC)


def test_movements_come_first_and_the_sums_last() -> None:
    moved = MovementLine(
        AT, Kind.COUNTED, LOT, 5, -2, "boat-1", "lost", None, 18, None, "li-na", False
    )
    total = balance([Movement(Kind.RECEIVED, 20), Movement(Kind.LOADED, 15, "boat-1"),
                     Movement(Kind.COUNTED, -2, "boat-1")])  # fmt: skip
    table = stock_table([moved], [BalanceLine(LOT, 5, total, "good")])
    assert len(set(table.columns)) == len(table.columns)
    movement, summed = (dict(zip(table.columns, row, strict=True)) for row in table.rows)
    assert (movement["line"], movement["when_utc"]) == ("movement", "2026-11-28T06:30:00Z")
    assert (movement["doses"], movement["found_by_count"], movement["reason"]) == (-2, 18, "lost")
    assert movement["on_hand"] is None and summed["doses"] is None
    assert (summed["sum_received"], summed["sum_counted"]) == (20, -2)
    assert (summed["on_hand"], summed["in_store"], summed["in_boxes"]) == (18, 5, 13)
    assert (summed["expiry"], summed["standing"]) == ("2027-08-31", "good")
