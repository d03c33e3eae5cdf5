"""Finds people in the roster: by document, name, pinyin, the end of a phone, or by who they are.

Without a lease nobody is found. Somebody in two regions is answered once, as the fresher one says.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from fieldapp.domain.client import Document, Sex
from fieldapp.domain.documents.phone import tail_of
from fieldapp.journal.database import Database, Row
from fieldapp.journal.journal import Journal
from fieldapp.journal.name_terms import name_key, search_expression
from fieldapp.journal.roster.access import reading
from fieldapp.journal.roster.stored_doses import texts_of, unpack
from fieldapp.wire.dates import from_wall
from fieldapp.wire.roster_people import RosterPerson, paper_hash

_MOST = 20
_MOST_MARKED = 500
_ROW = (
    "person.no, person.ref, person.name, person.birth_day, person.sex, person.tail, "
    "person.contest, person.doses, region.as_of_s"
)
_FROM = "FROM person JOIN region ON region.no = person.region"


@dataclass(frozen=True, slots=True)
class RosterEntry:
    """Somebody as a region tells of them. `refs` are those of all their registrations; `as_of` is
    the hub's time up to which it tells. `papers` stays empty: a hash shows nobody a document."""

    person: RosterPerson
    refs: tuple[bytes, ...]
    as_of: datetime


def by_document(j: Journal, document: Document) -> list[RosterEntry]:
    """Everybody with this document; more than one is a contest."""
    db = reading(j)
    if db is None:
        return []
    keys = [bytes(key) for (key,) in db.rows("SELECT DISTINCT key FROM region_key")]
    hashes = [paper_hash(key, document) for key in keys]
    rows = [
        row
        for paper in hashes
        for row in db.rows(
            f"SELECT {_ROW} FROM paper JOIN person ON person.no = paper.person "  # noqa: S608  fixed column names
            "JOIN region ON region.no = person.region WHERE paper.hash = ?",
            paper,
        )
    ]
    return _entries(db, rows)


def by_phone(j: Journal, phone: str) -> list[RosterEntry]:
    """Everybody whose phone ends like this one: the roster knows four digits."""
    db = reading(j)
    if db is None or not tail_of(phone):
        return []
    query = f"SELECT {_ROW} {_FROM} WHERE person.tail = ? LIMIT ?"
    return _entries(db, db.rows(query, tail_of(phone), _MOST))


def search(j: Journal, text: str, limit: int = _MOST) -> list[RosterEntry]:
    """Everybody whose name, pinyin or initials begin so; exact names first."""
    db, expression = reading(j), search_expression(text)
    if db is None or not expression:
        return []
    exact = db.rows(
        f"SELECT {_ROW} {_FROM} WHERE person.name = ? LIMIT ?",
        " ".join(text.split()),
        limit,
    )
    rows = db.rows(
        f"SELECT {_ROW} FROM person_search JOIN person ON person.no = person_search.rowid "  # noqa: S608  fixed column names
        "JOIN region ON region.no = person.region "
        "WHERE person_search MATCH ? ORDER BY person_search.rowid DESC LIMIT ?",
        expression,
        limit,
    )
    found = _entries(db, [*exact, *rows])
    wanted = name_key(text)
    return sorted(found, key=lambda entry: name_key(entry.person.name) != wanted)[:limit]


def by_refs(j: Journal, refs: Sequence[bytes]) -> list[RosterEntry]:
    """Everybody to whom any of these registrations belongs; refs are ids or their beginnings."""
    db = reading(j)
    if db is None or not refs:
        return []
    short = [ref[:16] for ref in refs]
    marks = ", ".join("?" * len(short))
    query = (
        f"SELECT {_ROW} {_FROM} WHERE person.ref IN ({marks}) OR person.no IN "  # noqa: S608  only question marks
        f"(SELECT person FROM alias WHERE ref IN ({marks}))"
    )
    return _entries(db, db.rows(query, *short, *short))


def marked(j: Journal) -> list[RosterEntry]:
    """Everybody about whom the hub found something that a person must decide."""
    db = reading(j)
    if db is None:
        return []
    query = f"SELECT {_ROW} {_FROM} WHERE person.marked ORDER BY person.no DESC LIMIT ?"
    return _entries(db, db.rows(query, _MOST_MARKED))


def count(j: Journal) -> int:
    """How many people are here."""
    db = reading(j)
    return 0 if db is None else db.number("SELECT count(DISTINCT ref) FROM person")


def _entries(db: Database, rows: Iterable[Row]) -> list[RosterEntry]:
    """The freshest row of each person, in order."""
    texts = texts_of(db)
    best: dict[bytes, RosterEntry] = {}
    for row in rows:
        entry = _entry(db, row, texts)
        known = best.get(entry.person.ref)
        if known is None or known.as_of < entry.as_of:
            best[entry.person.ref] = entry
    return list(best.values())


def _entry(db: Database, row: Row, texts: dict[int, str]) -> RosterEntry:
    no, ref, name, birth_day, sex, tail, contest, doses, as_of_s = row
    also = tuple(other for (other,) in db.rows("SELECT ref FROM alias WHERE person = ?", no))
    person = RosterPerson(
        ref, name, birth_day, None if sex is None else Sex(sex), tail, (), also, contest,
        unpack(doses, texts),
    )  # fmt: skip
    return RosterEntry(person, (ref, *also), from_wall(as_of_s))
