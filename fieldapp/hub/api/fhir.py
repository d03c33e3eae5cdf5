"""FHIR R4 for programs: each resource by its id, and searches by what is indexed, a page at a time.

A search with a document is a POST: no document stands in an address.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

from sqlalchemy import Connection

from fieldapp.hub.api import fhir_parameters as asked
from fieldapp.hub.api.endpoints import (
    FHIR,
    Call,
    Endpoint,
    NotNow,
    NotThere,
    Outcome,
    json_response,
)
from fieldapp.hub.api.finding import BadPlace, Found, Kind, Wanted, find
from fieldapp.hub.api.parameters import BadParameter, In, Parameter, cursor_of
from fieldapp.hub.api.scopes import Scope
from fieldapp.hub.changes.tables import change
from fieldapp.hub.exports.people import StoredPerson, these
from fieldapp.hub.fold.rows import rows_in
from fieldapp.hub.running import Hub
from fieldapp.reports.fhir.patient import DOCUMENT
from fieldapp.reports.fhir.recommendation import RECOMMENDATION
from fieldapp.reports.fhir.records import Ground
from fieldapp.reports.fhir.telling import tell
from fieldapp.reports.fhir.values import EVENT, Json, moment_utc

_change = change.c
_SECRET = "identifier"  # noqa: S105  the name of what may hold a document's number
_COMMON = (asked.CHANGED, *asked.PAGING, asked.FORMAT)
SEARCHES: Mapping[Kind, tuple[Parameter, ...]] = {
    Kind.PATIENT: (asked.PAPERS, *_COMMON),
    Kind.IMMUNIZATION: (asked.PATIENT, asked.GIVEN, asked.LOT, asked.EVENT, *_COMMON),
    Kind.ADVERSE_EVENT: (asked.SUBJECT, *_COMMON),
    Kind.RECOMMENDATION: (asked.PATIENT, asked.EVENT, *_COMMON),
}
WORDS: Mapping[Kind, str] = {
    Kind.PATIENT: "People; one found to be another is inactive and points to them.",
    Kind.IMMUNIZATION: "Doses given, reasonably not given, or struck through (entered-in-error).",
    Kind.ADVERSE_EVENT: "Reactions reported after a dose; withdrawn reports are not told.",
    Kind.RECOMMENDATION: "What the programme says next of every course that somebody began.",
}
_NAMES = {Kind.PATIENT: "Patients", Kind.IMMUNIZATION: "Immunizations",
          Kind.ADVERSE_EVENT: "AdverseEvents",
          Kind.RECOMMENDATION: "ImmunizationRecommendations"}  # fmt: skip


def ground_of(hub: Hub) -> Ground:
    """What records are read by. Raises NotNow where the hub runs without a programme."""
    if hub.ground is None:
        raise NotNow
    rules = hub.ground()
    return Ground(rules.catalogue, rules.aefi, rules.programme)


def told_of(
    connection: Connection, found: Sequence[Found], kind: Kind, ground: Ground, now_s: int
) -> list[Json]:
    """The resources that were found, in that order; what cannot be told any more is left out."""
    people = these(connection, sorted({one.person for one in found}))
    updated = _updated(connection, people)
    today = datetime.fromtimestamp(now_s, UTC).date()
    known: dict[bytes, Json] = {}
    for person in people:
        for resource in tell(person.told, ground, today).resources:
            if resource["resourceType"] == kind:
                which = person.person if kind is Kind.RECOMMENDATION else _id(resource)
                known[which] = _stamped(resource, updated.get(person.person))
    return [known[one.id] for one in found if one.id in known]


def _id(resource: Json) -> bytes:
    return bytes.fromhex(resource["id"])


def _updated(connection: Connection, people: Iterable[StoredPerson]) -> dict[bytes, int]:
    """When something last changed about each of them."""
    columns = [_change.client, _change.at_s]
    whose = {client.client_id: one.person for one in people for client in one.told.registrations}
    found: dict[bytes, int] = {}
    for client, at_s in rows_in(connection, columns, _change.client, whose):
        person = whose[client]
        found[person] = max(at_s, found.get(person, at_s))
    return found


def _stamped(resource: Json, at_s: int | None) -> Json:
    if at_s is None:
        return resource
    meta = {"lastUpdated": moment_utc(datetime.fromtimestamp(at_s, UTC))}
    return resource | {"meta": meta | resource.get("meta", {})}


def _wanted(kind: Kind, given: Mapping[str, Any]) -> Wanted | None:
    """What is searched for; None where nothing can be found by it."""
    wanted = Wanted(
        patient=given.get("patient", given.get("subject")),
        given=tuple(given.get("date", ())),
        lot=given.get("lot-number"),
        changed=tuple(given.get("_lastUpdated", ())),
        after=given.get("_cursor", ()),
        most=given.get("_count", asked.COUNT),
    )
    return _by_identifier(kind, wanted, given["identifier"]) if "identifier" in given else wanted


def _by_identifier(kind: Kind, wanted: Wanted, identifier: tuple[str, str]) -> Wanted | None:
    system, value = identifier
    if kind is Kind.PATIENT and system.startswith(DOCUMENT):
        return replace(wanted, paper=(system.removeprefix(DOCUMENT), value))
    ours = RECOMMENDATION if kind is Kind.RECOMMENDATION else EVENT
    try:
        return replace(wanted, id=bytes.fromhex(value)) if system == ours else None
    except ValueError:
        return None


def _search(kind: Kind) -> Callable[[Call], Outcome]:
    def answer(call: Call) -> Outcome:
        ground, wanted = ground_of(call.hub), _wanted(kind, call.given)
        found: list[Found] = []
        told: list[Json] = []
        if wanted is not None:
            with call.hub.store.reading() as connection:
                try:
                    found = find(connection, kind, wanted)
                except BadPlace as wrong:
                    raise BadParameter("_cursor", "it is that of another search") from wrong
                told = told_of(connection, found, kind, ground, call.now_s)
        full = wanted is not None and len(found) == wanted.most
        return Outcome(json_response(_bundle(call, kind, told, found if full else ()), FHIR),
                       len(told))  # fmt: skip

    return answer


def _bundle(call: Call, kind: Kind, told: list[Json], before_next: Sequence[Found]) -> Json:
    here = f"{call.base}/fhir/{kind}"
    shown = [(name, value) for name, value in call.asked if name != _SECRET or kind in _OPEN]
    links = [{"relation": "self", "url": _url(here, shown)}]
    hidden = len(shown) < len(call.asked)
    if before_next and not hidden:  # nobody has so many registrations
        rest = [(name, value) for name, value in shown if name != "_cursor"]
        rest.append(("_cursor", cursor_of(before_next[-1].place)))
        links.append({"relation": "next", "url": _url(here, rest)})
    entries = [
        {"fullUrl": f"{here}/{one['id']}", "resource": one, "search": {"mode": "match"}}
        for one in told
    ]
    bundle: Json = {"resourceType": "Bundle", "type": "searchset", "link": links}
    return bundle | {"entry": entries} if entries else bundle


_OPEN = (Kind.IMMUNIZATION, Kind.RECOMMENDATION)
"""Of these an identifier is one of ours, and says nothing about anybody."""


def _url(path: str, pairs: Sequence[tuple[str, str]]) -> str:
    return f"{path}?{urlencode(pairs)}" if pairs else path


def _one(kind: Kind) -> Callable[[Call], Outcome]:
    def answer(call: Call) -> Outcome:
        ground = ground_of(call.hub)
        with call.hub.store.reading() as connection:
            found = find(connection, kind, Wanted(id=call.given["id"], most=1))
            told = told_of(connection, found, kind, ground, call.now_s)
        if not told or told[0]["id"] != call.given["id"].hex():
            raise NotThere
        return Outcome(json_response(told[0], FHIR), 1)

    return answer


def _schema(name: str) -> dict[str, Any]:
    return {
        "type": "object",
        "required": ["resourceType"],
        "properties": {"resourceType": {"const": name}},
    }


def _in_form(parameters: Iterable[Parameter]) -> tuple[Parameter, ...]:
    return tuple(replace(one, where=In.FORM) for one in parameters)


def _endpoints(kind: Kind) -> tuple[Endpoint, ...]:
    name, path, words = _NAMES[kind], f"/fhir/{kind}", WORDS[kind]
    parameters = SEARCHES[kind]
    in_address = tuple(one for one in parameters if one is not asked.PAPERS)
    bundle = {FHIR: _schema("Bundle")}
    return (
        Endpoint(
            f"search{name}", "GET", path, words, Scope.PEOPLE, _search(kind), bundle, in_address,
            personal=True,
        ),
        Endpoint(
            f"search{name}ByForm", "POST", f"{path}/_search", f"{words} Asked by a form.",
            Scope.PEOPLE, _search(kind), bundle, _in_form(parameters), personal=True,
        ),
        Endpoint(
            f"read{kind}", "GET", f"{path}/{{id}}", f"One {kind}.", Scope.PEOPLE, _one(kind),
            {FHIR: _schema(kind)}, (asked.ONE_ID, asked.FORMAT), personal=True, misses=True,
        ),
    )  # fmt: skip


ENDPOINTS = tuple(one for kind in Kind for one in _endpoints(kind))
