"""Lots as they are chosen in a workbook."""

from __future__ import annotations

from fieldapp.domain.immunization import VaccineLot
from fieldapp.domain.vaccine import Catalogue
from fieldapp.reports.workbook.content import LotChoice
from fieldapp.reports.workbook.next_doses import Rules, min_age
from fieldapp.reports.workbook.words import Words


def lot_words(lot: VaccineLot, catalogue: Catalogue, words: Words) -> str:
    """A lot as it is chosen: product, number and last day."""
    product = catalogue.get(lot.vaccine_id)
    name = product.short_name if product else lot.vaccine_id
    until = f" {words('lot.expiry')} {lot.expiry.isoformat()}" if lot.expiry else ""
    return f"{name} {lot.lot_number}{until}"


def choice(rules: Rules, lot: VaccineLot, words: Words) -> LotChoice:
    """The same with what a first dose of it asks."""
    return LotChoice(lot_words(lot, rules.catalogue, words), min_age(rules, lot.vaccine_id))
