"""Dose records that can be told of, as they stand by now: counted, contested, struck through."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import Connection

from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.immunization import (
    BodySite,
    DoseSource,
    ImmunizationEvent,
    ImmunizationStatus,
    VaccineLot,
)
from fieldapp.hub import schema
from fieldapp.hub.cases import decisions
from fieldapp.hub.cases.kinds import Kind
from fieldapp.hub.exports.evidence import evidence_of
from fieldapp.hub.fold import amendments
from fieldapp.hub.fold.dose_reading import NOT_GIVEN, RECORDED
from fieldapp.hub.fold.doses import CONTESTED, COUNTED, VOIDED
from fieldapp.hub.fold.records import read_fact
from fieldapp.hub.fold.rows import rows_in
from fieldapp.hub.fold.rules import Doubt
from fieldapp.wire.dates import from_day, from_minutes, from_wall
from fieldapp.wire.facts import DoseKnownFrom, DoseNotGiven, DoseRecorded

_dose, _void = schema.dose.c, schema.void.c
TOLD = (COUNTED, CONTESTED, VOIDED)
"""The states of records that are exported."""
_SITES = {site.value: site for site in BodySite}


@dataclass(frozen=True, slots=True)
class StoredDose:
    """One record with its state of the hub's equation and the laptop that wrote it."""

    event: ImmunizationEvent
    state: str
    given: bool
    device: int
    contest: str | None


def doses_of(connection: Connection, clients: Iterable[bytes]) -> dict[bytes, list[StoredDose]]:
    """By registration, oldest first; records that cannot be read are left out."""
    columns = [
        _dose.id, _dose.device, _dose.epoch, _dose.seq, _dose.version, _dose.recorded_s,
        _dose.recorded_by, _dose.body, _dose.given, _dose.state, _dose.contest, _dose.client,
    ]  # fmt: skip
    rows = [
        row
        for row in rows_in(connection, columns, _dose.client, clients)
        if row.state in TOLD and row.body is not None
    ]
    ids = [row.id for row in rows]
    made = amendments.load(connection, ids)
    facts = {row.id: fact for row in rows if (fact := _fact(row, made)) is not None}
    told_of = [r for r in rows if r.id in facts and facts[r.id].source == DoseSource.ELSEWHERE]
    known = evidence_of(connection, told_of)
    reasons = _reasons(connection, [row.id for row in rows if row.state == VOIDED])
    found: dict[bytes, list[StoredDose]] = defaultdict(list)
    for row in rows:
        event = _event(row, facts.get(row.id), known.get(row.id), reasons)
        if event is not None:
            contest = None if row.state == VOIDED else row.contest
            stored = StoredDose(event, row.state, bool(row.given), row.device, contest)
            found[row.client].append(stored)
    for listed in found.values():
        listed.sort(key=lambda one: (one.event.occurred_at.date(), one.event.event_id))
    return found


def _reasons(connection: Connection, doses: Iterable[bytes]) -> dict[bytes, str]:
    """Why they were struck through; where it was done twice, the reason of the smallest id. What
    teams say of it stands before what was decided at the hub."""
    wanted = list(doses)
    rows = rows_in(connection, [_void.dose, _void.id, _void.reason], _void.dose, wanted)
    decided = decisions.about(connection, Kind.DOUBLE, wanted)
    found = {one.dropped: one.reason for one in decided if one.dropped}
    return found | {dose: reason for dose, _, reason in sorted(map(tuple, rows), reverse=True)}


def _fact(row: Any, made: amendments.Amendments) -> DoseRecorded | DoseNotGiven | None:
    fact = read_fact(RECORDED if row.given else NOT_GIVEN, row.version, row.body)
    if isinstance(fact, Doubt):
        return None
    amended, _ = amendments.apply_to(cast(DoseRecorded, fact), row.id, made)
    return amended


def _event(
    row: Any,
    fact: DoseRecorded | DoseNotGiven | None,
    known: DoseKnownFrom | None,
    reasons: Mapping[bytes, str],
) -> ImmunizationEvent | None:
    if fact is None:
        return None
    try:
        occurred_at = from_minutes(fact.occurred_min, fact.utc_offset_min)
        recorded_at, source = from_wall(row.recorded_s), DoseSource(fact.source)
        given = _given(fact)
    except (OverflowError, ValueError, FieldAppError):
        return None
    status = _status(row)
    struck = status is ImmunizationStatus.ENTERED_IN_ERROR
    return ImmunizationEvent(
        event_id=row.id,
        client_id=row.client,
        status=status,
        occurred_at=occurred_at,
        recorded_at=recorded_at,
        recorded_by=row.recorded_by,
        source=source,
        vaccinator=fact.vaccinator or (row.recorded_by if row.given else None),
        session=fact.session,
        reason=reasons.get(row.id) if struck else getattr(fact, "reason", None),
        note=fact.note,
        evidence=known.evidence if known else None,
        place=known.place if known else None,
        **given,
    )


def _given(fact: DoseRecorded | DoseNotGiven) -> dict[str, Any]:
    """What only a dose that was given has. Raises OverflowError for an impossible expiry."""
    if isinstance(fact, DoseNotGiven):
        return {"lot": VaccineLot(fact.vaccine or "", "")}
    return {
        "lot": VaccineLot(fact.vaccine, fact.lot, from_day(fact.expiry_day)),
        "site": _SITES.get(fact.site or ""),
        "override_reason": fact.override_reason,
    }


def _status(row: Any) -> ImmunizationStatus:
    if row.state == VOIDED:
        return ImmunizationStatus.ENTERED_IN_ERROR
    return ImmunizationStatus.COMPLETED if row.given else ImmunizationStatus.NOT_DONE
