"""Reads what was decided about lots: held, released, recalled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from fieldapp.domain.lot import LotState
from fieldapp.journal.journal import Journal
from fieldapp.wire.dates import from_wall


@dataclass(frozen=True, slots=True)
class LotDecision:
    """Why a lot may not be used, who said so and when.

    `container`, `began`, `minutes`: the excursion of temperature behind a hold.
    """

    vaccine_id: str
    lot_number: str
    state: LotState
    reason: str | None
    note: str | None
    at: datetime
    by: str
    container: str | None = None
    began: datetime | None = None
    minutes: int | None = None


def lot_state(j: Journal, vaccine: str, lot: str) -> LotState | None:
    """Why nobody may use this lot now, the gravest reason; None where nothing speaks against it."""
    found = {decision.state for decision in standing(j, vaccine, lot)}
    return next((state for state in LotState if state in found), None)


def standing(j: Journal, vaccine: str, lot: str) -> list[LotDecision]:
    """The hold and the recall of one lot that stand now."""
    return [one for one in all_standing(j) if (one.vaccine_id, one.lot_number) == (vaccine, lot)]


def all_standing(j: Journal) -> list[LotDecision]:
    """Every hold and recall that stands now, oldest first; there are few."""
    rows = j.db.rows(
        "SELECT vaccine, lot, about, reason, note, at_s, by_user, container, began_s, minutes "
        "FROM lot_decision WHERE holds = 1 AND no IN "
        "(SELECT max(no) FROM lot_decision GROUP BY vaccine, lot, about) ORDER BY no"
    )
    return [
        LotDecision(
            vaccine,
            lot,
            LotState(about),
            reason,
            note,
            from_wall(at_s),
            by_user,
            container,
            None if began_s is None else from_wall(began_s),
            minutes,
        )
        for vaccine, lot, about, reason, note, at_s, by_user, container, began_s, minutes in rows
    ]


def longest_held(j: Journal, vaccine: str, lot: str, container: str, began_s: int) -> int | None:
    """The most minutes for which the lot was ever held because of one excursion; None for never."""
    found = j.db.row(
        "SELECT max(minutes) FROM lot_decision WHERE vaccine = ? AND lot = ? AND container = ? "
        "AND began_s = ? AND about = 'held' AND holds = 1",
        vaccine,
        lot,
        container,
        began_s,
    )
    return None if found is None else found[0]
