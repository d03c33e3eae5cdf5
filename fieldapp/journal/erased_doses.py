"""Reads what stays of erased doses: when one was written down, of what, and why it is of nobody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from fieldapp.journal.confirmed import confirmed
from fieldapp.journal.journal import Journal
from fieldapp.wire.dates import from_minutes, from_wall, to_day

_MINUTES_A_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class ErasedDose:
    """A dose of somebody who was erased. `vaccine` is empty where the dose took nothing from the
    team's stock; `legal_basis` is the hub's code of it."""

    event_id: bytes
    vaccine: str
    recorded_on_site: datetime
    recorded_at: datetime
    erased_at: datetime
    legal_basis: str
    is_confirmed: bool


def on_day(j: Journal, day: date) -> list[ErasedDose]:
    """Those written down on a day of the site's own calendar; newest first."""
    first = (to_day(day) or 0) * _MINUTES_A_DAY
    rows = j.db.rows(
        "SELECT no, event_id, vaccine, occurred_min, utc_offset_min, recorded_s, erased_s, "
        "legal_basis FROM dose WHERE erased_s IS NOT NULL AND occurred_min >= ? "
        "AND occurred_min < ? ORDER BY no DESC",
        first,
        first + _MINUTES_A_DAY,
    )
    known = confirmed(j.db)
    return [
        ErasedDose(
            event_id, vaccine, from_minutes(minute, offset_min), from_wall(recorded_s),
            from_wall(erased_s), basis, known.covers(no),
        )
        for no, event_id, vaccine, minute, offset_min, recorded_s, erased_s, basis in rows
    ]  # fmt: skip
