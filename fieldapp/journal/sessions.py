"""Reads vaccination sessions: the one open now, and all there were."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from fieldapp.journal.database import Row
from fieldapp.journal.journal import Journal
from fieldapp.wire.dates import from_wall

_COLUMNS = (
    "label, place, operation, programme, key_area, opened_s, closed_s, note, unit, staff, "
    "cash_float, currency, latitude_e5, longitude_e5, opened_by, closed_by, unsent, "
    "cash_counted, cash_reason, second_person"
)


@dataclass(frozen=True, slots=True)
class StaffMember:
    """Somebody present; `login` None where the name was typed."""

    name: str
    login: str | None = None


@dataclass(frozen=True, slots=True)
class VaccinationSession:
    """One team at one place, opened and perhaps closed.

    `unit` is the vehicle or boat. `cash_float` is in the currency's smallest unit; `position` is
    (latitude, longitude) in degrees. `unsent`: doses the hub had not confirmed at the close.
    """

    label: str
    place: str
    operation: int | None
    programme: str
    key_area: str | None
    opened_at: datetime
    closed_at: datetime | None
    note: str | None
    unit: str = ""
    staff: tuple[StaffMember, ...] = ()
    cash_float: int = 0
    currency: str | None = None
    position: tuple[float, float] | None = None
    opened_by: str = ""
    closed_by: str | None = None
    unsent: int | None = None
    cash_counted: int | None = None
    cash_reason: str | None = None
    second_person: str | None = None


def current(j: Journal) -> VaccinationSession | None:
    """The session that is open; the newest, should there be several."""
    found = j.db.row(
        f"SELECT {_COLUMNS} FROM session WHERE closed_s IS NULL ORDER BY opened DESC LIMIT 1"  # noqa: S608  fixed column names
    )
    return None if found is None else _session(found)


def get(j: Journal, label: str) -> VaccinationSession | None:
    """The session of this label."""
    found = j.db.row(f"SELECT {_COLUMNS} FROM session WHERE label = ?", label)  # noqa: S608  fixed column names
    return None if found is None else _session(found)


def all_sessions(j: Journal) -> list[VaccinationSession]:
    """Every session, oldest first."""
    return [_session(row) for row in j.db.rows(f"SELECT {_COLUMNS} FROM session ORDER BY opened")]  # noqa: S608  fixed column names


def _session(row: Row) -> VaccinationSession:
    (
        label, place, operation, programme, key_area, opened_s, closed_s, note, unit, staff,
        cash_float, currency, latitude, longitude, opened_by, closed_by, unsent,
        cash_counted, cash_reason, second_person,
    ) = row  # fmt: skip
    return VaccinationSession(
        label,
        place,
        operation,
        programme,
        key_area,
        from_wall(opened_s),
        None if closed_s is None else from_wall(closed_s),
        note,
        unit=unit or "",
        staff=_staff(staff),
        cash_float=cash_float or 0,
        currency=currency,
        position=_position(latitude, longitude),
        opened_by=opened_by,
        closed_by=closed_by,
        unsent=unsent,
        cash_counted=cash_counted,
        cash_reason=cash_reason,
        second_person=second_person,
    )


def _staff(written: str | None) -> tuple[StaffMember, ...]:
    """The people of the list; whatever is no [name, login] in it is passed over."""
    found = []
    for item in json.loads(written or "[]"):
        match item:
            case [str(name), str() | None as login]:
                found.append(StaffMember(name, login))
    return tuple(found)


def _position(latitude: int | None, longitude: int | None) -> tuple[float, float] | None:
    if latitude is None or longitude is None:
        return None
    return latitude / 100_000, longitude / 100_000
