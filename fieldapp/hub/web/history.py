"""Everything recorded of one person: registrations, doses, what was corrected, by whom and why.

Nothing is left out: what was struck through stays, struck through.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, or_, select

from fieldapp.domain.client import ClientDetails
from fieldapp.hub import schema
from fieldapp.hub.cases import decisions
from fieldapp.hub.cases.kinds import Kind, Way
from fieldapp.hub.fold import amendments
from fieldapp.hub.fold.dose_reading import RECORDED
from fieldapp.hub.fold.doses import VOIDED
from fieldapp.hub.fold.events import Placed, read_again
from fieldapp.hub.fold.records import read_fact
from fieldapp.hub.fold.rows import rows_in
from fieldapp.hub.regions.people import details_of
from fieldapp.wire import cbor, facts
from fieldapp.wire.events import MAX_BODY_BYTES

_client, _dose, _void = schema.client.c, schema.dose.c, schema.void.c
_held, _decision = schema.quarantine.c, schema.decision.c


AT_THE_HUB = 0
"""No laptop has this number: said by a supervisor, on a page."""


@dataclass(frozen=True, slots=True)
class Word:
    """Who said something, when by their laptop's clock, and on which laptop."""

    by: str
    at_s: int
    device: int


@dataclass(frozen=True, slots=True)
class Correction:
    """One field: what stood there, and what was said instead."""

    field: str
    old: object
    new: object
    word: Word


@dataclass(frozen=True, slots=True)
class Registration:
    """One time that somebody was written down; `details` as amended, None where they are gone."""

    id: bytes
    details: ClientDetails | None
    contest: str | None
    word: Word
    corrections: tuple[Correction, ...]


@dataclass(frozen=True, slots=True)
class DoseRecord:
    """One record; `struck` holds each reason and who gave it, `why_held` the code of why it does
    not count; `against_rule`: why it was given all the same, as first recorded."""

    id: bytes
    given: bool
    state: str
    contest: str | None
    vaccine: str | None
    lot: str | None
    occurred_min: int | None
    source: int | None
    word: Word
    received_s: int
    struck: tuple[tuple[str, Word], ...]
    why_held: str | None
    corrections: tuple[Correction, ...]
    against_rule: str | None


@dataclass(frozen=True, slots=True)
class Decision:
    """Somebody's word that two registrations are one person, or are not."""

    one: bytes
    other: bytes
    same: bool
    why: str
    word: Word


@dataclass(frozen=True, slots=True)
class History:
    """All of it; doses newest first."""

    person: bytes
    registrations: tuple[Registration, ...]
    doses: tuple[DoseRecord, ...]
    decisions: tuple[Decision, ...]

    @property
    def name(self) -> str:
        """As first written down."""
        return next((one.details.name for one in self.registrations if one.details), "")


def read_history(connection: Connection, person: bytes) -> History | None:
    """Of a person by the id of any of their registrations; None where there is none of it."""
    of = connection.execute(select(_client.person).where(_client.id == person)).scalar()
    if of is None:
        return None
    wanted = select(schema.client).where(_client.person == of).order_by(_client.recorded_s)
    clients = connection.execute(wanted.order_by(_client.id)).all()
    ids = [bytes(row.id) for row in clients]
    doses = rows_in(connection, list(_dose), _dose.client, ids)
    corrections = _corrections(connection, [*ids, *(row.id for row in doses)])
    details = details_of(connection, ids)
    registrations = tuple(
        Registration(
            row.id, details.get(row.id) if row.counts else None, row.contest, _word(row),
            corrections.get(row.id, ()),
        )
        for row in clients
    )  # fmt: skip
    return History(
        bytes(of), registrations, _doses(connection, doses, corrections),
        _decisions(connection, ids),
    )  # fmt: skip


def _word(row: Any) -> Word:
    return Word(row.recorded_by, row.recorded_s, row.device)


def _said(events: Mapping[bytes, Placed], id_: bytes) -> Word:
    """Who said what an event says; of one that cannot be read nothing is known."""
    event = events.get(id_)
    if event is None or event.header is None:
        return Word("", 0, event.device if event else 0)
    return Word(event.header.user, event.header.wall_s, event.device)


def _events(connection: Connection, ids: Sequence[bytes]) -> dict[bytes, Placed]:
    return {event.id: event for event in read_again(connection, ids)}


def _corrections(
    connection: Connection, targets: Sequence[bytes]
) -> dict[bytes, tuple[Correction, ...]]:
    made = amendments.load(connection, targets).by_target
    events = _events(connection, [one.id for listed in made.values() for one in listed])
    return {
        target: tuple(
            sorted(
                (
                    Correction(one.field, _value(one.old), _value(one.new), _said(events, one.id))
                    for one in listed
                ),
                key=lambda correction: correction.word.at_s,
            )
        )
        for target, listed in made.items()
    }


def _value(raw: bytes) -> object:
    return cbor.loads(raw, max_bytes=MAX_BODY_BYTES)


def _doses(
    connection: Connection, rows: Sequence[Any], made: Mapping[bytes, tuple[Correction, ...]]
) -> tuple[DoseRecord, ...]:
    ids = [row.id for row in rows]
    struck = defaultdict(list)
    voids = rows_in(connection, [_void.id, _void.dose, _void.reason], _void.dose, ids)
    events = _events(connection, [row.id for row in voids])
    for row in voids:
        struck[row.dose].append((row.reason, _said(events, row.id)))
    for one in decisions.about(connection, Kind.DOUBLE, ids):
        if one.dropped is not None:
            struck[one.dropped].append((one.reason, _decided(one)))
    held = dict(map(tuple, rows_in(connection, [_held.id, _held.code], _held.id, ids)))
    listed = [
        DoseRecord(
            row.id, bool(row.given), row.state, row.contest, row.vaccine, row.lot,
            row.occurred_min, row.source, _word(row), row.received_s,
            tuple(struck[row.id]) if row.state == VOIDED else (), held.get(row.id),
            made.get(row.id, ()), _against_rule(row),
        )
        for row in rows
    ]  # fmt: skip
    return tuple(sorted(listed, key=lambda one: (-(one.occurred_min or 0), one.id)))


def _against_rule(row: Any) -> str | None:
    if row.body is None or not row.given:
        return None
    fact = read_fact(RECORDED, row.version, row.body)
    return fact.override_reason if isinstance(fact, facts.DoseRecorded) else None


def _decisions(connection: Connection, ids: Sequence[bytes]) -> tuple[Decision, ...]:
    wanted = select(schema.decision).where(or_(_decision.one.in_(ids), _decision.other.in_(ids)))
    rows = connection.execute(wanted).all()
    events = _events(connection, [row.id for row in rows])
    found = [
        Decision(row.one, row.other, bool(row.same), _why(events, row.id), _said(events, row.id))
        for row in rows
    ]
    found += [
        Decision(one.one, one.other or b"", one.way is Way.ONE_PERSON, one.reason, _decided(one))
        for one in decisions.about(connection, Kind.IDENTITY, ids)
    ]
    return tuple(sorted(found, key=lambda one: (one.word.at_s, one.one, one.other)))


def _decided(one: decisions.Decision) -> Word:
    return Word(one.login, one.decided_s, AT_THE_HUB)


def _why(events: Mapping[bytes, Placed], id_: bytes) -> str:
    event = events.get(id_)
    if event is None or event.header is None or event.body is None:
        return ""
    fact = read_fact(event.type, event.header.version, event.body)
    if isinstance(fact, facts.ClientLinked):
        return fact.evidence
    return fact.reason if isinstance(fact, facts.ClientUnlinked) else ""
