"""The daily report read: a day's figures and the sums up to it, as known now, each beside what was
said when the day was first published."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from fieldapp.hub.daily.known import known, sums
from fieldapp.hub.daily.publishing import SPLITS
from fieldapp.hub.daily.shares import TOTAL, Cell
from fieldapp.hub.daily.tables import FIGURES, publication, published
from fieldapp.wire.dates import from_day, to_day

_said, _publication = published.c, publication.c


@dataclass(frozen=True, slots=True)
class Figures:
    """The numbers of a day, or of many together."""

    doses: int = 0
    contested: int = 0
    told: int = 0
    covered: int = 0
    completed: int = 0

    def plus(self, other: Figures) -> Figures:
        """Both together."""
        return Figures(*(getattr(self, name) + getattr(other, name) for name in FIGURES))


NOTHING = Figures()


@dataclass(frozen=True, slots=True)
class Restated:
    """What is known today, and what was said first; `said` None: it was never published."""

    known: Figures
    said: Figures | None

    @property
    def late(self) -> int:
        """Doses that came after they were reported; below zero: that were taken back since."""
        return 0 if self.said is None else self.known.doses - self.said.doses


@dataclass(frozen=True, slots=True)
class Day:
    """One day; `said_s`: when its figures were first published."""

    day: date
    figures: Restated
    said_s: int | None


@dataclass(frozen=True, slots=True)
class Part:
    """One product, key group or area: on the day, and since the start."""

    code: str
    on_day: Restated
    so_far: Figures


@dataclass(frozen=True, slots=True)
class Report:
    """All of it, as of one day; `days` since the first dose, each without a gap."""

    day: Day
    so_far: Restated
    days: tuple[Day, ...]
    parts: Mapping[str, tuple[Part, ...]]


def read_report(connection: Connection, as_of: date) -> Report:
    """The report of a day."""
    until = to_day(as_of) or 0
    publications = _publications(connection)
    days = _days(connection, until, publications)
    day = days[-1]
    so_far = sum_of(one.figures.known for one in days)
    first = _first_through(publications, until)
    said = None if first is None else sum_of(_said_by(connection, TOTAL, until, first).values())
    parts = {kind: _parts(connection, kind, until, first) for kind in SPLITS if kind != TOTAL}
    return Report(day, Restated(so_far, said), days, parts)


def _publications(connection: Connection) -> list[tuple[int, int, int]]:
    """Number, the day up to which it speaks, and when; the oldest first."""
    rows = select(_publication.no, _publication.through, _publication.at_s)
    return [(no, day, at_s) for no, day, at_s in connection.execute(rows.order_by(_publication.no))]


def _first_through(publications: list[tuple[int, int, int]], day: int) -> int | None:
    return next((no for no, through, _ in publications if through >= day), None)


def _days(
    connection: Connection, until: int, publications: list[tuple[int, int, int]]
) -> tuple[Day, ...]:
    counted = _by_day(connection, until)
    said: dict[int, list[tuple[int, Figures]]] = {}
    rows = select(published).where(_said.kind == TOTAL, _said.day <= until)
    for row in connection.execute(rows.order_by(_said.publication)):
        said.setdefault(row.day, []).append((row.publication, _figures(row)))
    first = min([until, *counted, *said])
    return tuple(
        _day(day, counted.get(day, NOTHING), said.get(day, []), publications)
        for day in range(first, until + 1)
    )


def _day(
    day: int,
    known: Figures,
    said: list[tuple[int, Figures]],
    publications: list[tuple[int, int, int]],
) -> Day:
    there = from_day(day) or date.min
    found = next(((no, at_s) for no, through, at_s in publications if through >= day), None)
    if found is None:
        return Day(there, Restated(known, None), None)
    no, at_s = found
    then = next((figures for publication, figures in said if publication == no), NOTHING)
    return Day(there, Restated(known, then), at_s)


def _by_day(connection: Connection, until: int) -> dict[int, Figures]:
    rows = sums(known.day).where(known.kind == TOTAL, known.day <= until)
    return {row.day: _figures(row) for row in connection.execute(rows)}


def _figures(row: object) -> Figures:
    return Figures(*(int(getattr(row, name)) for name in FIGURES))


def sum_of(figures: Iterable[Figures]) -> Figures:
    """All of them together."""
    total = NOTHING
    for one in figures:
        total = total.plus(one)
    return total


def _said_by(
    connection: Connection, kind: str, until: int, publication_no: int, since: int | None = None
) -> dict[Cell, Figures]:
    """What one publication said of these days: the last word up to it."""
    rows = select(published).where(
        _said.kind == kind, _said.day <= until, _said.publication <= publication_no
    )
    if since is not None:
        rows = rows.where(_said.day >= since)
    return {
        Cell(row.kind, row.code, row.day): _figures(row)
        for row in connection.execute(rows.order_by(_said.publication))
    }


def _parts(connection: Connection, kind: str, until: int, first: int | None) -> tuple[Part, ...]:
    today = sums(known.code).where(known.kind == kind, known.day == until)
    on_day = {row.code: _figures(row) for row in connection.execute(today)}
    so_far = sums_until(connection, kind, until)
    said = {} if first is None else _said_by(connection, kind, until, first, since=until)
    told = {cell.code: figures for cell, figures in said.items()}
    made = [
        Part(
            code,
            Restated(on_day.get(code, NOTHING), None if first is None else told.get(code, NOTHING)),
            so_far.get(code, NOTHING),
        )
        for code in so_far.keys() | on_day.keys() | told.keys()
    ]
    return tuple(sorted(made, key=lambda one: (-one.so_far.doses, one.code)))


def sums_until(connection: Connection, kind: str, until: int) -> dict[str, Figures]:
    """By part, everything up to a day."""
    rows = sums(known.code).where(known.kind == kind, known.day <= until)
    return {row.code: _figures(row) for row in connection.execute(rows)}


def last_days(days: tuple[Day, ...], most: int) -> tuple[Day, ...]:
    """The newest first."""
    return tuple(reversed(days[-most:]))
