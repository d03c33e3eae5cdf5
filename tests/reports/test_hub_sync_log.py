"""Promises of the hub's log as a table: every kind of row under its columns, sums at the end."""

from __future__ import annotations

from datetime import UTC, datetime

from fieldapp.reports.cells import utc
from fieldapp.reports.hub_sync_log import (
    COLUMNS,
    Head,
    HubAttempt,
    OwedRange,
    Sum,
    hub_sync_log_table,
)

AT = datetime(2026, 11, 27, 10, 42, tzinfo=UTC)


def test_rows_stand_under_their_columns() -> None:
    attempt = HubAttempt(
        AT, 3, "Boat", "neighbour", 1, "received", "4 records received.", 900, None, 0.25,
        (1, 2, 3, 4), 5, 10, 14,
    )  # fmt: skip
    head = Head(3, b"\1", 14, b"\2", 14, AT)
    owed = OwedRange(3, b"\1", 15, 18, AT, "beacon")
    whole = Sum(AT, None, None, 18, 4, 14, (5, 4, 3, 2, 1), 0)
    table = hub_sync_log_table([attempt], [head], [owed], [whole])
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in table.rows]
    assert [row["line"] for row in rows] == ["attempt", "head", "owed", "total"]
    assert (rows[0]["via_device"], rows[0]["pages_refused"], rows[0]["last_seq"]) == (1, 4, 14)
    assert (rows[1]["head_hash"], rows[1]["receipt_utc"]) == ("02", utc(AT))
    assert (rows[2]["owed_first"], rows[2]["owed_last"], rows[2]["road"]) == (15, 18, "beacon")
    assert (rows[3]["dose_records"], rows[3]["erased"], rows[3]["waiting"]) == (15, 1, 4)
