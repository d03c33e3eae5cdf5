"""Registrations as amended: which of them count, what they are called, which papers they name.

Every document that a registration or a correction of it ever named has its row, `current` where it
stands today, so that everybody it ever joined is looked at again.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import cast

from sqlalchemy import Connection, delete

from fieldapp.domain.birth_date import Precision
from fieldapp.domain.client import ClientDetails
from fieldapp.domain.errors import FieldAppError
from fieldapp.hub import schema
from fieldapp.hub.fold import amendments, quarantine
from fieldapp.hub.fold.amendments import Amendments
from fieldapp.hub.fold.change import Change, NewRows
from fieldapp.hub.fold.records import Record, future_day, load, read_fact
from fieldapp.hub.fold.rows import insert_rows, rows_in, update_rows
from fieldapp.hub.fold.rules import MISSING_NAME, UNREADABLE, Doubt, unknown_user
from fieldapp.hub.fold.shape import fits_index, is_well_formed
from fieldapp.wire.client_codec import decode_document, from_fact
from fieldapp.wire.dates import to_day
from fieldapp.wire.facts import CURRENT, ClientRegistered, Value

_document = schema.document.c
REGISTERED, _ = CURRENT[ClientRegistered]
_IGNORED_IN_NAMES = "·•・‧∙-'’.,"


Paper = tuple[str, str]
"""A document's kind and number."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a registration says today."""

    details: ClientDetails
    contested: bool


def name_key(name: str) -> str:
    """Names agree when their keys do: width, case, spaces and dots make no difference."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "".join(c for c in folded if not c.isspace() and c not in _IGNORED_IN_NAMES)


def settle_clients(change: Change, ids: Iterable[bytes]) -> None:
    """Bring the rows of these registrations, and of their documents, up to date; write the new."""
    connection = change.connection
    records = [
        record
        for record in load(connection, schema.client, ids, change.new_clients)
        if record.body is not None
    ]
    made = amendments.load(connection, [record.id for record in records])
    named = change.staff.named_on({record.device for record in records})
    facts = {record.id: _fact(record) for record in records}
    readings = {record.id: _read(record, facts[record.id], made, named) for record in records}
    _hold_or_release(connection, records, readings)
    _write(change, {id_: _values(reading) for id_, reading in readings.items()})
    now = {id_: _papers(reading) for id_, reading in readings.items()}
    _file_documents(connection, {id_: _ever(facts[id_], id_, made) for id_ in now}, now)


def _hold_or_release(
    connection: Connection, records: Iterable[Record], readings: Mapping[bytes, _Reading | Doubt]
) -> None:
    doubts = {id_: doubt for id_, doubt in readings.items() if isinstance(doubt, Doubt)}
    quarantine.release_all(connection, readings.keys() - doubts.keys())
    for record in records:
        if record.id in doubts:
            quarantine.hold(connection, record, doubts[record.id])


def _write(change: Change, settled: Mapping[bytes, Mapping[str, object]]) -> None:
    new, change.new_clients = change.new_clients, {}
    rows = [{**row, **settled.get(id_, {})} for id_, row in sorted(new.items())]
    insert_rows(change.connection, schema.client, rows)
    known = [{"id": id_, **values} for id_, values in settled.items() if id_ not in new]
    update_rows(change.connection, schema.client, known)


def _fact(record: Record) -> ClientRegistered | Doubt:
    read = read_fact(REGISTERED, record.version, record.body or b"")
    return read if isinstance(read, Doubt) else cast(ClientRegistered, read)


def _read(
    record: Record, fact: ClientRegistered | Doubt, made: Amendments, named: set[tuple[int, str]]
) -> _Reading | Doubt:
    if isinstance(fact, Doubt):
        return fact
    amended, contested = amendments.apply_to(fact, record.id, made)
    try:
        details = from_fact(amended) if is_well_formed(amended) else None
        birth_day = to_day(details.birth_date) if details else None
    except (FieldAppError, OverflowError):
        return UNREADABLE
    if details is None or not _can_be_found(details):
        return UNREADABLE
    if not name_key(details.name):
        return MISSING_NAME
    if (record.device, record.recorded_by) not in named:
        return unknown_user(record.device, record.recorded_by)
    return future_day(birth_day, record.received_s) or _Reading(details, contested)


def _can_be_found(details: ClientDetails) -> bool:
    papers = all(fits_index(paper.kind, paper.number) for paper in details.documents)
    return papers and fits_index(details.phone or "") and fits_index(name_key(details.name))


def _values(reading: _Reading | Doubt) -> dict[str, object]:
    """The columns of a registration's row that follow from what it says."""
    if isinstance(reading, Doubt):
        return {"counts": False, "name": None, "name_key": None, **_NO_DETAILS}
    details = reading.details
    names = {"name": details.name, "name_key": name_key(details.name)}
    to_the_day = details.birth_known_to is Precision.DAY
    birth_day = to_day(details.birth_date) if to_the_day else None
    contact = {"phone": details.phone, "language": details.language}
    belongs = {"key_group": details.key_group, "home_area": details.home_area}
    apart = {"amended_apart": reading.contested}
    return {"counts": True, **names, "birth_day": birth_day, **contact, **belongs, **apart}


