"""Who got a lot: every dose of it that stands, with the person and how to reach them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, literal_column, select

from fieldapp.domain.lot import lot_key
from fieldapp.hub import schema
from fieldapp.hub.fold.rows import rows_in
from fieldapp.hub.lots.tables import lot_sum
from fieldapp.hub.regions.people import details_of
from fieldapp.hub.schema import LOT_BEGINS

_dose, _client, _sum = schema.dose.c, schema.client.c, lot_sum.c
_STANDING = ("counted", "contested")
_MOST_BEGINNING = 60
BATCH = 500


@dataclass(frozen=True, slots=True)
class GotIt:
    """One dose and who got it. `phone` None: none was written down; `name` None: not known whose
    dose it is."""

    dose: bytes
    person: bytes | None
    name: str | None
    born: str
    phone: str | None
    language: str | None
    area: str
    occurred_min: int
    device: int
    recorded_by: str
    told: bool


def count(connection: Connection, vaccine: str, lot: str) -> tuple[int, int]:
    """How many doses of a lot stand, and how many people got them."""
    wanted = (
        select(func.count(), func.count(_client.person.distinct()))
        .select_from(schema.dose.outerjoin(schema.client, _client.id == _dose.client))
        .where(*_of(connection, vaccine, lot))
    )
    doses, people = connection.execute(wanted).one()
    return int(doses), int(people)


def page_of(
    connection: Connection, vaccine: str, lot: str, *, skip: int = 0, most: int
) -> list[GotIt]:
    """One page of them, the newest dose first."""
    wanted = (
        select(schema.dose)
        .where(*_of(connection, vaccine, lot))
        .order_by(_dose.occurred_min.desc(), _dose.id)
        .offset(skip)
        .limit(most)
    )
    return list(_told(connection, connection.execute(wanted).all()))


def everybody(connection: Connection, vaccine: str, lot: str) -> Iterator[GotIt]:
    """All of them, in the same order; only a batch is in memory."""
    skip = 0
    while page := page_of(connection, vaccine, lot, skip=skip, most=BATCH):
        yield from page
        skip += len(page)


def _of(connection: Connection, vaccine: str, lot: str) -> list[ColumnElement[bool]]:
    """Doses of a lot that stand, however its number was typed."""
    key = lot_key(lot)
    moved = select(_sum.lot).where(_sum.vaccine == vaccine, _sum.lot_key == key).distinct()
    beginnings = {beginning_of(one) for one in (lot, key, *connection.execute(moved).scalars())}
    begins: ColumnElement[str] = literal_column(LOT_BEGINS)  # no other table here has a lot
    return [
        begins.in_(sorted(beginnings)),
        _dose.vaccine == vaccine,
        _dose.given.is_(True),
        _dose.state.in_(_STANDING),
    ]


def beginning_of(lot: str) -> str:
    """What the database makes of a lot's number, which knows small letters of English alone."""
    small = (c.lower() if c.isascii() else c for c in lot.replace(" ", ""))
    return "".join(small)[:_MOST_BEGINNING]


def _told(connection: Connection, rows: Iterable[Any]) -> Iterator[GotIt]:
    listed = list(rows)
    clients = {row.client for row in listed if row.client is not None}
    details = details_of(connection, clients)
    columns = [_client.id, _client.person, _client.name, _client.phone]
    known = {row.id: row for row in rows_in(connection, columns, _client.id, clients)}
    for row in listed:
        client, told = known.get(row.client), details.get(row.client)
        yield GotIt(
            dose=bytes(row.id),
            person=None if client is None else bytes(client.person),
            name=None if client is None else client.name,
            born="" if told is None else told.born,
            phone=None if client is None else client.phone,
            language=None if told is None else told.language,
            area="" if told is None else told.home_area or "",
            occurred_min=row.occurred_min,
            device=row.device,
            recorded_by=row.recorded_by,
            told=not row.from_stock,
        )
