"""All resources about one person, each after those it refers to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from fieldapp.domain.dose_numbers import dose_numbers
from fieldapp.domain.immunization import ImmunizationEvent
from fieldapp.reports.fhir.adverse_event import adverse_event
from fieldapp.reports.fhir.immunization import immunization
from fieldapp.reports.fhir.patient import patients
from fieldapp.reports.fhir.recommendation import recommendation
from fieldapp.reports.fhir.records import Ground, PersonTold
from fieldapp.reports.fhir.values import Json

_LABELS = "http://terminology.hl7.org/CodeSystem/v3-ActReason"
KINDS = ("Patient", "Immunization", "AdverseEvent", "ImmunizationRecommendation")


@dataclass(frozen=True, slots=True)
class Told:
    """The resources, and the ids of reports (AdverseEvent) that were withdrawn."""

    resources: tuple[Json, ...]
    withdrawn: tuple[str, ...] = ()


def tell(person: PersonTold, ground: Ground, today: date, since: date | None = None) -> Told:
    """Of doses before `since`, and of what was seen after them, nothing is told; numbers and
    recommendations still come from the whole history."""
    patient = person.client.client_id
    numbers = _numbers(person, ground)
    doses = {
        dose.event.event_id: dose
        for dose in person.doses
        if since is None or dose.event.occurred_at.date() >= since
    }
    reports = [one for one in person.reactions if one.dose_id in doses]
    resources = [
        *patients(person),
        *(immunization(d, patient, numbers.get(i), ground.catalogue) for i, d in doses.items()),
        *(
            adverse_event(one, patient, ground.aefi, doses[one.dose_id].contest)
            for one in reports
            if one.withdrawn is None
        ),
    ]
    next_doses = recommendation(person, ground, today)
    return Told(
        tuple([*resources, next_doses] if next_doses else resources),
        tuple(one.reaction_id.hex() for one in reports if one.withdrawn is not None),
    )


def as_made_up(told: Told) -> Told:
    """The same of a practice: every resource bears the label by which others know test data."""
    meta = {"security": [{"system": _LABELS, "code": "HTEST", "display": "test health data"}]}
    labelled = tuple({**one, "meta": {**one.get("meta", {}), **meta}} for one in told.resources)
    return replace(told, resources=labelled)


def _numbers(person: PersonTold, ground: Ground) -> dict[bytes, int]:
    """None are known while a dose waits for a decision: it may be the same one twice."""
    if person.contest or any(dose.contest for dose in person.doses):
        return {}
    return dose_numbers(_each_once(person), ground.catalogue)


def _each_once(person: PersonTold) -> Iterator[ImmunizationEvent]:
    """One dose of a product a day: who gave it and who was told of it mean the same."""
    seen = set()
    for dose in person.doses:
        event = dose.event
        same = (event.occurred_at.date(), event.lot.vaccine_id, event.status)
        if same not in seen:
            seen.add(same)
            yield event
