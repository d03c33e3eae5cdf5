"""The verb: what vial is this? From a GS1 or trace code to a product of the catalogue."""

from __future__ import annotations

from fieldapp.actions.open_vial import VialScan
from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.immunization import VaccineLot
from fieldapp.domain.scan import Scan
from fieldapp.domain.vaccine import Catalogue, Vaccine


class UnknownVial(FieldAppError):
    """The code is a vial's, but not of a product in the catalogue."""

    happened = "This vial's code is not in the vaccine catalogue."
    safe = "It was not taken into use."
    next_step = "Use another vial, or ask your supervisor to add the product."


def vial_of(scan: Scan, catalogue: Catalogue) -> VialScan:
    """The vial that a valid `gs1` or `cn-trace-code` scan names. Raises UnknownVial.

    A trace code names no lot: its own digits stand for it, so that the pack can still be traced.
    """
    product = _product(scan, catalogue)
    if product is None:
        raise UnknownVial()
    lot = VaccineLot(product.id, scan.lot or scan.vial_code or "", scan.expiry)
    return VialScan(lot, product.doses_per_vial[0], scan.vial_code)


def _product(scan: Scan, catalogue: Catalogue) -> Vaccine | None:
    if scan.gtin is not None:
        return catalogue.by_gtin(scan.gtin)
    prefix = scan.fields.get("drug_prefix")
    return catalogue.by_trace_prefix(str(prefix)) if prefix else None
