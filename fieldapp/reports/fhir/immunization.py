"""Immunization: a dose given, reasonably not given, or struck through (entered-in-error)."""

from __future__ import annotations

from fieldapp.domain.immunization import (
    BodySite,
    DoseSource,
    Evidence,
    ImmunizationEvent,
    ImmunizationStatus,
)
from fieldapp.domain.vaccine import Catalogue
from fieldapp.reports.cells import day_or_none
from fieldapp.reports.fhir import products
from fieldapp.reports.fhir.records import DoseTold
from fieldapp.reports.fhir.values import (
    OWN,
    Json,
    coding,
    concept,
    contested,
    event_identifier,
    filled,
    moment,
    moment_utc,
    reference,
    system,
    text,
)

_SITES = {BodySite.LEFT_DELTOID: "LA", BodySite.RIGHT_DELTOID: "RA"}
_REASONS = {"refused": "PATOBJ", "contraindicated": "MEDPREC", "no-stock": "OSTOCK"}
_ORIGINS = {Evidence.CARD: "record", Evidence.TOLD: "recall"}


def immunization(dose: DoseTold, patient: bytes, number: int | None, catalogue: Catalogue) -> Json:
    """One record; `number` is which dose of its course it is, where that is known."""
    event = dose.event
    elsewhere = event.source is DoseSource.ELSEWHERE
    return filled(
        {
            "resourceType": "Immunization",
            "id": event.event_id.hex(),
            "meta": contested(dose.contest),
            "identifier": [event_identifier(event.event_id)],
            "status": event.status.value,
            "statusReason": _reason(event),
            "vaccineCode": products.product(catalogue, event.lot.vaccine_id),
            "patient": reference("Patient", patient),
            "occurrenceDateTime": _occurred(event, elsewhere),
            "recorded": moment_utc(event.recorded_at),
            "primarySource": not elsewhere,
            "reportOrigin": _origin(event) if elsewhere else None,
            **_what_was_given(event, catalogue),
            "performer": _performers(dose, elsewhere),
            "note": _notes(event),
            "protocolApplied": _protocol(event, number, catalogue),
        }
    )


def _what_was_given(event: ImmunizationEvent, catalogue: Catalogue) -> Json:
    """Nothing of it where nothing was given."""
    if event.status is ImmunizationStatus.NOT_DONE:
        return {}
    product = event.lot.vaccine_id
    return {
        "manufacturer": products.maker(catalogue, product),
        "lotNumber": text(event.lot.lot_number),
        "expirationDate": day_or_none(event.lot.expiry),
        "site": _site(event.site),
        "route": products.route(catalogue, product),
    }


def _occurred(event: ImmunizationEvent, elsewhere: bool) -> str:
    """A card tells the day of a dose, not the hour."""
    return event.occurred_at.date().isoformat() if elsewhere else moment(event.occurred_at)


def _reason(event: ImmunizationEvent) -> Json | None:
    """Why not; why something was struck through is a note, as FHIR has it."""
    if event.status is not ImmunizationStatus.NOT_DONE or not event.reason:
        return None
    known = _REASONS.get(event.reason)
    standard = coding(system("v3-ActReason"), known) if known else {}
    return concept([standard, coding(OWN + "not-given", event.reason)], event.reason)


def _origin(event: ImmunizationEvent) -> Json | None:
    if not event.evidence:
        return None
    known = next((code for one, code in _ORIGINS.items() if one == event.evidence), None)
    standard = coding(system("immunization-origin"), known) if known else {}
    return concept([standard, coding(OWN + "evidence", event.evidence)], event.evidence)


def _site(site: BodySite | None) -> Json | None:
    if site is None or site is BodySite.ORAL:  # the mouth is a route
        return None
    known = _SITES.get(site)
    standard = coding(system("v3-ActSite"), known) if known else {}
    return concept([standard, coding(OWN + "site", site.value)], site.value.replace("-", " "))


def _performers(dose: DoseTold, elsewhere: bool) -> list[Json]:
    """Who gave it, and the team or place; of a dose elsewhere, the place alone."""
    event = dose.event
    given_here = event.status is not ImmunizationStatus.NOT_DONE and not elsewhere
    person = text(event.vaccinator) if given_here else None
    place = text(event.place if elsewhere else dose.team)
    function = concept([coding(system("v2-0443"), "AP", "Administering Provider")])
    actors = [{"function": function, "actor": {"display": person}}] if person else []
    return [*actors, {"actor": {"display": place}}] if place else actors


def _notes(event: ImmunizationEvent) -> list[Json]:
    struck = event.status is ImmunizationStatus.ENTERED_IN_ERROR
    told = (
        text(event.note),
        text(f"Given against the advice: {event.override_reason}" if event.override_reason else ""),
        text(f"Struck through: {event.reason}" if struck and event.reason else ""),
    )
    return [{"text": words} for words in told if words]


def _protocol(
    event: ImmunizationEvent, number: int | None, catalogue: Catalogue
) -> list[Json] | None:
    if number is None:
        return None
    against = products.diseases(catalogue, event.lot.vaccine_id)
    return [filled({"targetDisease": against, "doseNumberPositiveInt": number})]
