"""What a dose record says, as amended, or why it counts for nothing for now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy import Connection, select

from fieldapp.domain.immunization import DoseSource
from fieldapp.hub import schema
from fieldapp.hub.fold import amendments
from fieldapp.hub.fold.amendments import Amendments
from fieldapp.hub.fold.events import resolve
from fieldapp.hub.fold.records import Record, doubt_user, is_future, read_fact
from fieldapp.hub.fold.rules import (
    BAD_REFERENCE,
    BEFORE_BIRTH,
    CLIENT_QUARANTINED,
    FUTURE,
    REVOKED,
    UNREADABLE,
    Doubt,
    Rules,
    dangling,
    unknown_vaccine,
)
from fieldapp.hub.fold.shape import is_well_formed
from fieldapp.wire.dates import from_day, from_minutes
from fieldapp.wire.events import CURRENT
from fieldapp.wire.facts import DoseNotGiven, DoseRecorded, Ref

_client, _event = schema.client.c, schema.event.c
RECORDED, NOT_GIVEN = CURRENT[DoseRecorded][0], CURRENT[DoseNotGiven][0]
_MOST_OFFSET_MIN = 14 * 60
_MINUTES_A_DAY = 1440


@dataclass(frozen=True, slots=True)
class ClientRow:
    """What a dose needs to know of its client."""

    id: bytes
    counts: bool
    birth_day: int | None
    contest: str | None


@dataclass(frozen=True, slots=True)
class DoseReading:
    """A record that can be read and belongs to somebody."""

    client: ClientRow
    vaccine: str | None
    lot: str | None
    occurred_min: int
    utc_offset_min: int
    source: int
    amended_apart: bool


def read_dose(
    connection: Connection, record: Record, given: bool, amended: Amendments, rules: Rules
) -> tuple[bytes | None, DoseReading | Doubt]:
    """Judge one record by everything known now; its client's id also when in doubt."""
    if record.body is None:
        return None, REVOKED
    read = read_fact(RECORDED if given else NOT_GIVEN, record.version, record.body)
    if isinstance(read, Doubt):
        return None, read
    fact, apart = amendments.apply_to(cast(DoseRecorded, read), record.id, amended)
    doubt = _doubt_itself(fact, record, rules)
    doubt = doubt or doubt_user(connection, record.device, record.recorded_by)
    client = doubt or _find_client(connection, fact.client, record)
    if isinstance(client, Doubt):
        return None, client
    return client.id, _of_client(connection, fact, client, apart)


def _of_client(
    connection: Connection, fact: DoseRecorded | DoseNotGiven, client: ClientRow, apart: bool
) -> DoseReading | Doubt:
    if not client.counts and not _is_erased(connection, client.id):
        return CLIENT_QUARANTINED
    if client.birth_day is not None and fact.occurred_min // _MINUTES_A_DAY < client.birth_day:
        return BEFORE_BIRTH
    lot = fact.lot if isinstance(fact, DoseRecorded) else None
    when = fact.occurred_min, fact.utc_offset_min
    return DoseReading(client, fact.vaccine, lot, *when, fact.source, apart)


def _doubt_itself(fact: DoseRecorded | DoseNotGiven, record: Record, rules: Rules) -> Doubt | None:
    """What is wrong with a record whatever else arrives."""
    if not is_well_formed(fact) or fact.source not in tuple(DoseSource):
        return UNREADABLE
    occurred_at = _occurred_at(fact)
    if occurred_at is None:
        return UNREADABLE
    if (
        fact.vaccine is not None
        and rules.vaccines is not None
        and fact.vaccine not in rules.vaccines
    ):
        return unknown_vaccine()
    return FUTURE if is_future(int(occurred_at.timestamp()), record.received_s) else None


def _occurred_at(fact: DoseRecorded | DoseNotGiven) -> datetime | None:
    if abs(fact.utc_offset_min) > _MOST_OFFSET_MIN:
        return None
    try:
        if isinstance(fact, DoseRecorded):
            from_day(fact.expiry_day)
        occurred_at = from_minutes(fact.occurred_min, fact.utc_offset_min)
        occurred_at.timestamp()
    except (OverflowError, ValueError):
        return None
    return occurred_at


def _find_client(connection: Connection, ref: Ref, record: Record) -> ClientRow | Doubt:
    """The registration that a record is about."""
    id_ = resolve(connection, ref, record.id)
    if id_ is None:
        return dangling(ref) if isinstance(ref, bytes) else BAD_REFERENCE
    columns = _client.id, _client.counts, _client.birth_day, _client.contest
    row = connection.execute(select(*columns).where(_client.id == id_)).first()
    if row is None:
        return BAD_REFERENCE
    return ClientRow(row.id, bool(row.counts), row.birth_day, row.contest)


def _is_erased(connection: Connection, id_: bytes) -> bool:
    return bool(connection.execute(select(_event.erased).where(_event.id == id_)).scalar_one())
