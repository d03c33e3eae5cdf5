from __future__ import annotations

from datetime import UTC, datetime

from fieldapp.domain.reconciliation import CashCount, LotCount, Reconciliation
from fieldapp.reports.session_summary import Receipts, SessionSummary
from fieldapp.reports.sessions import COLUMNS, session_table

SUMMARY = SessionSummary(
    label="Boat 3 · 71",
    team="Test team",
    operation=71,
    unit="Boat 3",
    place="Pier",
    programme="p",
    opened_at=datetime(2021, 8, 1, 5, 10, tzinfo=UTC),
    opened_by="Li Na",
    reckoning=Reconciliation(
        (LotCount("v", "0417", 150, 131, 1, 18), LotCount("v", "0418", 60, 53, 0, None)),
        CashCount(20_000, 9_350, 0, None, 1),
    ),
    currency="CNY",
    staff=("Li Na", "Gao Jun"),
    receipts=Receipts(1, "71-00001-ABCD", "71-00001-ABCD"),
)


def test_a_row_a_lot_with_the_session_s_own_words_on_each() -> None:
    table = session_table([SUMMARY])
    told = [dict(zip(COLUMNS, row, strict=True)) for row in table.rows]
    assert [one["lot"] for one in told] == ["0417", "0418"]
    assert [one["missing"] for one in told] == [0, None]
    assert told[0]["opened_at"] == "2021-08-01T05:10"
    assert told[0]["closed_at"] is None
    assert (told[1]["cash_start"], told[1]["cash_taken"], told[1]["cash_counted"]) == (
        "200",
        "93.50",
        None,
    )
    assert told[1]["staff"] == "Li Na, Gao Jun"
