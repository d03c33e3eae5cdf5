"""The verb: write what this laptop recorded as FHIR R4, for systems of others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from fieldapp.actions.moments import site_today
from fieldapp.actions.practice import Practice
from fieldapp.domain.immunization import DoseSource
from fieldapp.journal import clients, doses, reactions
from fieldapp.journal.doses import DoseRecord, DoseState
from fieldapp.reports.fhir.bundle import by_kind, collection, line
from fieldapp.reports.fhir.records import DoseTold, Ground, PersonTold
from fieldapp.reports.fhir.telling import Told, as_made_up, tell
from fieldapp.reports.files import write_private

_LINES = ".ndjson"


def export_fhir(practice: Practice, path: Path, since: date | None = None) -> int:
    """Write a collection bundle, or one resource a line where the file's name ends in .ndjson;
    returns how many doses and reasoned *not given* are in it. Raises CannotWrite."""
    ground = Ground(practice.catalogue, practice.aefi, practice.programme)
    today = site_today(practice.clock)
    told = [tell(person, ground, today, since) for person in _people(practice, since)]
    if practice.journal.team.made_up:
        told = [as_made_up(one) for one in told]
    write_private(_written(told, path).encode(), path)
    listed = [one for person in told for one in person.resources]
    return sum(one["resourceType"] == "Immunization" for one in listed)


def _written(told: list[Told], path: Path) -> str:
    if path.suffix.lower() != _LINES:
        return line(collection(told)) + "\n"
    resources = by_kind([one for person in told for one in person.resources])
    return "".join(line(one) + "\n" for one in resources)


def _people(practice: Practice, since: date | None) -> Iterator[PersonTold]:
    """Everybody with a record on this laptop, or with one since that day."""
    journal = practice.journal
    records: dict[bytes, list[DoseRecord]] = defaultdict(list)
    for record in doses.all_records(journal):
        records[record.client.client_id].append(record)
    seen: set[bytes] = set()
    for client_id in list(records):
        if client_id not in seen:
            registrations = tuple(clients.linked(journal, client_id))
            ids = [one.client_id for one in registrations]
            seen.update(ids)
            theirs = sorted(
                (record for one in ids for record in records.get(one, ())),
                key=lambda record: record.event.occurred_at.date(),
            )
            if since is None or theirs[-1].event.occurred_at.date() >= since:
                yield PersonTold(
                    registrations,
                    tuple(_told(record, journal.team.name) for record in theirs),
                    tuple(reactions.of_client(journal, client_id)),
                )


def _told(record: DoseRecord, team: str) -> DoseTold:
    elsewhere = record.event.source is DoseSource.ELSEWHERE
    doubtful = record.state is DoseState.QUARANTINED
    return DoseTold(record.event, "" if elsewhere else team, "quarantined" if doubtful else None)
