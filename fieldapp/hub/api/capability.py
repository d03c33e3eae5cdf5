"""The CapabilityStatement: what this hub speaks of FHIR, made from the declared searches."""

from __future__ import annotations

from typing import Any

from fieldapp import __version__
from fieldapp.hub.api.endpoints import FHIR, Call, Endpoint, Outcome, json_response
from fieldapp.hub.api.fhir import SEARCHES, WORDS
from fieldapp.hub.api.fhir_parameters import FORMAT
from fieldapp.hub.api.finding import Kind

_KINDS = {
    "patient": "reference",
    "subject": "reference",
    "identifier": "token",
    "date": "date",
    "lot-number": "string",
    "_lastUpdated": "date",
}
_RELEASED = "2026-11-28"


def statement() -> dict[str, Any]:
    """For everybody: it says nothing about anybody."""
    return {
        "resourceType": "CapabilityStatement",
        "status": "active",
        "date": _RELEASED,
        "kind": "instance",
        "software": {"name": "fieldapp hub", "version": __version__},
        "implementation": {"description": "Records of mobile vaccination teams"},
        "fhirVersion": "4.0.1",
        "format": [FHIR],
        "rest": [
            {
                "mode": "server",
                "documentation": "Read only. /api/openapi.json says it all, with scopes.",
                "security": {"description": "A token of an administrator of the hub, as Bearer."},
                "resource": [_resource(kind) for kind in Kind],
            }
        ],
    }


def _resource(kind: Kind) -> dict[str, Any]:
    return {
        "type": kind.value,
        "documentation": WORDS[kind],
        "interaction": [{"code": "read"}, {"code": "search-type"}],
        "versioning": "no-version",
        "searchParam": [
            {"name": one.name, "type": _KINDS[one.name], "documentation": one.words}
            for one in SEARCHES[kind]
            if one.name in _KINDS
        ],
    }


def _answer(_call: Call) -> Outcome:
    return Outcome(json_response(statement(), FHIR))


ENDPOINTS = (
    Endpoint(
        "capabilities", "GET", "/fhir/metadata", "What this hub speaks of FHIR.", None, _answer,
        {
            FHIR: {
                "type": "object",
                "required": ["resourceType"],
                "properties": {"resourceType": {"const": "CapabilityStatement"}},
            }
        },
        (FORMAT,),
    ),
)  # fmt: skip
