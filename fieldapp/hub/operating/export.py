"""Operations as a table with stable columns: a row a session, opened last first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from fieldapp.hub.operating.reading import Operation, OperationFilter, page_of
from fieldapp.reports.cells import utc_of_or_none
from fieldapp.reports.table import Cell, Table

COLUMNS = (
    "device", "team", "label", "number", "unit", "place", "key_area", "programme", "opened_utc",
    "closed_utc", "doses_given", "doses_wasted", "records_here", "lacking", "unsent_at_close",
    "currency", "cash_expected", "cash_counted", "cash_missing",
)  # fmt: skip
_BATCH = 500


@dataclass(frozen=True, slots=True)
class Order:
    """What teams are called, of which operations the figures are `shown`, and how many rows at the
    most."""

    teams: Mapping[int, str]
    shown: Callable[[Operation], bool]
    most: int


def table_of(connection: Connection, which: OperationFilter, order: Order) -> Table:
    """Money is in the currency's smallest unit; what is not shown is empty."""
    return Table("operations", COLUMNS, list(_rows(connection, which, order)))


def _rows(
    connection: Connection, which: OperationFilter, order: Order
) -> Iterator[tuple[Cell, ...]]:
    for skip in range(0, order.most, _BATCH):
        rows = page_of(connection, which, skip=skip, most=_BATCH)
        yield from (_row(one, order) for one in rows)
        if len(rows) < _BATCH:
            return


def _row(one: Operation, order: Order) -> tuple[Cell, ...]:
    return (
        one.device, order.teams.get(one.device, ""), one.label, one.number, one.unit, one.place,
        one.key_area, one.programme, utc_of_or_none(one.opened_s), utc_of_or_none(one.closed_s),
        *(_figures(one) if order.shown(one) else _NOTHING),
    )  # fmt: skip


def _figures(one: Operation) -> tuple[Cell, ...]:
    return (
        one.given, one.wasted, one.doses, one.lacking, one.unsent, one.currency,
        one.cash_expected, one.cash_counted, one.cash_missing,
    )  # fmt: skip


_NOTHING: tuple[Cell, ...] = (None,) * 9
