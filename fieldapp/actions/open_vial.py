"""The verb: bring a vial into use. The one it replaces, of the same vaccine, is put away first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.immunization import VaccineLot
from fieldapp.journal import lots, vials
from fieldapp.journal.journal import Journal
from fieldapp.journal.lots import LotDecision
from fieldapp.wire.dates import to_day
from fieldapp.wire.facts import Fact, VialClosed, VialOpened


class LotExpired(FieldAppError):
    """An expired vial must not come into use; its last usable day is over."""

    happened = "This vial expired on {expiry}."
    safe = "It was not taken into use."
    next_step = "Put it aside for your supervisor and scan another vial."


class LotIsRecalled(FieldAppError):
    """A recalled vial must not come into use; `recall` says who recalled its lot, when and why."""

    happened = "Lot {lot} is recalled and must not be used."
    safe = "It was not taken into use."
    next_step = "Put it aside for your supervisor and scan another vial."

    def __init__(self, recall: LotDecision) -> None:
        super().__init__(lot=recall.lot_number)
        self.recall = recall


@dataclass(frozen=True, slots=True)
class VialScan:
    """A vial as scanned or typed: its lot, how many doses it holds, and the code as read."""

    lot: VaccineLot
    doses: int
    code: str | None = None


def open_vial(journal: Journal, scan: VialScan, *, today: date, user: str) -> bytes:
    """Record the vial as in use and return its id. Raises LotExpired, LotIsRecalled.

    Scanning the vial that is already in use (same code, doses left) changes nothing.
    """
    if scan.lot.expiry is not None and scan.lot.expiry < today:
        raise LotExpired(expiry=scan.lot.expiry.isoformat())
    recall = lots.recall_of(journal, scan.lot.vaccine_id, scan.lot.lot_number)
    if recall is not None:
        raise LotIsRecalled(recall)
    with journal.transaction():
        in_use = [v for v in vials.in_use(journal) if v.lot.vaccine_id == scan.lot.vaccine_id]
        for vial in in_use:
            if scan.code is not None and vial.code == scan.code and vial.doses_left > 0:
                return vial.vial_id
        facts: list[Fact] = [
            VialClosed(journal.ref(v.vial_id), v.doses_left, _why_closed(v)) for v in in_use
        ]
        *_, opened = journal.append([*facts, _opened(scan)], user=user)
    return opened.event_id


def _why_closed(vial: vials.Vial) -> str:
    return "used-up" if vial.doses_left == 0 else "replaced"


def _opened(scan: VialScan) -> VialOpened:
    lot = scan.lot
    expiry = to_day(lot.expiry)
    return VialOpened(lot.vaccine_id, lot.lot_number, expiry, scan.doses, scan.code)
