"""Finds people: by document, phone, name, pinyin, initials; and those who may be the same person.

Two registrations linked as one person are answered once, by the registration that matched.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from fieldapp.domain.client import Client, Document
from fieldapp.journal.confirmed import SET_ASIDE
from fieldapp.journal.database import Row
from fieldapp.journal.entries import position_of
from fieldapp.journal.journal import Journal
from fieldapp.journal.name_terms import (
    name_key,
    phone_key,
    pinyin_key,
    search_expression,
)
from fieldapp.journal.projections.clients import registration
from fieldapp.wire.client_codec import from_fact
from fieldapp.wire.dates import to_day

_LEAST_DIGITS = 3
_MOST_ALIKE = 50
_LAST = "\U0010ffff"
_ROW = "client.no, client.client_id, client.person, client.body"


@dataclass(frozen=True, slots=True)
class ClientHit:
    """Somebody a search found; `matched` is name, phone or document."""

    client: Client
    matched: str


@dataclass(frozen=True, slots=True)
class _Found:
    person: int
    client: Client


def get(j: Journal, client_id: bytes) -> Client | None:
    """One registration, as amended since; None when this journal does not know it."""
    rows = j.db.rows(f"SELECT {_ROW} FROM client WHERE no = ?", position_of(j.db, client_id))  # noqa: S608  fixed column names
    return _people(rows)[0].client if rows else None


def linked(j: Journal, client_id: bytes) -> list[Client]:
    """All registrations of the same person, this one included, oldest first."""
    rows = j.db.rows(
        f"SELECT {_ROW} FROM client WHERE no IN ({SAME_PERSON}) ORDER BY no",  # noqa: S608  fixed text
        position_of(j.db, client_id),
    )
    return [_found(row).client for row in rows]


SAME_PERSON = """
    WITH self (person) AS (SELECT person FROM client WHERE no = ?)
    SELECT person FROM self
    UNION SELECT no FROM client, self WHERE client.person = self.person AND client.person <> no
"""
"""SQL for the numbers of all registrations of the person registered as number `?`."""


def by_document(j: Journal, document: Document) -> list[Client]:
    """Everybody registered with this document; more than one is a contest."""
    rows = j.db.rows(
        f"SELECT {_ROW} FROM document JOIN client ON client.no = document.client "  # noqa: S608  fixed column names
        "WHERE document.number = ? AND document.kind = ? ORDER BY client.no",
        document.number,
        document.kind,
    )
    return [found.client for found in _people(rows)]


def put_aside(j: Journal) -> list[tuple[Client, str]]:
    """The registrations that the hub holds in quarantine, each with the hub's code of why."""
    rows = j.db.rows(
        f"SELECT {_ROW}, quarantine.reason FROM client "  # noqa: S608  fixed column names
        "JOIN quarantine ON quarantine.pos = client.no ORDER BY client.no DESC"
    )
    return [(_found(row[:4]).client, row[4]) for row in rows]


def count_put_aside(j: Journal) -> int:
    """How many of the registrations that `put_aside` lists wait for somebody."""
    return j.db.number(
        "SELECT count(*) FROM quarantine CROSS JOIN client ON client.no = quarantine.pos "
        "WHERE quarantine.reason <> ?",
        SET_ASIDE,
    )


def last_number(j: Journal, kind: str, start: str) -> str | None:
    """The highest document number of a kind that begins like this; None when there is none."""
    found = j.db.row(
        "SELECT max(number) FROM document WHERE kind = ? AND number >= ? AND number < ?",
        kind,
        start,
        start + _LAST,
    )
    return None if found is None else found[0]


def by_name(j: Journal, name: str) -> list[Client]:
    """Every registration under exactly this name, in any spelling of it (`name_key`)."""
    rows = j.db.rows(f"SELECT {_ROW} FROM client WHERE name_key = ? ORDER BY no", name_key(name))  # noqa: S608  fixed column names
    return [_found(row).client for row in rows]


def by_phone(j: Journal, phone: str) -> list[Client]:
    """Everybody with this phone number, however it is written; families share phones."""
    rows = j.db.rows(
        f"SELECT {_ROW} FROM phone JOIN client ON client.no = phone.client "  # noqa: S608  fixed column names
        "WHERE phone.number = ? ORDER BY client.no",
        phone_key(phone),
    )
    return [found.client for found in _people(rows)]


