"""The minimal FHIR R4 bundle of a card: one Patient, an Immunization for each dose.

Writes the least that SHC allows, and reads the cards of others, too: what it does not know it
passes by, what it needs and does not find it refuses. All within small limits.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from fieldapp.domain.birth_date import Precision, read_birth_date
from fieldapp.wire.errors import Undecodable
from fieldapp.wire.health_card.content import CardDose, HealthCard

MOST_DOSES = 100
_MOST_TEXT = 200
_MOST_CODES = 10
_LATEST_S = 2**40
_TYPES = (
    "https://smarthealth.cards#health-card",
    "https://smarthealth.cards#immunization",
)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_BORN = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_PATIENT = "resource:0"


def to_json(card: HealthCard) -> bytes:
    """Minified, in the order in which it deflates best."""
    patient: dict[str, Any] = {"resourceType": "Patient", "name": [{"text": card.name}]}
    if card.birth_date is not None:
        patient["birthDate"] = card.born
    resources = [patient, *map(_immunization, card.doses)]
    entries = [
        {"fullUrl": f"resource:{number}", "resource": resource}
        for number, resource in enumerate(resources)
    ]
    bundle = {"resourceType": "Bundle", "type": "collection", "entry": entries}
    subject = {"fhirVersion": "4.0.1", "fhirBundle": bundle}
    credential = {"type": list(_TYPES), "credentialSubject": subject}
    told = {"iss": card.issuer, "nbf": card.issued, "vc": credential}
    return json.dumps(told, separators=(",", ":"), ensure_ascii=False).encode()


def _immunization(dose: CardDose) -> dict[str, Any]:
    coding = [{"system": system, "code": code} for system, code in dose.codes]
    told: dict[str, Any] = {
        "resourceType": "Immunization",
        "status": "completed",
        "vaccineCode": {"coding": coding},
        "patient": {"reference": _PATIENT},
        "occurrenceDateTime": dose.day.isoformat(),
    }
    if dose.reported:
        told["primarySource"] = False
    if dose.lot:
        told["lotNumber"] = dose.lot
    if dose.giver:
        told["performer"] = [{"actor": {"display": dose.giver}}]
    return told


def from_json(payload: bytes) -> HealthCard:
    """Read a card of ours or of others. Raises Undecodable."""
    try:
        told = json.loads(payload)
    except (ValueError, RecursionError) as error:
        raise _unlike("it is not JSON") from error
    issued = _at(told, "nbf")
    if isinstance(issued, bool) or not isinstance(issued, int | float) or not _sane(issued):
        raise _unlike("it does not say when it was signed")
    entries = _list(_at(told, "vc", "credentialSubject", "fhirBundle", "entry"), MOST_DOSES + 1)
    resources = [_object(_at(entry, "resource")) for entry in entries]
    patients = [one for one in resources if one.get("resourceType") == "Patient"]
    if len(patients) != 1:
        raise _unlike("it is not about one person")
    doses = [_dose(one) for one in resources if one.get("resourceType") == "Immunization"]
    born, known_to = _birth_date(patients[0].get("birthDate"))
    return HealthCard(
        issuer=_text(_at(told, "iss")),
        issued=int(issued),
        name=_name(patients[0]),
        birth_date=born,
        birth_known_to=known_to,
        doses=tuple(sorted((d for d in doses if d is not None), key=lambda dose: dose.day)),
    )


def _sane(seconds: float) -> bool:
    return 0 <= seconds < _LATEST_S


def _name(patient: Mapping[str, Any]) -> str:
    """As written; of a name in parts the given names first, as passports are read here."""
    names = _list(patient.get("name", []), _MOST_CODES)
    if not names:
        raise _unlike("it names nobody")
    first = _object(names[0])
    given = [_text(part) for part in _list(first.get("given", []), _MOST_CODES)]
    parts = [*given, _text(first.get("family", ""))]
    name = _text(first.get("text", "")) or " ".join(part for part in parts if part)
    if not name:
        raise _unlike("it names nobody")
    return name


def _dose(told: Mapping[str, Any]) -> CardDose | None:
    """None for what was not given after all."""
    if told.get("status") != "completed":
        return None
    codings = _list(_at(told, "vaccineCode", "coding"), _MOST_CODES)
    codes = tuple((_text(_at(c, "system")), _text(_at(c, "code"))) for c in codings)
    performers = _list(told.get("performer", []), _MOST_CODES)
    giver = _object(_object(performers[0]).get("actor", {})) if performers else {}
    return CardDose(
        codes=codes,
        day=_day(told.get("occurrenceDateTime")),
        lot=_text(told.get("lotNumber", "")),
        giver=_text(giver.get("display", "")),
        reported=told.get("primarySource") is False,
    )


def _birth_date(value: object) -> tuple[date | None, Precision]:
    """As FHIR writes it: to the day, the month or the year."""
    if value is None:
        return None, Precision.DAY
    text = _text(value)
    if not _BORN.fullmatch(text):
        raise _unlike("a date is not one")
    try:
        return read_birth_date(text)
    except ValueError as error:
        raise _unlike("a date is not one") from error


def _day(value: object) -> date:
    """A day, or the day of a moment; a year or month alone is not enough to count from."""
    text = _text(value)[:10]
    if not _DAY.fullmatch(text):
        raise _unlike("a date is not one")
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise _unlike("a date is not one") from error


def _at(value: object, *path: str) -> Any:
    for name in path:
        value = _object(value).get(name)
    return value


def _object(value: object) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise _unlike("it is not built like a health card")
    return value


def _list(value: object, most: int) -> Sequence[Any]:
    if not isinstance(value, list) or len(value) > most:
        raise _unlike("it is not built like a health card")
    return value


def _text(value: object) -> str:
    """One line of what a person can read: no control characters, nothing endless."""
    if not isinstance(value, str) or len(value) > _MOST_TEXT:
        raise _unlike("it is not built like a health card")
    if any(not character.isprintable() for character in value):
        raise _unlike("it holds characters that nobody can read")
    return value.strip()


def _unlike(why: str) -> Undecodable:
    return Undecodable(what="vaccination card", why=why)
