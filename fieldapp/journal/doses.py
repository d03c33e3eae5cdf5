"""Reads doses: of a person, of a day, of the whole journal, each with how safe it is by now."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fieldapp.domain.client import Client
from fieldapp.domain.immunization import (
    BodySite,
    DoseSource,
    ImmunizationEvent,
    ImmunizationStatus,
    VaccineLot,
)
from fieldapp.domain.lot import lot_key
from fieldapp.journal.clients import SAME_PERSON
from fieldapp.journal.confirmed import SET_ASIDE, Confirmed, confirmed
from fieldapp.journal.database import Row
from fieldapp.journal.entries import position_of
from fieldapp.journal.journal import Journal
from fieldapp.journal.projections.clients import registration
from fieldapp.wire.client_codec import from_fact
from fieldapp.wire.dates import from_day, from_minutes, from_wall, to_day

_MINUTES_A_DAY = 24 * 60
_CHUNK = 2000
EVENT_COLUMNS = (
    "dose.event_id, client.client_id, dose.given, dose.void_reason, dose.vaccine, dose.lot, "
    "dose.expiry_day, dose.occurred_min, dose.utc_offset_min, dose.recorded_s, dose.recorded_by, "
    "dose.source, dose.site, dose.vaccinator, dose.session, dose.reason, dose.note, "
    "dose.override_reason, dose.evidence, dose.place"
)
"""What `event_of` reads, in its order, from the tables dose and client."""
_FROM = "FROM dose JOIN client ON client.no = dose.client"


class DoseState(StrEnum):
    """How safe a record is by now: on this laptop alone, or confirmed by the hub."""

    WAITING = "waiting"
    CONFIRMED = "confirmed"
    QUARANTINED = "quarantined"
    VOIDED = "voided"


@dataclass(frozen=True, slots=True)
class DoseRecord:
    """A dose or *not given* with its person, how safe it is, and the import row it came from."""

    event: ImmunizationEvent
    client: Client
    state: DoseState
    row: bytes | None


def get(j: Journal, event_id: bytes) -> ImmunizationEvent | None:
    """One record; None when this journal does not hold it."""
    found = j.db.row(
        f"SELECT {EVENT_COLUMNS} {_FROM} WHERE dose.no = ?",
        position_of(j.db, event_id),
    )
    return None if found is None else event_of(found)


def of_client(j: Journal, client_id: bytes) -> list[ImmunizationEvent]:
    """A person's history with not-done and entered-in-error, linked registrations included.

    Oldest first by the day it happened; records of one day in the order they were written.
    """
    rows = j.db.rows(
        f"SELECT {EVENT_COLUMNS} {_FROM} WHERE dose.client IN ({SAME_PERSON}) "
        f"ORDER BY dose.occurred_min / {_MINUTES_A_DAY}, dose.no",
        position_of(j.db, client_id),
    )
    return [event_of(row) for row in rows]


def records_of_client(j: Journal, client_id: bytes) -> list[DoseRecord]:
    """The same with how safe each record is and under which registration it stands."""
    rows = j.db.rows(
        f"SELECT dose.no, client.body, dose.row, {EVENT_COLUMNS} {_FROM} "
        f"WHERE dose.client IN ({SAME_PERSON}) "
        f"ORDER BY dose.occurred_min / {_MINUTES_A_DAY}, dose.no",
        position_of(j.db, client_id),
    )
    known = confirmed(j.db)
    return [_record(row, known) for row in rows]


def put_aside(j: Journal) -> list[tuple[DoseRecord, str]]:
    """The doses that the hub holds in quarantine, each with the hub's code of why; newest first."""
    known = confirmed(j.db)
    rows = j.db.rows(
        f"SELECT dose.no, client.body, dose.row, {EVENT_COLUMNS} {_FROM} "
        "JOIN quarantine ON quarantine.pos = dose.no WHERE dose.void_reason IS NULL "
        "ORDER BY dose.no DESC"
    )
    return [(_record(row, known), known.quarantined[row[0]]) for row in rows]


def of_lot(j: Journal, vaccine: str, lot: str) -> list[DoseRecord]:
    """The doses of a lot that stand, however its number was typed; newest record first."""
    known, found = confirmed(j.db), []
    for (spelling,) in j.db.rows("SELECT DISTINCT lot FROM dose WHERE vaccine = ?", vaccine):
        if lot_key(spelling or "") == lot_key(lot):
            found += j.db.rows(
                f"SELECT dose.no, client.body, dose.row, {EVENT_COLUMNS} {_FROM} "
                "WHERE dose.vaccine = ? AND dose.lot = ? AND dose.given = 1 "
                "AND dose.void_reason IS NULL",
                vaccine,
                spelling,
            )
    return [_record(row, known) for row in sorted(found, key=lambda row: -row[0])]


