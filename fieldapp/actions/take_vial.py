"""The verb: use the vial that was just scanned; what is thrown away for it is told."""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.actions.consult import Practice
from fieldapp.actions.moments import site_today
from fieldapp.actions.open_vial import VialScan, open_vial
from fieldapp.journal import vials
from fieldapp.journal.vials import Vial


@dataclass(frozen=True, slots=True)
class VialTaken:
    """The vial in hand, and how many doses were thrown away for it."""

    vial: Vial
    thrown_away: int


def take_vial(practice: Practice, scan: VialScan, *, user: str) -> VialTaken:
    """Open the vial, or go back to it if it is open. Raises LotExpired, LotIsRecalled."""
    journal = practice.journal
    with journal.transaction():
        before = {vial.vial_id: vial for vial in vials.in_use(journal)}
        vial_id = open_vial(journal, scan, today=site_today(practice.clock), user=user)
        now = {vial.vial_id: vial for vial in vials.in_use(journal)}
    put_away = before.keys() - now.keys()
    thrown_away = sum(max(0, before[gone].doses_left) for gone in put_away)
    return VialTaken(now[vial_id], thrown_away)
