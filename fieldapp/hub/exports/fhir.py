"""The hub's FHIR export: everybody who counts, as NDJSON by kind or as transactions to be sent."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from fieldapp.hub.erasure.again import must_be_in_line
from fieldapp.hub.exports.folder import Folder, writing
from fieldapp.hub.exports.manifest import Tally, equations
from fieldapp.hub.exports.people import StoredPerson, everybody
from fieldapp.hub.fold.projector import catch_up, projected_to
from fieldapp.hub.store import Store, newest_place, open_store
from fieldapp.reports.fhir.bundle import line, transaction
from fieldapp.reports.fhir.records import Ground
from fieldapp.reports.fhir.telling import KINDS, Told, tell

MANIFEST = "manifest.json"
_PEOPLE_A_BUNDLE = 100
_FHIR = "4.0.1"


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wanted. `since` leaves out doses given before that day; `bundles`: transactions that
    can be posted to a FHIR server as they are, in their order, and again."""

    since: date | None = None
    bundles: bool = False


def export_fhir(
    data: Path,
    out: Path,
    ground: Ground,
    wish: Wish | None = None,
    *,
    now_s: int,
    database: str | None = None,
) -> dict[str, Any]:
    """Write the folder, also while the hub serves; returns its manifest.

    Raises HubMissing, NotErasedYet, FolderTaken, FileUnwritable and what else opening raises.
    """
    store = open_store(data, database=database)
    try:
        must_be_in_line(store)
        catch_up(store)
        return _write(store, out, ground, wish or Wish(), now_s)
    finally:
        store.close()


def _write(store: Store, out: Path, ground: Ground, wish: Wish, now_s: int) -> dict[str, Any]:
    tally = Tally()
    today = datetime.fromtimestamp(now_s, UTC).date()
    with writing(out) as folder:
        with store.reading() as connection:
            people = _told(connection, ground, wish, today, tally)
            if wish.bundles:
                _bundles(folder, people)
            else:
                _lines(folder, people)
            told = {
                "fhirVersion": _FHIR,
                "hub": store.keys.hub_id.hex(),
                "as_of": today.isoformat(),
                "since": wish.since.isoformat() if wish.since else None,
                "programme": ground.programme.id,
                "projected_to": projected_to(connection),
                "newest_frame": newest_place(connection),
                **equations(connection, tally),
            }
        told["files"] = _files(folder)
        folder.file(MANIFEST).add(json.dumps(told, ensure_ascii=False, indent=2))
    return told


def _told(
    connection: Connection, ground: Ground, wish: Wish, today: date, tally: Tally
) -> Iterator[Told]:
    for batch in everybody(connection):
        for person in batch:
            told = _tell(person, ground, wish, today)
            tally.count(person, told)
            if told is not None:
                yield told


def _tell(person: StoredPerson, ground: Ground, wish: Wish, today: date) -> Told | None:
    since = wish.since
    recent = since is None or any(dose.event.occurred_at.date() >= since for dose in person.doses)
    return tell(person.told, ground, today, since) if recent else None


def _lines(folder: Folder, people: Iterator[Told]) -> None:
    """One file a kind, also where there is nothing of it."""
    files = {kind: folder.file(f"{kind}.ndjson") for kind in KINDS}
    for told in people:
        for resource in told.resources:
            files[resource["resourceType"]].add(line(resource))


def _bundles(folder: Folder, people: Iterator[Told]) -> None:
    """Whole people in every bundle: nobody refers to another file."""
    number, waiting = 0, list[Told]()
    for told in people:
        waiting.append(told)
        if len(waiting) == _PEOPLE_A_BUNDLE:
            number += 1
            _bundle(folder, number, waiting)
            waiting = []
    if waiting or not number:
        _bundle(folder, number + 1, waiting)


def _bundle(folder: Folder, number: int, people: list[Told]) -> None:
    file = folder.file(f"transaction-{number:06}.json")
    file.add(line(transaction(people)))
    file.stream.close()


def _files(folder: Folder) -> list[dict[str, Any]]:
    return [
        {"file": file.name, "lines": file.lines, "sha256": file.sum.hexdigest()}
        for file in folder.files.values()
    ]
