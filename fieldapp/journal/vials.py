"""Reads the vials in use and how many doses each still holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from fieldapp.domain.immunization import VaccineLot
from fieldapp.journal.journal import Journal
from fieldapp.wire.dates import from_day, from_wall


@dataclass(frozen=True, slots=True)
class Vial:
    """An opened vial. `doses_left` below zero: more was drawn than it nominally holds."""

    vial_id: bytes
    lot: VaccineLot
    doses: int
    doses_left: int
    opened_at: datetime
    code: str | None


def in_use(j: Journal) -> list[Vial]:
    """The vials not put away yet, newest first."""
    rows = j.db.rows(
        "SELECT vial_id, vaccine, lot, expiry_day, doses, doses_left, opened_s, code "
        "FROM vial WHERE closed IS NULL ORDER BY no DESC"
    )
    return [
        Vial(
            vial_id,
            VaccineLot(vaccine, lot, from_day(expiry_day)),
            doses,
            doses_left,
            from_wall(opened_s),
            code,
        )
        for vial_id, vaccine, lot, expiry_day, doses, doses_left, opened_s, code in rows
    ]
