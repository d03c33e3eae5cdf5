"""Reads what was decided about lots: held, released, recalled, by this team or by the hub."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from fieldapp.domain.lot import LotState, lot_key
from fieldapp.journal.journal import Journal
from fieldapp.journal.recalls import recall_list
from fieldapp.wire.dates import from_wall
from fieldapp.wire.recalls import Recall


@dataclass(frozen=True, slots=True)
class LotDecision:
    """Why a lot may not be used, who said so and when.

    `container`, `began`, `minutes`: the excursion of temperature behind a hold. `from_hub`: only
    the hub can lift it, and nobody of this team is named.
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
    from_hub: bool = False

    def concerns(self, vaccine: str, lot: str) -> bool:
        """Whether this lot is meant; the hub means it however its number was typed here."""
        asked, own = lot, self.lot_number
        if self.from_hub:
            asked, own = lot_key(lot), lot_key(own)
        return (vaccine, asked) == (self.vaccine_id, own)


def lot_state(j: Journal, vaccine: str, lot: str) -> LotState | None:
    """Why nobody may use this lot now, the gravest reason; None where nothing speaks against it."""
    found = {decision.state for decision in standing(j, vaccine, lot)}
    return next((state for state in LotState if state in found), None)


def standing(j: Journal, vaccine: str, lot: str) -> list[LotDecision]:
    """The hold and the recalls of one lot that stand now."""
    return [one for one in all_standing(j) if one.concerns(vaccine, lot)]


def recall_of(j: Journal, vaccine: str, lot: str) -> LotDecision | None:
    """Who recalled this lot, the hub before this team; None for a lot that is not recalled."""
    found = [one for one in standing(j, vaccine, lot) if one.state is LotState.RECALLED]
    return max(found, key=lambda one: one.from_hub, default=None)


def all_standing(j: Journal) -> list[LotDecision]:
    """Every hold and recall that stands now, this team's own first, oldest first; there are few."""
    known = recall_list(j)
    return [*own_standing(j), *(_of_hub(one) for one in (known.recalls if known else ()))]


def _of_hub(one: Recall) -> LotDecision:
    return LotDecision(
        one.vaccine,
        one.lot,
        LotState.RECALLED,
        one.reason,
        one.note or None,
        from_wall(one.recalled_at),
        by="",
        from_hub=True,
    )


def own_standing(j: Journal) -> list[LotDecision]:
    """What this team itself decided and did not take back, oldest first."""
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
