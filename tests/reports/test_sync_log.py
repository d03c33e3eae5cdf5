from __future__ import annotations

from datetime import UTC, datetime

from fieldapp.reports.sync_log import AttemptLine, SumLine, sync_log_table

AT = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)
HEAD = bytes(range(32))


def test_every_attempt_is_a_row_and_the_sum_comes_last() -> None:
    attempt = AttemptLine(AT, "http", "Done.", 3, 2700, 900, 2.13, 93, 93, 1200, HEAD)
    table = sync_log_table(17, [attempt], SumLine(AT, 184, 63, 121, 1300, HEAD))
    first, last = (dict(zip(table.columns, row, strict=True)) for row in table.rows)
    assert (first["line"], first["device"], first["doses_confirmed"]) == ("attempt", 17, 93)
    assert (first["head_hash"], first["recorded"]) == (HEAD.hex(), None)
    assert (last["line"], last["recorded"], last["waiting"], last["confirmed"]) == (
        "sum",
        184,
        63,
        121,
    )
    assert last["unaccounted"] == 0


def test_a_sum_that_does_not_come_out_is_said_and_not_smoothed() -> None:
    table = sync_log_table(1, [], SumLine(AT, 10, 3, 6, 20, HEAD))
    last = dict(zip(table.columns, table.rows[-1], strict=True))
    assert last["unaccounted"] == 1
