"""How resources travel together: a collection, a transaction that may be sent again, or NDJSON."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from fieldapp.reports.fhir.recommendation import RECOMMENDATION
from fieldapp.reports.fhir.telling import KINDS, Told
from fieldapp.reports.fhir.values import EVENT, Json

_SEARCHED = ("Patient", "Immunization", "ImmunizationRecommendation")
"""Kinds that R4 finds by identifier; an AdverseEvent only by its id."""


def collection(told: Iterable[Told]) -> Json:
    """Everything in one bundle, to be read by people or programs."""
    listed = by_kind([resource for one in told for resource in one.resources])
    urls = {f"{one['resourceType']}/{one['id']}": _url(one) for one in listed}
    entries = [{"fullUrl": _url(one), "resource": _pointing(one, urls)} for one in listed]
    bundle: Json = {"resourceType": "Bundle", "type": "collection"}
    return bundle | {"entry": entries} if entries else bundle


def transaction(told: Iterable[Told], gone: Iterable[tuple[str, bytes]] = ()) -> Json:
    """Made or brought up to date at the receiver, all or nothing; again changes nothing.

    Resources are known by their identifier; reports that were withdrawn are deleted, and so is
    what is told no more (`gone`: kind and id).
    """
    everything = list(told)
    listed = [resource for one in everything for resource in one.resources]
    urls = {f"{one['resourceType']}/{one['id']}": _url(one) for one in listed}
    entries = [_put(one, urls) for one in listed]
    for withdrawn in (id_ for one in everything for id_ in one.withdrawn):
        entries.append({"request": {"method": "DELETE", "url": f"AdverseEvent/{withdrawn}"}})
    entries += [{"request": {"method": "DELETE", "url": _known_by(*one)}} for one in gone]
    bundle: Json = {"resourceType": "Bundle", "type": "transaction"}
    return bundle | {"entry": entries} if entries else bundle


def line(resource: Json) -> str:
    """One line of NDJSON, or a whole file; the same resource gives the same text."""
    return json.dumps(resource, ensure_ascii=False, separators=(",", ":"))


def by_kind(resources: Sequence[Json]) -> list[Json]:
    """Each kind after those that it refers to."""
    return sorted(resources, key=lambda one: KINDS.index(one["resourceType"]))


def _put(resource: Json, urls: dict[str, str]) -> Json:
    kind = resource["resourceType"]
    pointing = _pointing(resource, urls)
    if kind in _SEARCHED:
        known = resource["identifier"][0]
        url = f"{kind}?identifier={known['system']}|{known['value']}"
        pointing = {name: value for name, value in pointing.items() if name != "id"}
    else:
        url = f"{kind}/{resource['id']}"
    return {
        "fullUrl": _url(resource),
        "resource": pointing,
        "request": {"method": "PUT", "url": url},
    }


def _known_by(kind: str, id_: bytes) -> str:
    """Where a receiver has it, without the resource itself."""
    if kind not in _SEARCHED:
        return f"{kind}/{id_.hex()}"
    system = RECOMMENDATION if kind == "ImmunizationRecommendation" else EVENT
    return f"{kind}?identifier={system}|{id_.hex()}"


def _url(resource: Json) -> str:
    name = f"urn:fieldapp:{resource['resourceType']}/{resource['id']}"
    return uuid.uuid5(uuid.NAMESPACE_URL, name).urn


def _pointing(value: Any, urls: dict[str, str]) -> Any:
    """The same with every reference to a resource of the bundle by its address there."""
    if isinstance(value, dict):
        return {
            name: urls.get(one, one)
            if name == "reference" and isinstance(one, str)
            else _pointing(one, urls)
            for name, one in value.items()
        }
    return [_pointing(one, urls) for one in value] if isinstance(value, list) else value
