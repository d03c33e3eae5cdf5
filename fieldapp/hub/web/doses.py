"""Dose records listed: by the day on which they were given, team, product and state."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from fieldapp.hub import schema
from fieldapp.hub.fold.rows import rows_in
from fieldapp.wire.dates import to_minutes

_dose, _client = schema.dose.c, schema.client.c
_MINUTES_A_DAY = 1440


@dataclass(frozen=True, slots=True)
class DoseFilter:
    """Which records; a day is that of the place where the dose was given."""

    day: date | None = None
    device: int | None = None
    vaccine: str | None = None
    state: str | None = None

    @property
    def wheres(self) -> list[ColumnElement[bool]]:
        """As conditions."""
        found: list[ColumnElement[bool]] = [_dose.given.is_(True)]
        if self.day is not None:
            begins = to_minutes(datetime(self.day.year, self.day.month, self.day.day))
            found.append(_dose.occurred_min >= begins)
            found.append(_dose.occurred_min < begins + _MINUTES_A_DAY)
        if self.device is not None:
            found.append(_dose.device == self.device)
        if self.vaccine is not None:
            found.append(_dose.vaccine == self.vaccine)
        if self.state is not None:
            found.append(_dose.state == self.state)
        return found


@dataclass(frozen=True, slots=True)
class DoseLine:
    """One record; `name` is None where it is not known whose it is."""

    id: bytes
    client: bytes | None
    name: str | None
    device: int
    vaccine: str | None
    lot: str | None
    occurred_min: int | None
    state: str
    contest: str | None
    recorded_by: str


def count(connection: Connection, which: DoseFilter) -> int:
    """How many records."""
    wanted = select(func.count()).select_from(schema.dose).where(*which.wheres)
    return int(connection.execute(wanted).scalar_one())


def vaccines(connection: Connection) -> list[str]:
    """Every product that was ever given."""
    listed = select(_dose.vaccine).where(_dose.vaccine.is_not(None)).distinct()
    return list(connection.execute(listed.order_by(_dose.vaccine)).scalars())


def page_of(connection: Connection, which: DoseFilter, *, skip: int, most: int) -> list[DoseLine]:
    """One page of them, the newest first; records without a time come last."""
    wanted = (
        select(schema.dose)
        .where(*which.wheres)
        .order_by(_dose.occurred_min.is_(None), _dose.occurred_min.desc(), _dose.id)
        .offset(skip)
        .limit(most)
    )
    rows = connection.execute(wanted).all()
    names = _names(connection, {row.client for row in rows if row.client is not None})
    return [_line(row, names) for row in rows]


def given(
    connection: Connection, records: Iterable[bytes]
) -> dict[bytes, tuple[int | None, str | None]]:
    """When and what was given, of each that is a dose record."""
    columns = [_dose.id, _dose.occurred_min, _dose.vaccine]
    rows = rows_in(connection, columns, _dose.id, set(records))
    return {bytes(row.id): (row.occurred_min, row.vaccine) for row in rows}


def _names(connection: Connection, clients: Iterable[bytes]) -> dict[bytes, str | None]:
    rows = rows_in(connection, [_client.id, _client.name], _client.id, clients)
    return {bytes(row.id): row.name for row in rows}


def _line(row: Any, names: dict[bytes, str | None]) -> DoseLine:
    return DoseLine(
        row.id, row.client, names.get(row.client), row.device, row.vaccine, row.lot,
        row.occurred_min, row.state, row.contest, row.recorded_by,
    )  # fmt: skip
