"""Registrations as amended: which of them count, what they are called, which papers they name.

A document's row stays when an amendment takes the document away (`current` false), so that
everybody it ever joined is looked at again.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from sqlalchemy import Connection, delete, insert, select, update

from fieldapp.domain.client import ClientDetails, Document
from fieldapp.domain.errors import FieldAppError
from fieldapp.hub import schema
from fieldapp.hub.fold import amendments, quarantine
from fieldapp.hub.fold.amendments import Amendments
from fieldapp.hub.fold.records import Record, doubt_user, future_day, load, read_fact
from fieldapp.hub.fold.rules import MISSING_NAME, UNREADABLE, Doubt
from fieldapp.hub.fold.shape import is_well_formed
from fieldapp.wire.client_codec import from_fact
from fieldapp.wire.dates import to_day
from fieldapp.wire.events import CURRENT
from fieldapp.wire.facts import ClientRegistered

_client, _document = schema.client.c, schema.document.c
REGISTERED, _ = CURRENT[ClientRegistered]
_IGNORED_IN_NAMES = "·•・‧∙-'’.,"


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
    records = load(connection, schema.client, ids)
    made = amendments.load(connection, [record.id for record in records])
    for record in records:
        if record.body is not None:
            _settle(connection, record, _read(connection, record, record.body, made))


def _read(
    connection: Connection, record: Record, body: bytes, made: Amendments
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
    if details is None:
        return UNREADABLE
    if not name_key(details.name):
        return MISSING_NAME
    doubt = future_day(birth_day, record.received_s)
    doubt = doubt or doubt_user(connection, record.device, record.recorded_by)
    return doubt or _Reading(details, contested)


def _settle(connection: Connection, record: Record, reading: _Reading | Doubt) -> None:
    if isinstance(reading, Doubt):
        quarantine.hold(connection, record, reading)
        values: dict[str, object] = {"counts": False, "name": None, "name_key": None}
        values |= {"birth_day": None, "amended_apart": False}
        documents: tuple[Document, ...] = ()
    else:
        quarantine.release(connection, record.id)
        details, documents = reading.details, reading.details.documents
        values = {"counts": True, "name": details.name, "name_key": name_key(details.name)}
        values |= {"birth_day": to_day(details.birth_date), "amended_apart": reading.contested}
    connection.execute(update(schema.client).where(_client.id == record.id).values(**values))
    _file_documents(connection, record.id, {(d.kind, d.number) for d in documents})


def _file_documents(connection: Connection, client: bytes, named: set[tuple[str, str]]) -> None:
    rows = connection.execute(
        select(_document.kind, _document.number, _document.current).where(
            _document.client == client
        )
    )
    before = {(kind, number): bool(current) for kind, number, current in rows}
    changed = [paper for paper, current in before.items() if current != (paper in named)]
    for kind, number in changed:
        _drop(connection, client, kind, number)
    for kind, number in sorted((named - before.keys()) | set(changed)):
        current = (kind, number) in named
        values = {"kind": kind, "number": number, "client": client, "current": current}
        connection.execute(insert(schema.document).values(values))


def _drop(connection: Connection, client: bytes, kind: str, number: str) -> None:
    connection.execute(
        delete(schema.document).where(
            _document.kind == kind, _document.number == number, _document.client == client
        )
    )


def erase(connection: Connection, ids: Iterable[bytes]) -> None:
    """Nothing of these people stays in the tables but that they were registered."""
    for id_ in ids:
        quarantine.release(connection, id_)
        gone = {"counts": False, "body": None, "name": None, "name_key": None}
        connection.execute(
            update(schema.client)
            .where(_client.id == id_)
            .values(**gone, birth_day=None, amended_apart=False)
        )
        _file_documents(connection, id_, set())
        connection.execute(delete(schema.document).where(_document.client == id_))
