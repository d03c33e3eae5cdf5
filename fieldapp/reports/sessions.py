"""The list of sessions: one row a lot, with what was loaded, given, wasted and returned."""

from __future__ import annotations

from collections.abc import Iterable

from fieldapp.domain.fees import amount_text
from fieldapp.reports.cells import minute, minute_or_none
from fieldapp.reports.session_summary import SessionSummary
from fieldapp.reports.table import Cell, Table

COLUMNS = [
    "session",
    "operation",
    "unit",
    "place",
    "key_area",
    "opened_at",
    "opened_by",
    "closed_at",
    "closed_by",
    "staff",
    "vaccine",
    "lot",
    "loaded",
    "given",
    "wasted",
    "returned",
    "missing",
    "people",
    "not_given",
    "struck_through",
    "cash_start",
    "cash_taken",
    "cash_refunded",
    "cash_counted",
    "currency",
    "receipts",
    "first_receipt",
    "last_receipt",
    "doses_unsent",
]


def session_table(summaries: Iterable[SessionSummary]) -> Table:
    """Oldest session first; a session without vials has one row, with no lot."""
    rows = [row for summary in summaries for row in _rows(summary)]
    return Table("sessions", tuple(COLUMNS), rows)


def _rows(summary: SessionSummary) -> list[tuple[Cell, ...]]:
    lots: list[tuple[Cell, ...]] = [
        (lot.vaccine, lot.lot, lot.loaded, lot.given, lot.wasted, lot.returned, lot.missing)
        for lot in summary.reckoning.lots
    ]
    head, tail = _head(summary), _tail(summary)
    return [(*head, *lot, *tail) for lot in lots or [(None,) * 7]]


def _head(s: SessionSummary) -> tuple[Cell, ...]:
    opened, closed = minute(s.opened_at), minute_or_none(s.closed_at)
    where = (s.label, s.operation, s.unit, s.place, s.key_area)
    return (*where, opened, s.opened_by, closed, s.closed_by, ", ".join(s.staff))


def _tail(s: SessionSummary) -> tuple[Cell, ...]:
    cash, receipts = s.reckoning.cash, s.receipts
    amounts = (cash.start, cash.taken, cash.refunded, cash.counted)
    return (
        s.people,
        s.declined,
        s.struck_through,
        *(None if one is None else amount_text(one, s.decimals) for one in amounts),
        s.currency,
        receipts.count,
        receipts.first,
        receipts.last,
        s.doses_unsent,
    )
