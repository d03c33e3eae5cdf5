"""The log read: filtered by laptop, day and result, newest first or oldest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select

from fieldapp.hub import postgres
from fieldapp.hub.sync_log.tables import sync_attempt

_attempt = sync_attempt.c


@dataclass(frozen=True, slots=True)
class Line:
    """One attempt; see the table for what each column means."""

    no: int
    at_s: int
    device: int | None
    via: int | None
    road: str
    result: str
    bytes_in: int
    bytes_out: int | None
    took_ms: int | None
    pages_new: int
    pages_known: int
    pages_lacking: int
    pages_refused: int
    records_new: int
    first_seq: int | None
    last_seq: int | None


@dataclass(frozen=True, slots=True)
class Filter:
    """Which attempts; `until_s` is exclusive. `others`: every result but these. `after_no`: those
    noted after one."""

    device: int | None = None
    from_s: int | None = None
    until_s: int | None = None
    results: tuple[str, ...] = ()
    others: bool = False
    after_no: int | None = None

    @property
    def wheres(self) -> list[ColumnElement[bool]]:
        """As conditions."""
        found = []
        if self.device is not None:
            found.append(_attempt.device == self.device)
        if self.from_s is not None:
            found.append(_attempt.at_s >= self.from_s)
        if self.until_s is not None:
            found.append(_attempt.at_s < self.until_s)
        if self.after_no is not None:
            found.append(_attempt.no > self.after_no)
        if self.results:
            among = _attempt.result.in_(self.results)
            found.append(~among if self.others else among)
        return found


def count(connection: Connection, which: Filter) -> int:
    """How many attempts."""
    wanted = select(func.count()).select_from(sync_attempt).where(*which.wheres)
    return int(connection.execute(wanted).scalar_one())


def newest(connection: Connection, which: Filter, *, skip: int, most: int) -> list[Line]:
    """One page of them, the newest first."""
    rows = _lines(which).order_by(_attempt.no.desc()).offset(skip).limit(most)
    return [_line(row) for row in connection.execute(rows)]


def next_of(connection: Connection, which: Filter, most: int) -> list[Line]:
    """The first of them, in the order in which they were noted, for whoever comes back for those
    after the last: none that another could still come before."""
    rows = _lines(which).order_by(_attempt.no).limit(most)
    if postgres.is_server(connection):
        rows = rows.where(postgres.settled(sync_attempt.name, _attempt.no.name))
    return [_line(row) for row in connection.execute(rows)]


def oldest_first(connection: Connection, which: Filter, most: int) -> Iterator[Line]:
    """For an export: the newest `most` of them, in the order in which they were."""
    last = select(_attempt.no).where(*which.wheres).order_by(_attempt.no.desc()).limit(most)
    rows = _lines(which).where(_attempt.no.in_(last.scalar_subquery())).order_by(_attempt.no)
    for row in connection.execution_options(yield_per=1000).execute(rows):
        yield _line(row)


def _lines(which: Filter) -> Select[Any]:
    return select(*(_attempt[name] for name in Line.__slots__)).where(*which.wheres)


def _line(row: Row[Any]) -> Line:
    return Line(**row._mapping)
