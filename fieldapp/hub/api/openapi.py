"""The description of the API for other systems (OpenAPI 3.1), made from the declared endpoints."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from fieldapp import __version__
from fieldapp.hub.api import problems
from fieldapp.hub.api.endpoints import FHIR, Endpoint
from fieldapp.hub.api.parameters import In, Parameter
from fieldapp.hub.api.problems import PROBLEM, Why
from fieldapp.hub.api.scopes import WORDS

PATH = "/api/openapi.json"
_FORM = "application/x-www-form-urlencoded"
_TOKEN = "token"  # noqa: S105  the name of a way to be let in
_ABOUT = (
    "Read only. Times are UTC unless they carry a zone; ids are stable for ever. An administrator "
    "of the hub gives a program its token under *Access for programs*. The scopes:\n\n"
)


def describe(endpoints: Iterable[Endpoint]) -> dict[str, Any]:
    """The whole document."""
    paths: dict[str, dict[str, Any]] = {}
    for endpoint in endpoints:
        paths.setdefault(endpoint.path, {})[endpoint.method.lower()] = _operation(endpoint)
    scopes = "\n".join(f"- `{scope}`: {words}" for scope, words in WORDS.items())
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "fieldapp hub",
            "version": __version__,
            "description": _ABOUT + scopes,
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "paths": paths,
        "components": {
            "securitySchemes": {_TOKEN: {"type": "http", "scheme": "bearer"}},
            "schemas": {"Problem": dict(problems.SCHEMA), "Outcome": dict(problems.OUTCOME)},
        },
    }


def _operation(endpoint: Endpoint) -> dict[str, Any]:
    told: dict[str, Any] = {
        "operationId": endpoint.name,
        "summary": endpoint.words,
        "tags": ["FHIR R4" if endpoint.is_fhir else "Reports"],
        "security": [{_TOKEN: [scope.value]} for scope in endpoint.opened_by],
        "responses": _responses(endpoint),
    }
    outside = [_parameter(one) for one in endpoint.parameters if one.where is not In.FORM]
    if outside:
        told["parameters"] = outside
    if endpoint.has_form:
        told["requestBody"] = _form([p for p in endpoint.parameters if p.where is In.FORM])
    return told


def _parameter(one: Parameter) -> dict[str, Any]:
    told: dict[str, Any] = {
        "name": one.name,
        "in": one.where.value,
        "description": one.words,
        "required": one.needed,
        "schema": _schema(one),
    }
    return told | {"style": "form", "explode": True} if one.many else told


def _schema(one: Parameter) -> dict[str, Any]:
    schema = dict(one.kind.schema)
    return {"type": "array", "items": schema} if one.many else schema


def _form(parameters: list[Parameter]) -> dict[str, Any]:
    schema = {
        "type": "object",
        "properties": {p.name: _schema(p) | {"description": p.words} for p in parameters},
        "additionalProperties": False,
    }
    many = {p.name: {"style": "form", "explode": True} for p in parameters if p.many}
    return {"required": False, "content": {_FORM: {"schema": schema, "encoding": many}}}


def _responses(endpoint: Endpoint) -> dict[str, Any]:
    content = {media: {"schema": dict(schema)} for media, schema in endpoint.answers.items()}
    told: dict[str, Any] = {"202": {"description": "Taken; it is done later."}}
    told["200"] = {"description": "What was asked for.", "content": content}
    told = {status: told[status] for status in map(str, endpoint.statuses)}
    told |= {str(why.status): _refusal(why, endpoint) for why in _whys(endpoint)}
    return dict(sorted(told.items()))


def _whys(endpoint: Endpoint) -> list[Why]:
    found = [problems.BAD_PARAMETER, problems.FAULT, problems.BUSY]
    if endpoint.needs is not None:
        found += [problems.NO_TOKEN, problems.NO_SCOPE, problems.TOO_MANY]
    if endpoint.misses:
        found.append(problems.NOT_FOUND)
    if endpoint.has_form:
        found += [problems.TOO_LARGE, problems.TOO_SLOW]
    return found


def _refusal(why: Why, endpoint: Endpoint) -> dict[str, Any]:
    media, name = (FHIR, "Outcome") if endpoint.is_fhir else (PROBLEM, "Problem")
    schema = {"$ref": f"#/components/schemas/{name}"}
    return {"description": why.words, "content": {media: {"schema": schema}}}
