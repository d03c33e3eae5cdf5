"""How the API says no: RFC 9457 problems, and FHIR's OperationOutcome where FHIR is spoken. They
tell what to do, and nothing about who or what is here."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from starlette.responses import Response

from fieldapp.hub.api.endpoints import FHIR

PROBLEM = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Why:
    """One kind of no: `code` is stable, `fhir` is its code in an OperationOutcome."""

    status: int
    code: str
    words: str
    fhir: str


BAD_PARAMETER = Why(400, "bad-parameter", "A parameter cannot be read.", "invalid")
NO_TOKEN = Why(401, "no-token", "A token that holds is needed: Authorization: Bearer ...", "login")
NO_SCOPE = Why(403, "no-scope", "This token does not open this.", "forbidden")
NOT_FOUND = Why(404, "not-found", "Nothing is at this address.", "not-found")
WRONG_METHOD = Why(405, "wrong-method", "This is not asked for in this way.", "not-supported")
TOO_LARGE = Why(413, "too-large", "It is more than is read at once.", "too-long")
TOO_SLOW = Why(408, "too-slow", "The request came too slowly.", "timeout")
TOO_MANY = Why(429, "too-many", "This token asked too often. Come again later.", "throttled")
FAULT = Why(500, "fault", "The hub has a fault of its own. It was logged.", "exception")
BUSY = Why(503, "busy", "The hub cannot answer right now. Come again later.", "transient")
NO_RULES = Why(503, "no-programme", "This hub runs without a vaccination programme.", "exception")

SCHEMA: Mapping[str, Any] = MappingProxyType(
    {
        "type": "object",
        "required": ["type", "title", "status", "code"],
        "properties": {
            "type": {"const": "about:blank"},
            "title": {"type": "string"},
            "status": {"type": "integer"},
            "code": {"type": "string", "description": "Stable; for programs."},
            "detail": {"type": "string"},
            "parameter": {"type": "string", "description": "The one that cannot be read."},
        },
    }
)
OUTCOME: Mapping[str, Any] = MappingProxyType(
    {
        "type": "object",
        "required": ["resourceType", "issue"],
        "properties": {"resourceType": {"const": "OperationOutcome"}},
    }
)


def problem(
    why: Why,
    *,
    fhir: bool,
    detail: str = "",
    parameter: str = "",
    headers: Mapping[str, str] | None = None,
) -> Response:
    """The answer."""
    body = (
        _outcome(why, detail, parameter) if fhir else _problem(why, detail, parameter)
    )  # one or the other
    said = json.dumps(body, ensure_ascii=False)
    return Response(said, why.status, headers, media_type=FHIR if fhir else PROBLEM)


def _problem(why: Why, detail: str, parameter: str) -> dict[str, Any]:
    told = {"type": "about:blank", "title": why.words, "status": why.status, "code": why.code}
    more = {"detail": detail, "parameter": parameter}
    return told | {name: value for name, value in more.items() if value}


def _outcome(why: Why, detail: str, parameter: str) -> dict[str, Any]:
    words = " ".join(
        part for part in (why.words, f"{parameter}:" if parameter else "", detail) if part
    )
    issue: dict[str, Any] = {"severity": "error", "code": why.fhir, "diagnostics": words}
    if parameter:
        issue["expression"] = [f"http.{parameter}"]
    return {"resourceType": "OperationOutcome", "issue": [issue]}
