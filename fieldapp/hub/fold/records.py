"""Registrations and dose records as the tables keep them: exact body, author, place in the tree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table

from fieldapp.domain.errors import FieldAppError
from fieldapp.hub.fold.events import Placed
from fieldapp.hub.fold.rows import rows_in
from fieldapp.hub.fold.rules import FUTURE, NEWER, UNREADABLE, Doubt
from fieldapp.hub.fold.shape import is_well_formed
from fieldapp.wire.events import AnyFact, UnknownFact, decode_body
from fieldapp.wire.facts import CURRENT

DAY_S = 86_400
_KNOWN_TYPES = {kind: version for kind, version in CURRENT.values()}


@dataclass(frozen=True, slots=True)
class Record:
    """One record of one device. `body` is None when there is nothing (more) to read."""

    id: bytes
    device: int
    epoch: bytes
    seq: int
    version: int
    recorded_s: int
    recorded_by: str
    received_s: int
    body: bytes | None


def row_of(event: Placed, **more: object) -> dict[str, object]:
    """The row of a new record; its body is the caller's to say."""
    header = event.header
    assert header is not None  # noqa: S101  a record's type was read from its header
    return {
        "id": event.id,
        "device": event.device,
        "epoch": event.epoch,
        "seq": event.seq,
        "version": header.version,
        "recorded_s": header.wall_s,
        "recorded_by": header.user,
        "received_s": event.received_s,
        **more,
    }


COLUMNS = tuple(Record.__slots__)
_NO_ROWS: Mapping[bytes, Mapping[str, Any]] = {}


def load(
    connection: Connection,
    table: Table,
    ids: Iterable[bytes],
    unwritten: Mapping[bytes, Mapping[str, Any]] = _NO_ROWS,
) -> list[Record]:
    """The records of these ids, those that are here or not written yet, in the order of their
    ids."""
    columns, wanted = [table.c[name] for name in COLUMNS], set(ids)
    rows = rows_in(connection, columns, table.c.id, wanted - unwritten.keys())
    new = [record_of(unwritten[id_]) for id_ in wanted & unwritten.keys()]
    return sorted([*(Record(*row) for row in rows), *new], key=lambda record: record.id)


def record_of(row: Mapping[str, Any]) -> Record:
    """A row of a table of records, read."""
    return Record(*(row[name] for name in COLUMNS))


def read_fact(kind: int, version: int, body: bytes) -> AnyFact | Doubt:
    """The fact that a body states, or why there is none. Types this hub never heard of stay an
    `UnknownFact`: stored, chained, relayed."""
    if version > _KNOWN_TYPES.get(kind, version):
        return NEWER
    try:
        fact = decode_body(kind, version, body)
    except FieldAppError:
        return UNREADABLE
    if isinstance(fact, UnknownFact):
        return UNREADABLE if kind in _KNOWN_TYPES else fact
    return fact if is_well_formed(fact) else UNREADABLE


def is_future(day_or_time_s: int, received_s: int) -> bool:
    """Whether a time lies more than a day after its arrival; a day, because zones differ."""
    return day_or_time_s > received_s + DAY_S


def future_day(day: int | None, received_s: int) -> Doubt | None:
    """The same of a calendar day, in days since 1970-01-01."""
    return FUTURE if day is not None and is_future(day * DAY_S, received_s) else None