def count_put_aside(j: Journal) -> int:
    """How many of the doses that `put_aside` lists wait for somebody."""
    return j.db.number(
        "SELECT count(*) FROM quarantine CROSS JOIN dose ON dose.no = quarantine.pos "
        "WHERE dose.void_reason IS NULL AND quarantine.reason <> ?",
        SET_ASIDE,
    )


def on_day(j: Journal, day: date) -> list[DoseRecord]:
    """Everything that happened on a day of the site's own calendar; newest record first."""
    first = (to_day(day) or 0) * _MINUTES_A_DAY
    rows = j.db.rows(
        f"SELECT dose.no, client.body, dose.row, {EVENT_COLUMNS} {_FROM} "
        "WHERE dose.occurred_min >= ? AND dose.occurred_min < ? ORDER BY dose.no DESC",
        first,
        first + _MINUTES_A_DAY,
    )
    known = confirmed(j.db)
    return [_record(row, known) for row in rows]


def all_records(j: Journal, since: date | None = None) -> Iterator[DoseRecord]:
    """Every record in the order of recording; `since` leaves out what happened before that day."""
    least = -(1 << 60) if since is None else (to_day(since) or 0) * _MINUTES_A_DAY
    known, after = confirmed(j.db), 0
    while True:
        rows = j.db.rows(
            f"SELECT dose.no, client.body, dose.row, {EVENT_COLUMNS} {_FROM} "
            "WHERE dose.no > ? AND dose.occurred_min >= ? ORDER BY dose.no LIMIT ?",
            after,
            least,
            _CHUNK,
        )
        yield from (_record(row, known) for row in rows)
        if len(rows) < _CHUNK:
            return
        after = rows[-1][0]


def of_rows(j: Journal, rows: Collection[bytes]) -> dict[bytes, ImmunizationEvent]:
    """What was recorded of these imported rows: of each the newest that stands; where none does,
    the newest that was struck through."""
    found: dict[bytes, ImmunizationEvent] = {}
    stored = j.db.rows(
        f"SELECT dose.row, {EVENT_COLUMNS} {_FROM} WHERE dose.row IS NOT NULL "
        "ORDER BY dose.void_reason IS NULL, dose.no"
    )
    for row, *columns in stored:
        if row in rows:
            found[row] = event_of(tuple(columns))
    return found


def imported_rows(j: Journal) -> set[bytes]:
    """The row ids of everything imported so far, so that a file read twice adds nothing."""
    return {row for (row,) in j.db.rows("SELECT row FROM dose WHERE row IS NOT NULL")}


def _record(row: Row, known: Confirmed) -> DoseRecord:
    no, body, imported, *columns = row
    event = event_of(tuple(columns))
    client = Client(event.client_id, from_fact(registration(body)))
    return DoseRecord(event, client, _state(no, event, known), imported)


def _state(no: int, event: ImmunizationEvent, known: Confirmed) -> DoseState:
    if event.status is ImmunizationStatus.ENTERED_IN_ERROR:
        return DoseState.VOIDED
    if no in known.quarantined:
        return DoseState.QUARANTINED
    return DoseState.CONFIRMED if known.covers(no) else DoseState.WAITING


def event_of(row: Row) -> ImmunizationEvent:
    """The dose or *not given* that a row of EVENT_COLUMNS holds."""
    (
        event_id, client_id, given, void_reason, vaccine, lot, expiry_day, occurred_min, offset_min,
        recorded_s, recorded_by, source, site, vaccinator, session, reason, note, override_reason,
        evidence, place,
    ) = row  # fmt: skip
    return ImmunizationEvent(
        event_id=event_id,
        client_id=client_id,
        status=_status(given, void_reason),
        lot=VaccineLot(vaccine, lot, from_day(expiry_day)),
        occurred_at=from_minutes(occurred_min, offset_min),
        recorded_at=from_wall(recorded_s),
        recorded_by=recorded_by,
        source=DoseSource(source),
        site=None if site is None else BodySite(site),
        vaccinator=recorded_by if vaccinator is None and given else vaccinator,
        session=session,
        reason=void_reason or reason,
        note=note,
        override_reason=override_reason,
        evidence=evidence,
        place=place,
    )


def _status(given: int, void_reason: str | None) -> ImmunizationStatus:
    if void_reason is not None:
        return ImmunizationStatus.ENTERED_IN_ERROR
    return ImmunizationStatus.COMPLETED if given else ImmunizationStatus.NOT_DONE
