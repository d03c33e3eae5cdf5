"""People with everything that can be told of them, a batch at a time and merged as the hub found
them to be one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from fieldapp.domain.client import Client
from fieldapp.domain.immunization import DoseSource
from fieldapp.hub import schema
from fieldapp.hub.devices import devices
from fieldapp.hub.exports.doses import StoredDose, doses_of
from fieldapp.hub.exports.reactions import reactions_of
from fieldapp.hub.fold.rows import rows_in
from fieldapp.hub.messages.people import batches
from fieldapp.hub.regions.people import details_of
from fieldapp.reports.fhir.records import DoseTold, PersonTold

_client = schema.client.c


@dataclass(frozen=True, slots=True)
class StoredPerson:
    """One person as told, and their records as stored. `person`: how the hub's tables know them."""

    told: PersonTold
    doses: tuple[StoredDose, ...]
    person: bytes


def everybody(connection: Connection) -> Iterator[list[StoredPerson]]:
    """Everybody who counts, in the order of their ids; only a batch is in memory."""
    teams = {no: device.name for no, device in devices(connection).items()}
    for persons in batches(connection, with_phone=False):
        yield _read(connection, persons, teams)


def these(connection: Connection, persons: Sequence[bytes]) -> list[StoredPerson]:
    """Some of them, in the order of their ids; who does not count is left out."""
    return _read(connection, persons, {no: one.name for no, one in devices(connection).items()})


def _read(
    connection: Connection, persons: Sequence[bytes], teams: dict[int, str]
) -> list[StoredPerson]:
    columns = [_client.id, _client.person, _client.counts, _client.contest]
    rows = [row for row in rows_in(connection, columns, _client.person, persons) if row.counts]
    registrations: dict[bytes, list[Any]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: row.id):
        registrations[row.person].append(row)
    ids = [row.id for row in rows]
    details, doses = details_of(connection, ids), doses_of(connection, ids)
    events = {one.event.event_id: one.event for listed in doses.values() for one in listed}
    reactions = reactions_of(connection, events)
    found = []
    for person, theirs in sorted(registrations.items()):
        clients = tuple(Client(r.id, details[r.id]) for r in theirs if r.id in details)
        stored = sorted(
            (dose for row in theirs for dose in doses.get(row.id, ())),
            key=lambda one: (one.event.occurred_at.date(), one.event.event_id),
        )
        reports = tuple(one for d in stored for one in reactions.get(d.event.event_id, ()))
        contest = next((row.contest for row in theirs if row.contest), None)
        if clients:
            told = tuple(_told(dose, teams) for dose in stored)
            whole = PersonTold(clients, told, reports, contest)
            found.append(StoredPerson(whole, tuple(stored), person))
    return found


def _told(dose: StoredDose, teams: dict[int, str]) -> DoseTold:
    elsewhere = dose.event.source is DoseSource.ELSEWHERE
    return DoseTold(dose.event, "" if elsewhere else teams.get(dose.device, ""), dose.contest)
