"""How products are named: CVX where it means this product alone, ATC, and our own catalogue."""

from __future__ import annotations

from collections.abc import Iterator

from fieldapp.domain.vaccine import Catalogue, Vaccine
from fieldapp.reports.fhir.values import Json, coding, concept, system

CVX = "http://hl7.org/fhir/sid/cvx"
ATC = "http://www.whocc.no/atc"
CATALOGUE = "urn:vax-catalogue"
_UNSURE = "?"  # how the catalogue marks a code that nobody has verified
_ROUTES = {"IM": "IM", "SC": "SQ", "PO": "PO"}


def product(catalogue: Catalogue, vaccine_id: str | None) -> Json:
    """What a dose was of; without a product that it is not known."""
    if not vaccine_id:
        unknown = coding(system("data-absent-reason"), "unknown", "Unknown")
        return concept([unknown], "No vaccine named")
    vaccine = catalogue.get(vaccine_id)
    if vaccine is None:
        return concept([coding(CATALOGUE, vaccine_id)], vaccine_id)
    name = vaccine.name.get("en", vaccine.short_name)
    return concept([*_codes(catalogue, vaccine), coding(CATALOGUE, vaccine.id)], name)


def _codes(catalogue: Catalogue, vaccine: Vaccine) -> Iterator[Json]:
    cvx, atc = _sure(vaccine, "CVX"), _sure(vaccine, "ATC")
    if cvx and sum(_sure(other, "CVX") == cvx for other in catalogue) == 1:
        yield coding(CVX, cvx)
    if atc:
        yield coding(ATC, atc)


def _sure(vaccine: Vaccine, name: str) -> str | None:
    told = vaccine.codes.get(name)
    return told if isinstance(told, str) and _UNSURE not in told else None


def route(catalogue: Catalogue, vaccine_id: str) -> Json:
    """How the product is given; {} where the catalogue does not say."""
    vaccine = catalogue.get(vaccine_id)
    known = None if vaccine is None or vaccine.route is None else _ROUTES.get(vaccine.route)
    return concept([coding(system("v3-RouteOfAdministration"), known)]) if known else {}


def maker(catalogue: Catalogue, vaccine_id: str) -> Json:
    """Who makes it, by name; {} where the catalogue does not say."""
    vaccine = catalogue.get(vaccine_id)
    name = None if vaccine is None else vaccine.manufacturer.get("en")
    return {"display": name} if name else {}


def diseases(catalogue: Catalogue, vaccine_id: str) -> list[Json]:
    """What it is given against, in the catalogue's words."""
    vaccine = catalogue.get(vaccine_id)
    return [] if vaccine is None else [concept((), antigen) for antigen in vaccine.antigens]
