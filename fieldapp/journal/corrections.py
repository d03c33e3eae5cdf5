"""Reads what was corrected in a record: struck through or amended, from what to what, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import cast

from fieldapp.journal.clients import SAME_PERSON
from fieldapp.journal.entries import position_of
from fieldapp.journal.journal import Journal
from fieldapp.wire import cbor
from fieldapp.wire.dates import from_wall
from fieldapp.wire.events import MAX_BODY_BYTES
from fieldapp.wire.facts import Value


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction; `field` None means that the record was struck through."""

    field: str | None
    old: Value
    new: Value
    reason: str | None
    second_person: str | None
    recorded_at: datetime
    recorded_by: str


def of_record(j: Journal, event_id: bytes) -> list[Correction]:
    """All corrections of a dose or a registration, oldest first."""
    rows = j.db.rows(
        "SELECT field, old, new, reason, second_person, recorded_s, recorded_by "
        "FROM correction WHERE target = ? ORDER BY no",
        position_of(j.db, event_id),
    )
    return [
        Correction(field, _value(old), _value(new), reason, second, from_wall(recorded_s), by)
        for field, old, new, reason, second, recorded_s, by in rows
    ]


def amended_of(j: Journal, client_id: bytes) -> frozenset[bytes]:
    """The doses of a person that were amended, linked registrations included."""
    rows = j.db.rows(
        "SELECT DISTINCT dose.event_id FROM correction JOIN dose ON dose.no = correction.target "  # noqa: S608  fixed text
        f"WHERE correction.field IS NOT NULL AND dose.client IN ({SAME_PERSON})",
        position_of(j.db, client_id),
    )
    return frozenset(event_id for (event_id,) in rows)


def _value(stored: bytes) -> Value:
    return cast(Value, cbor.loads(stored, max_bytes=MAX_BODY_BYTES))
