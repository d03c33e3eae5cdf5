"""Reads resources as others do: by the models of an independent library, and by the codes that R4
requires, which that library lets pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from fhir.resources.R4B import get_fhir_model_class

REQUIRED = {
    "Patient.gender": {"male", "female", "other", "unknown"},
    "Patient.telecom.system": {"phone", "fax", "email", "pager", "url", "sms", "other"},
    "Patient.link.type": {"replaced-by", "replaces", "refer", "seealso"},
    "Immunization.status": {"completed", "entered-in-error", "not-done"},
    "AdverseEvent.actuality": {"actual", "potential"},
    "Bundle.type": {"collection", "transaction", "searchset"},
    "Bundle.entry.search.mode": {"match", "include", "outcome"},
    "OperationOutcome.issue.severity": {"fatal", "error", "warning", "information"},
    "CapabilityStatement.rest.resource.interaction.code": {"read", "search-type"},
    "Bundle.entry.request.method": {"PUT", "DELETE"},
}
OUTCOMES = {"resolved", "recovering", "ongoing", "resolvedWithSequelae", "fatal", "unknown"}
ID = r"[A-Za-z0-9\-.]{1,64}"


def accept(resource: dict[str, Any]) -> None:
    """Raises where the resource is not one of FHIR R4."""
    get_fhir_model_class(resource["resourceType"]).model_validate(resource)
    wrong = list(_wrong_codes(resource))
    assert not wrong, wrong
    assert not list(_empty(resource)), "FHIR has no empty values"
    for entry in resource.get("entry", []):
        if "resource" in entry:
            accept(entry["resource"])


def _wrong_codes(resource: dict[str, Any]) -> Iterator[str]:
    for path, allowed in REQUIRED.items():
        kind, *names = path.split(".")
        if kind == resource["resourceType"]:
            yield from (f"{path}: {v}" for v in _at(resource, names) if v not in allowed)
    if resource["resourceType"] == "AdverseEvent":
        for coding in _at(resource, ["outcome", "coding", "code"]):
            if coding not in OUTCOMES:
                yield f"AdverseEvent.outcome: {coding}"


def _at(value: Any, names: list[str]) -> Iterator[Any]:
    if isinstance(value, list):
        for one in value:
            yield from _at(one, names)
    elif not names:
        yield value
    elif names[0] in value:
        yield from _at(value[names[0]], names[1:])


def _empty(value: Any) -> Iterator[Any]:
    if value in (None, "", [], {}):
        yield value
    for one in (
        value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    ):
        yield from _empty(one)


def references(value: Any) -> Iterator[str]:
    """Every reference in it."""
    if isinstance(value, dict):
        for name, one in value.items():
            if name == "reference":
                yield one
            else:
                yield from references(one)
    elif isinstance(value, list):
        for one in value:
            yield from references(one)


def dangling(resources: Iterable[dict[str, Any]]) -> set[str]:
    """References to nothing among these resources."""
    listed = list(resources)
    here = {f"{one['resourceType']}/{one['id']}" for one in listed}
    return {ref for one in listed for ref in references(one)} - here
