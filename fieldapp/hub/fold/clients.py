"""Registrations as amended: which of them count, what they are called, which papers they name.

A document's row stays when an amendment takes the document away (`current` false), so that
everybody it ever joined is looked at again.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast

from sqlalchemy import Connection, delete, insert

from fieldapp.domain.birth_date import Precision
from fieldapp.domain.client import ClientDetails
from fieldapp.domain.errors import FieldAppError
from fieldapp.hub import schema
from fieldapp.hub.fold import amendments, quarantine
from fieldapp.hub.fold.amendments import Amendments
from fieldapp.hub.fold.records import Record, future_day, load, read_fact
from fieldapp.hub.fold.rows import rows_in, update_rows
from fieldapp.hub.fold.rules import MISSING_NAME, UNREADABLE, Doubt, unknown_user
from fieldapp.hub.fold.shape import fits_index, is_well_formed
from fieldapp.hub.fold.staff import named_on
from fieldapp.wire.client_codec import from_fact
from fieldapp.wire.dates import to_day
from fieldapp.wire.facts import CURRENT, ClientRegistered

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


def settle_clients(connection: Connection, ids: Iterable[bytes]) -> None:
    """Bring the rows of these registrations, and of their documents, up to date."""
    records = [r for r in load(connection, schema.client, ids) if r.body is not None]
    made = amendments.load(connection, [record.id for record in records])
    named = named_on(connection, {record.device for record in records})
    readings = {record.id: _read(record, record.body or b"", made, named) for record in records}
    good = {id_ for id_, reading in readings.items() if not isinstance(reading, Doubt)}
    quarantine.release_all(connection, good)
    for record in records:
        reading = readings[record.id]
        if isinstance(reading, Doubt):
            quarantine.hold(connection, record, reading)
    rows = [{"id": id_, **_values(reading)} for id_, reading in readings.items()]
    update_rows(connection, schema.client, rows)
    _file_documents(connection, {id_: _papers(reading) for id_, reading in readings.items()})


def _read(
    record: Record, body: bytes, made: Amendments, named: set[tuple[int, str]]
) -> _Reading | Doubt:
    fact = read_fact(REGISTERED, record.version, body)
    if isinstance(fact, Doubt):
        return fact
    amended, contested = amendments.apply_to(cast(ClientRegistered, fact), record.id, made)
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
    return papers and fits_index(details.phone or "")


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


def _file_documents(connection: Connection, named: Mapping[bytes, set[Paper]]) -> None:
    """Note which papers these registrations name now."""
    columns = [_document.client, _document.kind, _document.number, _document.current]
    before = {
        (client, kind, number): bool(current)
        for client, kind, number, current in rows_in(connection, columns, _document.client, named)
    }
    now = {(client, *paper) for client, papers in named.items() for paper in papers}
    changed = {key for key, current in before.items() if current != (key in now)}
    for client, kind, number in sorted(changed):
        same = _document.client == client, _document.kind == kind, _document.number == number
        connection.execute(delete(schema.document).where(*same))
    rows = [
        {"client": key[0], "kind": key[1], "number": key[2], "current": key in now}
        for key in sorted((now - before.keys()) | changed)
    ]
    if rows:
        connection.execute(insert(schema.document), rows)


def erase(connection: Connection, ids: Iterable[bytes]) -> None:
    """Nothing of these people stays in the tables but that they were registered."""
    gone = {"counts": False, "body": None, "name": None, "name_key": None, **_NO_DETAILS}
    update_rows(connection, schema.client, [{"id": id_, **gone} for id_ in ids])
    for id_ in ids:
        quarantine.release(connection, id_)
        connection.execute(delete(schema.document).where(_document.client == id_))
