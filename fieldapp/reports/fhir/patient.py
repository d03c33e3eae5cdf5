"""Patient: one active for each person; a registration that was found to be the same person is
inactive and points to it, so that a receiver who knew both brings them together."""

from __future__ import annotations

from collections.abc import Sequence

from fieldapp.domain.client import Client, Document, Sex
from fieldapp.reports.fhir.records import PersonTold
from fieldapp.reports.fhir.values import (
    Json,
    coding,
    concept,
    contested,
    event_identifier,
    filled,
    identifier,
    reference,
    system,
    text,
)

DOCUMENT = "urn:vax-document:"
_GENDERS = {Sex.FEMALE: "female", Sex.MALE: "male", Sex.OTHER: "other"}
_KINDS = {
    "cn-resident-id": "NI",
    "cn-resident-id-15": "NI",
    "cn-foreign-pr-2017": "PRC",
    "cn-foreign-pr-2023": "PRC",
    "passport": "PPN",
}


def patients(person: PersonTold) -> list[Json]:
    """The person, then their other registrations."""
    first, *others = person.in_order
    return [_active(person, others), *(_replaced(other, first) for other in others)]


def _active(person: PersonTold, others: Sequence[Client]) -> Json:
    client, details = person.client, person.client.details
    return filled(
        {
            "resourceType": "Patient",
            "id": client.client_id.hex(),
            "meta": contested(person.contest),
            "identifier": [event_identifier(client.client_id), *map(_paper, details.documents)],
            "active": True,
            "name": _name(details.name),
            "telecom": _phone(details.phone),
            "gender": _GENDERS[details.sex] if details.sex else None,
            "birthDate": details.born,
            "address": [{"text": home}] if (home := text(details.home_area)) else None,
            "link": [_link(other, "replaces") for other in others],
        }
    )


def _replaced(client: Client, first: Client) -> Json:
    """As little as possible: all that is known stands with the one that stays."""
    return filled(
        {
            "resourceType": "Patient",
            "id": client.client_id.hex(),
            "identifier": [event_identifier(client.client_id)],
            "active": False,
            "name": _name(client.details.name),
            "link": [_link(first, "replaced-by")],
        }
    )


def _name(name: str) -> list[Json]:
    written = text(name)
    return [{"text": written}] if written else []


def _phone(number: str | None) -> list[Json]:
    written = text(number)
    return [{"system": "phone", "value": written}] if written else []


def _paper(document: Document) -> Json:
    kind = _KINDS.get(document.kind)
    typed = concept([coding(system("v2-0203"), kind)]) if kind else None
    return identifier(DOCUMENT + document.kind, document.number, typed)


def _link(other: Client, kind: str) -> Json:
    return {"other": reference("Patient", other.client_id), "type": kind}
