"""AdverseEvent, as far as R4's allows: what was seen after which dose, how grave, how it ended.

R4 has no status here, so a withdrawn report is not told at all (and deleted where it was told).
"""

from __future__ import annotations

from fieldapp.domain.adverse_event import AdverseEvent, AefiCodes, Code
from fieldapp.reports.fhir.values import (
    OWN,
    Json,
    coding,
    concept,
    contested,
    event_identifier,
    filled,
    moment_utc,
    reference,
    system,
    text,
)

_OUTCOMES = {
    "recovered": "resolved",
    "recovering": "recovering",
    "sequelae": "resolvedWithSequelae",
    "not-recovered": "ongoing",
    "died": "fatal",
    "unknown": "unknown",
}


def adverse_event(
    told: AdverseEvent, patient: bytes, codes: AefiCodes, doubt: str | None = None
) -> Json:
    """One report about one dose."""
    details = told.details
    return filled(
        {
            "resourceType": "AdverseEvent",
            "id": told.reaction_id.hex(),
            "meta": contested(doubt),
            "identifier": event_identifier(told.reaction_id),
            "actuality": "actual",
            "event": _event(told, codes),
            "subject": reference("Patient", patient),
            "date": _onset(told),
            "recordedDate": moment_utc(told.reported_at),
            "seriousness": _seriousness(details.serious, details.criteria),
            "outcome": _outcome(details.outcome),
            "suspectEntity": [{"instance": reference("Immunization", told.dose_id)}],
        }
    )


def _event(told: AdverseEvent, codes: AefiCodes) -> Json:
    """One concept has several codes only if they mean the same: the words name all reactions."""
    listed = [(one, codes.reaction(one)) for one in told.details.reactions]
    coded = [coding(OWN + "reaction", listed[0][0])] if len(listed) == 1 else []
    words = [_name(code, one) for one, code in listed] + [told.details.description or ""]
    return concept(coded, "; ".join(word for word in words if word) or "Not described")


def _name(code: Code | None, id_: str) -> str:
    return id_ if code is None else code.name["en"]


def _onset(told: AdverseEvent) -> str | None:
    """The site's own clock without its zone: FHIR takes a time only with one, so the day."""
    onset = told.details.onset
    return None if onset is None else onset.date().isoformat()


def _seriousness(serious: bool | None, criteria: tuple[str, ...]) -> Json | None:
    if serious is None:
        return None
    ours = "serious" if serious else "non-serious"
    words = f"{ours}: {', '.join(criteria)}" if serious and criteria else ours
    return concept([coding(OWN + "seriousness", ours)], words)


def _outcome(outcome: str | None) -> Json | None:
    if outcome is None:
        return None
    known = _OUTCOMES.get(outcome, "unknown")
    return concept([coding(system("adverse-event-outcome"), known)], text(outcome))