def search(j: Journal, text: str, limit: int = 20) -> list[ClientHit]:
    """Everybody whom the start of a name, its pinyin, its initials or a number may mean.

    Exact names come first, then the newest registrations.
    """
    if any(character.isdigit() for character in text):
        return _by_number(j, "".join(text.split()), limit)
    expression = search_expression(text)
    if not expression:
        return []
    exact = j.db.rows(
        f"SELECT {_ROW} FROM client WHERE name_key = ? ORDER BY no DESC LIMIT ?",  # noqa: S608  fixed column names
        name_key(text),
        limit,
    )
    rows = [] if len(exact) == limit else _by_terms(j, expression, limit)
    return [ClientHit(found.client, "name") for found in _people([*exact, *rows])[:limit]]


def _by_terms(j: Journal, expression: str, limit: int) -> list[Row]:
    return j.db.rows(
        f"SELECT {_ROW} FROM client_search JOIN client ON client.no = client_search.rowid "  # noqa: S608  fixed column names
        "WHERE client_search MATCH ? ORDER BY client_search.rowid DESC LIMIT ?",
        expression,
        limit,
    )


def _by_number(j: Journal, number: str, limit: int) -> list[ClientHit]:
    hits: list[tuple[_Found, str]] = []
    for table, start in (("phone", phone_key(number)), ("document", number.upper())):
        if len(start) < _LEAST_DIGITS:
            continue
        rows = j.db.rows(
            f"SELECT {_ROW} FROM {table} JOIN client ON client.no = {table}.client "  # noqa: S608  one of two names
            f"WHERE {table}.number >= ? AND {table}.number < ? ORDER BY {table}.number LIMIT ?",
            start,
            start + _LAST,
            limit,
        )
        hits += [(found, table) for found in _people(rows)]
    first = {found.person: ClientHit(found.client, table) for found, table in reversed(hits)}
    return list(reversed(first.values()))[:limit]


def lookalikes(
    j: Journal, name: str, birth_date: date | None, latest: date | None = None
) -> list[Client]:
    """People who may be the one about to be registered.

    The same birth date, as far as it is known, and a name that is equal, sounds equal or differs in
    one character; or a name that is equal or sounds equal where one of the two birth dates is
    unknown. `latest`: the last day that the birth date may be, if it is not known to the day.
    """
    rows = j.db.rows(
        f"SELECT {_ROW} FROM client "  # noqa: S608  fixed column names
        "WHERE birth_day BETWEEN ?1 AND ?3 OR birth_day IN (?4, ?5) "
        f"UNION SELECT {_ROW} FROM client "
        "WHERE name_key = ?2 AND (birth_day IS NULL OR ?1 IS NULL) ORDER BY 1",
        to_day(birth_date),
        name_key(name),
        to_day(latest or birth_date),
        *(map(to_day, _firsts(birth_date)) if birth_date else (None, None)),
    )
    rows += _sounding_alike(j, name, birth_date)
    return [found.client for found in _people(rows) if _alike(found.client.details.name, name)]


def _firsts(day: date) -> tuple[date, date]:
    """What stands for a birth date where its month or its year alone is known."""
    return day.replace(day=1), day.replace(month=1, day=1)


def _sounding_alike(j: Journal, name: str, birth_date: date | None) -> list[Row]:
    rows = j.db.rows(
        f"SELECT {_ROW} FROM client_search JOIN client ON client.no = client_search.rowid "  # noqa: S608  fixed column names
        "WHERE client_search MATCH ?1 AND (birth_day IS NULL OR ?2 IS NULL) "
        "ORDER BY client.no LIMIT ?3",
        f'"{pinyin_key(name)}"',
        to_day(birth_date),
        _MOST_ALIKE,
    )
    return [row for row in rows if pinyin_key(_found(row).client.details.name) == pinyin_key(name)]


def _alike(one: str, other: str) -> bool:
    a, b = name_key(one), name_key(other)
    if a == b or pinyin_key(one) == pinyin_key(other):
        return True
    return len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1


def _people(rows: Iterable[Row]) -> list[_Found]:
    """The first row of each person, in order."""
    first: dict[int, Row] = {}
    for row in rows:
        first.setdefault(row[2], row)
    return [_found(row) for row in first.values()]


def _found(row: Row) -> _Found:
    _, client_id, person, body = row
    return _Found(person, Client(client_id, from_fact(registration(body))))
