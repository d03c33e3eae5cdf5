"""Reads vaccination sessions: the one open now, and all there were."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from fieldapp.journal.database import Row
from fieldapp.journal.journal import Journal
from fieldapp.wire.dates import from_wall

_COLUMNS = "label, place, operation, programme, key_area, opened_s, closed_s, note"


@dataclass(frozen=True, slots=True)
class VaccinationSession:
    """One team at one place, opened and perhaps closed."""

    label: str
    place: str
    operation: int | None
    programme: str
    key_area: str | None
    opened_at: datetime
    closed_at: datetime | None
    note: str | None


def current(j: Journal) -> VaccinationSession | None:
    """The session that is open; the newest, should there be several."""
    found = j.db.row(
        f"SELECT {_COLUMNS} FROM session WHERE closed_s IS NULL ORDER BY opened DESC LIMIT 1"  # noqa: S608  fixed column names
    )
    return None if found is None else _session(found)


def all_sessions(j: Journal) -> list[VaccinationSession]:
    """Every session, oldest first."""
    return [_session(row) for row in j.db.rows(f"SELECT {_COLUMNS} FROM session ORDER BY opened")]  # noqa: S608  fixed column names


def _session(row: Row) -> VaccinationSession:
    label, place, operation, programme, key_area, opened_s, closed_s, note = row
    return VaccinationSession(
        label,
        place,
        operation,
        programme,
        key_area,
        from_wall(opened_s),
        None if closed_s is None else from_wall(closed_s),
        note,
    )
