"""Whom a push is about: every person with what is told of them now, and what the server holds that
is told no more."""

from __future__ import annotations

import hashlib
import logging
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from sqlalchemy import Connection

from fieldapp.hub import schema
from fieldapp.hub.api.finding import Kind, Wanted, find
from fieldapp.hub.exports.people import StoredPerson, these
from fieldapp.hub.fold.rows import rows_in
from fieldapp.hub.fold.stirred import around
from fieldapp.hub.push import keeping
from fieldapp.hub.push.keeping import Target, Which
from fieldapp.hub.upkeep.log_lines import log_fault
from fieldapp.reports.fhir.bundle import line
from fieldapp.reports.fhir.records import Ground
from fieldapp.reports.fhir.telling import tell
from fieldapp.reports.fhir.values import Json

_client = schema.client.c
_DIGEST_BYTES = 16
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Parcel:
    """One person. `client`: the registration under which the server's resources are noted;
    `is_news`: whether the server has not all of it already; `is_told`: whether this program could
    say it, and did not stumble over something in their records."""

    client: bytes
    clients: frozenset[bytes]
    resources: tuple[Json, ...]
    gone: frozenset[Which]
    is_news: bool
    is_told: bool = True

    def without(self, dropped: set[Which]) -> Parcel:
        """The same without some resources, and without reports about doses among them; what the
        server does not give up stays there."""
        rest = tuple(
            one
            for one in self.resources
            if which(one) not in dropped and not _refers(one, dropped)
        )  # fmt: skip
        return replace(self, resources=rest, gone=self.gone - dropped)


def which(resource: Json) -> Which:
    """A resource by kind and id."""
    return resource["resourceType"], bytes.fromhex(resource["id"])


def digest(resource: Json) -> bytes:
    """Whether it is still the same."""
    return hashlib.blake2b(line(resource).encode(), digest_size=_DIGEST_BYTES).digest()


def _refers(resource: Json, dropped: set[Which]) -> bool:
    if resource["resourceType"] != Kind.ADVERSE_EVENT:
        return False
    doses = [one["instance"]["reference"] for one in resource.get("suspectEntity", ())]
    return any(f"{kind}/{id_.hex()}" in doses for kind, id_ in dropped)


def parcels_of(
    connection: Connection, target: Target, touched: Iterable[bytes], ground: Ground, now_s: int
) -> list[Parcel]:
    """Everybody of whom one of these registrations is."""
    clients, persons = around(connection, touched)
    registrations: dict[bytes, set[bytes]] = defaultdict(set)
    for id_, person in rows_in(connection, [_client.id, _client.person], _client.id, clients):
        registrations[person].add(id_)
    held = keeping.held_under(connection, target, clients)
    again = keeping.refused_under(connection, target, clients)
    known = {one.person: one for one in these(connection, sorted(persons))}
    today = datetime.fromtimestamp(now_s, UTC).date()
    made = []
    for person, theirs in sorted(registrations.items()):
        client = known[person].told.client.client_id if person in known else person
        told = _told(known.get(person), ground, today)
        if told is None:
            made.append(Parcel(client, frozenset(theirs), (), frozenset(), True, is_told=False))
            continue
        their_held = {w: d for w, (under, d) in held.items() if under in theirs}
        gone = _gone(connection, set(their_held) - {which(one) for one in told})
        is_news = bool(gone or theirs & again) or _is_news(told, their_held)
        made.append(Parcel(client, frozenset(theirs), told, gone, is_news))
    return made


def _told(person: StoredPerson | None, ground: Ground, today: date) -> tuple[Json, ...] | None:
    """Nothing of somebody who is not told of any more; None where the program stumbles."""
    try:
        return tell(person.told, ground, today).resources if person is not None else ()
    except Exception as fault:  # noqa: BLE001  one person must never hold up all others
        log_fault(_LOG, fault)
        return None


def _is_news(told: tuple[Json, ...], held: Mapping[Which, bytes]) -> bool:
    return any(held.get(which(one)) != digest(one) for one in told)


def _gone(connection: Connection, not_told: set[Which]) -> frozenset[Which]:
    """What is told of nobody else either: somebody's dose may only have become another's."""
    return frozenset(
        (kind, id_)
        for kind, id_ in not_told
        if kind == Kind.RECOMMENDATION
        or not find(connection, Kind(kind), Wanted(id=id_, most=1))
    )  # fmt: skip
