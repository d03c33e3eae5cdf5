"""The verb: put vials of one lot on board, unless their lot or their monitor forbids it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fieldapp.actions.moments import site_today
from fieldapp.actions.open_vial import LotExpired, LotIsRecalled
from fieldapp.actions.stock.amount import Amount
from fieldapp.actions.stock.load_box import load_box
from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.immunization import VaccineLot
from fieldapp.domain.lot import LotState
from fieldapp.journal import lots
from fieldapp.journal.journal import Journal

DISCARD_POINT = 3
"""From this stage of the vial monitor on (the square no lighter than the circle) a vial is thrown
away. Source: WHO, vial vaccine monitor (FACTS.md section 3)."""


class MonitorSpent(FieldAppError):
    """The vial vaccine monitor says that the vial was warm for too long."""

    happened = "The monitor of lot {lot} is at its discard point: stage {stage}."
    safe = "It was not put on board."
    next_step = "Put these vials aside for your supervisor and take others."


class LotOnHold(FieldAppError):
    """The lot is held back until a named user releases it."""

    happened = "Lot {lot} is held back and must not be used."
    safe = "It was not put on board."
    next_step = "Take another lot, or ask your supervisor about this one."


class LotRecalledAway(LotIsRecalled):
    """The maker, an authority or the hub recalled the lot."""

    happened = "Lot {lot} was recalled and must not be used."
    safe = "It was not put on board."
    next_step = "Put these vials aside for your supervisor and take others."


@dataclass(frozen=True, slots=True)
class Load:
    """Vials of one lot. `vvm` is the monitor's stage, 1 to 4; None where a vial has none."""

    lot: VaccineLot
    vials: int
    vial_doses: int = 1
    code: str | None = None
    vvm: int | None = None

    @property
    def amount(self) -> Amount:
        """The same in doses."""
        return Amount.of_vials(self.lot, self.vials, self.vial_doses)


def require_usable(journal: Journal, load: Load, today: date) -> None:
    """Raise what keeps these vials off the boat: LotExpired, MonitorSpent, LotOnHold or
    LotRecalledAway."""
    lot = load.lot
    if lot.expiry is not None and lot.expiry < today:
        raise LotExpired(expiry=lot.expiry.isoformat())
    if load.vvm is not None and load.vvm >= DISCARD_POINT:
        raise MonitorSpent(lot=lot.lot_number, stage=load.vvm)
    recall = lots.recall_of(journal, lot.vaccine_id, lot.lot_number)
    if recall is not None:
        raise LotRecalledAway(recall)
    if lots.lot_state(journal, lot.vaccine_id, lot.lot_number) is LotState.HELD:
        raise LotOnHold(lot=lot.lot_number)


def load_vials(journal: Journal, load: Load, session: str, *, user: str) -> bytes:
    """Record them in the box of the session of this label; return the event id.

    Raises LotExpired, MonitorSpent, LotOnHold, LotRecalledAway, NotANumberOfDoses.
    """
    with journal.transaction():
        require_usable(journal, load, site_today(journal.clock))
        return load_box(journal, load.amount, session, user=user, code=load.code, vvm=load.vvm)