_NO_DETAILS = {
    **dict.fromkeys(("birth_day", "phone", "language", "key_group", "home_area")),
    "amended_apart": False,
}


def _papers(reading: _Reading | Doubt) -> set[Paper]:
    if isinstance(reading, Doubt):
        return set()
    return {(document.kind, document.number) for document in reading.details.documents}


def _ever(fact: ClientRegistered | Doubt, id_: bytes, made: Amendments) -> set[Paper]:
    """Which papers a registration named at any time: as it was written, and as it was corrected."""
    if isinstance(fact, Doubt):
        return set()
    said = [*fact.documents, *amendments.values_of("documents", id_, made)]
    return {paper for value in said for paper in _paper(value)}


def _paper(value: Value) -> Iterator[Paper]:
    with suppress(FieldAppError):
        document = decode_document(value)
        if fits_index(document.kind, document.number) and "\0" not in document.number:
            yield document.kind, document.number


def _file_documents(
    connection: Connection, ever: Mapping[bytes, set[Paper]], now: Mapping[bytes, set[Paper]]
) -> None:
    """Note which papers these registrations ever named, and which they name now."""
    columns = [_document.client, _document.kind, _document.number, _document.current]
    before = {
        (client, kind, number): bool(current)
        for client, kind, number, current in rows_in(connection, columns, _document.client, ever)
    }
    current = {(client, *paper) for client, papers in now.items() for paper in papers}
    named = {(client, *paper) for client, papers in ever.items() for paper in papers} | current
    changed = {key for key, stood in before.items() if stood != (key in current)}
    for client, kind, number in sorted(changed):
        same = _document.client == client, _document.kind == kind, _document.number == number
        connection.execute(delete(schema.document).where(*same))
    rows = [
        {"client": key[0], "kind": key[1], "number": key[2], "current": key in current}
        for key in sorted((named - before.keys()) | changed)
    ]
    insert_rows(connection, schema.document, rows)


def erase(connection: Connection, ids: Iterable[bytes], new: NewRows | None = None) -> None:
    """Nothing of these people stays in the tables but that they were registered."""
    gone = {"counts": False, "body": None, "name": None, "name_key": None, **_NO_DETAILS}
    unwritten = new or {}
    for id_ in unwritten.keys() & set(ids):
        unwritten[id_] |= gone
    written = sorted(set(ids) - unwritten.keys())
    update_rows(connection, schema.client, [{"id": id_, **gone} for id_ in written])
    for id_ in ids:
        quarantine.release(connection, id_)
        connection.execute(delete(schema.document).where(_document.client == id_))
