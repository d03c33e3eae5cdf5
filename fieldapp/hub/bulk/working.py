"""Writes the bulk exports that were asked for, some hundred people at a time beside the server.

Each step is one short transaction with the place to go on from: whoever is killed writes no line
twice. What changes meanwhile is found by asking for what changed since the export began.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from sqlalchemy import Connection, func, select

from fieldapp.hub import schema
from fieldapp.hub.bulk import jobs
from fieldapp.hub.bulk.jobs import BulkJob, State
from fieldapp.hub.bulk.tables import bulk_job, bulk_piece
from fieldapp.hub.changes.tables import change
from fieldapp.hub.exports.people import these
from fieldapp.hub.rounds import rounds
from fieldapp.hub.running import Hub
from fieldapp.hub.store import Store
from fieldapp.hub.upkeep.faults import Survived
from fieldapp.reports.fhir.bundle import line
from fieldapp.reports.fhir.records import Ground
from fieldapp.reports.fhir.telling import tell

EVERY_S = 2.0
PEOPLE_A_STEP, STEPS_A_ROUND = 500, 10
_client, _piece = schema.client.c, bulk_piece.c
_ANY = select(bulk_job.c.id).limit(1)


@contextmanager
def bulk_written(hub: Hub, every_s: float = EVERY_S) -> Iterator[None]:
    """Write what is asked for until the `with` ends."""
    with rounds("bulk exports", lambda: write_once(hub), every_s):
        yield


def write_once(hub: Hub) -> float | None:
    """Some steps, unless another process is at it; 0 where more is to be done at once. A fault ends
    the export and is logged, without anybody's name."""
    if hub.ground is None:
        return None
    with Survived(hub.tally, "bulk"), hub.store.alone("bulk") as free:
        return 0.0 if free and _some_steps(hub, hub.store) else None
    return None


def _some_steps(hub: Hub, store: Store) -> bool:
    """Whether more is to be done."""
    with store.reading() as connection:
        if connection.execute(_ANY).first() is None:
            return False
    with store.writing() as connection:
        jobs.forget(connection, hub.now_s())
    for _ in range(STEPS_A_ROUND):
        with store.reading() as connection:
            job = jobs.next_waiting(connection)
        if job is None:
            return False
        try:
            step(store, job, _ground(hub), hub.now_s())
        except Exception:
            with store.writing() as connection:
                jobs.change(connection, job, state=State.FAILED, ended_s=hub.now_s())
            raise
    return True


def _ground(hub: Hub) -> Ground:
    assert hub.ground is not None  # noqa: S101  checked where a round begins
    rules = hub.ground()
    return Ground(rules.catalogue, rules.aefi, rules.programme)


def step(store: Store, job: BulkJob, ground: Ground, now_s: int) -> None:
    """The next people of an export; it is written when there are no more."""
    as_of_s = now_s if job.as_of_s is None else job.as_of_s
    with store.reading() as connection:
        persons = _next_people(connection, job)
        lines = _lines(connection, job, persons, ground, as_of_s)
        number = _next_number(connection, job)
    values: dict[str, object] = {"as_of_s": as_of_s, "people": job.people + len(persons)}
    if len(persons) < PEOPLE_A_STEP:
        values |= {"state": State.WRITTEN, "ended_s": now_s}
    if persons:
        values["after"] = persons[-1]
    with store.writing() as connection:
        if jobs.change(connection, job, **values):
            for kind, listed in sorted(lines.items()):
                jobs.add_piece(connection, job, number, kind, listed)


def _next_people(connection: Connection, job: BulkJob) -> list[bytes]:
    rows = select(_client.person).where(_client.counts, _client.person > job.after)
    if job.since_s is not None:
        rows = rows.join(change, change.c.client == _client.id)
        rows = rows.where(change.c.at_s >= job.since_s)
    wanted = rows.distinct().order_by(_client.person).limit(PEOPLE_A_STEP)
    return list(connection.execute(wanted).scalars())


def _lines(
    connection: Connection, job: BulkJob, persons: list[bytes], ground: Ground, as_of_s: int
) -> dict[str, list[str]]:
    today = datetime.fromtimestamp(as_of_s, UTC).date()
    found: dict[str, list[str]] = defaultdict(list)
    for person in these(connection, persons):
        for resource in tell(person.told, ground, today).resources:
            if resource["resourceType"] in job.types:
                found[resource["resourceType"]].append(line(resource))
    return found


def _next_number(connection: Connection, job: BulkJob) -> int:
    newest = select(func.max(_piece.number)).where(_piece.job == job.id)
    return 1 + int(connection.execute(newest).scalar() or 0)
