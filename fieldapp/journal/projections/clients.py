"""The tables of people. `client.body` is the registration as amended since; the rest finds it.

`client.person` is the first registration of the same person (`links`); its own number otherwise.
"""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from fieldapp.domain.client import ClientDetails
from fieldapp.journal.database import Database
from fieldapp.journal.entries import JournalEntry
from fieldapp.journal.name_terms import name_key, phone_key, search_terms
from fieldapp.journal.projections.folding import Folds
from fieldapp.journal.projections.references import place_of
from fieldapp.wire.client_codec import from_fact
from fieldapp.wire.dates import to_day
from fieldapp.wire.events import decode_body, encode_body, type_and_version
from fieldapp.wire.facts import ClientAmended, ClientRegistered

SEARCH = "client_search"
EMPTY_SEARCH = "INSERT INTO client_search (client_search) VALUES ('delete-all')"
"""Deleted row by row, the terms of its index would stay in the file."""

TABLES = ("client", "document", "phone", SEARCH)
STATEMENTS = (
    """CREATE TABLE client (
        no INTEGER PRIMARY KEY,
        client_id BLOB NOT NULL,
        person INTEGER NOT NULL,
        name_key TEXT NOT NULL,
        birth_day INTEGER,
        body BLOB NOT NULL
    )""",
    "CREATE INDEX client_person ON client (person) WHERE person <> no",
    "CREATE INDEX client_name ON client (name_key)",
    "CREATE INDEX client_birth_day ON client (birth_day) WHERE birth_day IS NOT NULL",
    """CREATE TABLE document (
        number TEXT NOT NULL,
        kind TEXT NOT NULL,
        client INTEGER NOT NULL,
        PRIMARY KEY (number, kind, client)
    ) WITHOUT ROWID""",
    "CREATE INDEX document_client ON document (client)",
    """CREATE TABLE phone (
        number TEXT NOT NULL,
        client INTEGER NOT NULL,
        PRIMARY KEY (number, client)
    ) WITHOUT ROWID""",
    """CREATE VIRTUAL TABLE client_search USING fts5 (
        terms, content='', contentless_delete=1,
        tokenize="unicode61 remove_diacritics 0", prefix='1 2 3 4 5'
    )""",
    "CREATE VIRTUAL TABLE client_search_terms USING fts5vocab (client_search, instance)",
)

_WIRE_NAME = {"birth_date": "birth_day"}
_FIELDS = frozenset(field.name for field in fields(ClientRegistered))


def register(db: Database, entry: JournalEntry, fact: ClientRegistered) -> None:
    """Somebody was written down for the first time."""
    details = from_fact(fact)
    db.run(
        "INSERT INTO client (no, client_id, person, name_key, birth_day, body) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        entry.pos,
        entry.id,
        entry.pos,
        name_key(details.name),
        to_day(details.birth_date),
        encode_body(fact),
    )
    _index(db, entry.pos, details)


def amend(db: Database, entry: JournalEntry, fact: ClientAmended) -> None:
    """One field was corrected: found by the new value from now on, and no longer by the old."""
    no = place_of(db, fact.client, entry)
    name = _WIRE_NAME.get(fact.field, fact.field)
    stored = db.row("SELECT body FROM client WHERE no = ?", no)
    if stored is None or name not in _FIELDS:
        return
    change: dict[str, Any] = {name: fact.new}
    amended = replace(registration(stored[0]), **change)
    details = from_fact(amended)
    db.run(
        "UPDATE client SET name_key = ?, birth_day = ?, body = ? WHERE no = ?",
        name_key(details.name),
        to_day(details.birth_date),
        encode_body(amended),
        no,
    )
    db.run("DELETE FROM document WHERE client = ?", no)
    db.run("DELETE FROM phone WHERE client = ?", no)
    db.run("DELETE FROM client_search WHERE rowid = ?", no)
    _index(db, no, details)


def registration(body: bytes) -> ClientRegistered:
    """The fact that `client.body` holds."""
    fact = decode_body(*_REGISTERED, body)
    assert isinstance(fact, ClientRegistered)  # noqa: S101  only encode_body writes the column
    return fact


def _index(db: Database, no: int, details: ClientDetails) -> None:
    for document in details.documents:
        db.run(
            "INSERT OR IGNORE INTO document (number, kind, client) VALUES (?, ?, ?)",
            document.number,
            document.kind,
            no,
        )
    if details.phone:
        db.run("INSERT INTO phone (number, client) VALUES (?, ?)", phone_key(details.phone), no)
    db.run("INSERT INTO client_search (rowid, terms) VALUES (?, ?)", no, search_terms(details.name))


_REGISTERED = type_and_version(ClientRegistered("", [], None, None))


FOLDS: Folds = {
    ClientRegistered: register,
    ClientAmended: amend,
}
