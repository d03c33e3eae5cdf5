"""What a dose record says, as amended, or why it counts for nothing for now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from fieldapp.domain.immunization import DoseSource
from fieldapp.hub.fold import amendments
from fieldapp.hub.fold.amendments import Amendments
from fieldapp.hub.fold.change import Change
from fieldapp.hub.fold.dose_clients import ClientRow, find_clients
from fieldapp.hub.fold.records import Record, is_future, read_fact
from fieldapp.hub.fold.rules import (
    BAD_REFERENCE,
    BEFORE_BIRTH,
    CLIENT_QUARANTINED,
    FUTURE,
    REVOKED,
    UNREADABLE,
    Doubt,
    Rules,
    unknown_user,
    unknown_vaccine,
)
from fieldapp.hub.fold.shape import is_well_formed
from fieldapp.wire.dates import from_day, from_minutes
from fieldapp.wire.facts import CURRENT, DoseNotGiven, DoseRecorded
from fieldapp.wire.workbook import leaves_stock

RECORDED, NOT_GIVEN = CURRENT[DoseRecorded][0], CURRENT[DoseNotGiven][0]
_MOST_OFFSET_MIN = 14 * 60
_MINUTES_A_DAY = 1440
_SOURCES = frozenset(DoseSource)


@dataclass(frozen=True, slots=True)
class DoseReading:
    """A record that can be read and belongs to somebody."""

    client: ClientRow
    vaccine: str | None
    lot: str | None
    occurred_min: int
    utc_offset_min: int
    source: int
    from_stock: bool
    session: str | None
    amended_apart: bool


Judged = tuple[bytes | None, DoseReading | Doubt]
"""The client's id, also when in doubt about the rest, and what the record comes to."""


@dataclass(frozen=True, slots=True)
class _Amended:
    """What a record says, before anything else is looked at."""

    fact: DoseRecorded | DoseNotGiven
    apart: bool


def read_doses(
    change: Change, records: Sequence[Record], given: Mapping[bytes, bool], rules: Rules
) -> dict[bytes, Judged]:
    """Judge records by everything known now."""
    made = amendments.load(change.connection, [record.id for record in records])
    said = {record.id: _read(record, given[record.id], made, rules) for record in records}
    named = change.staff.named_on({record.device for record in records})
    refs = [
        (record, reading.fact.client)
        for record in records
        if isinstance(reading := said[record.id], _Amended)
    ]
    clients = find_clients(change.connection, refs, change.seen)
    return {
        record.id: _judge(record, said[record.id], named, clients.get(record.id))
        for record in records
    }


def _read(record: Record, given: bool, made: Amendments, rules: Rules) -> _Amended | Doubt:
    if record.body is None:
        return REVOKED
    read = read_fact(RECORDED if given else NOT_GIVEN, record.version, record.body)
    if isinstance(read, Doubt):
        return read
    fact, apart = amendments.apply_to(cast(DoseRecorded, read), record.id, made)
    if fact is not read and not is_well_formed(fact):
        return UNREADABLE
    return _doubt_itself(fact, record, rules) or _Amended(fact, apart)


def _judge(
    record: Record,
    said: _Amended | Doubt,
    named: set[tuple[int, str]],
    client: ClientRow | Doubt | None,
) -> Judged:
    if isinstance(said, Doubt):
        return None, said
    if (record.device, record.recorded_by) not in named:
        return None, unknown_user(record.device, record.recorded_by)
    if client is None or isinstance(client, Doubt):
        return None, client or BAD_REFERENCE
    return client.id, _of_client(said, client)


def _of_client(said: _Amended, client: ClientRow) -> DoseReading | Doubt:
    fact = said.fact
    if not client.counts and not client.erased:
        return CLIENT_QUARANTINED
    if client.birth_day is not None and fact.occurred_min // _MINUTES_A_DAY < client.birth_day:
        return BEFORE_BIRTH
    lot = fact.lot if isinstance(fact, DoseRecorded) else None
    when = fact.occurred_min, fact.utc_offset_min
    from_stock = lot is not None and fact.source != DoseSource.ELSEWHERE and leaves_stock(fact.row)
    return DoseReading(
        client, fact.vaccine, lot, *when, fact.source, from_stock, fact.session, said.apart
    )


def _doubt_itself(fact: DoseRecorded | DoseNotGiven, record: Record, rules: Rules) -> Doubt | None:
    """What is wrong with a record whatever else arrives."""
    if fact.source not in _SOURCES:
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
