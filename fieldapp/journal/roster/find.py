"""Finds people in the roster: by document, name, pinyin, the end of a phone, or by who they are.

Without a lease nobody is found. Somebody in two regions is answered once, as the fresher one says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from fieldapp.domain.client import Document, Sex
from fieldapp.domain.documents.phone import tail_of
from fieldapp.journal.database import Row
from fieldapp.journal.journal import Journal
from fieldapp.journal.name_terms import name_key, search_expression
from fieldapp.journal.roster import stored_doses, stored_messages
from fieldapp.journal.roster.access import reading
from fieldapp.journal.roster.vault import OpenRoster
from fieldapp.wire.chain import REF_BYTES
from fieldapp.wire.codes import PRECISION_NAMES
from fieldapp.wire.dates import from_wall
from fieldapp.wire.roster_people import RosterPerson, paper_hash

T = TypeVar("T")
_MOST = 20
_MOST_MARKED = 500
_ROW = (
    "person.ref, person.name, person.birth_day, person.known_to, person.sex, "
    "person.tail, person.contest, person.doses, person.messages, region.as_of_s, region.tells, "
    "(SELECT group_concat(hex(alias.ref), '') FROM alias WHERE alias.person = person.no)"
)
_FROM = "FROM person JOIN region ON region.no = person.region"


@dataclass(frozen=True, slots=True)
class RosterEntry:
    """Somebody as a region tells of them. `refs` are those of all their registrations; `as_of` is
    the hub's time up to which it tells. `document` is the one by which they were found, if any:
    the roster itself holds none. `tells_messages`: whether none sent means that none was."""

    person: RosterPerson
    refs: tuple[bytes, ...]
    as_of: datetime
    document: Document | None = None
    tells_messages: bool = False


def by_document(j: Journal, document: Document) -> list[RosterEntry]:
    """Everybody with this document; more than one is a contest."""
    roster = reading(j)
    if roster is None:
        return []
    db = roster.reader
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
    found = _entries(roster, rows)
    roster.shown.update({entry.person.ref: document for entry in found})
    return [replace(entry, document=document) for entry in found]


def by_phone(j: Journal, phone: str) -> list[RosterEntry]:
    """Everybody whose phone ends like this one: the roster knows four digits."""
    roster = reading(j)
    if roster is None or not tail_of(phone):
        return []
    query = f"SELECT {_ROW} {_FROM} WHERE person.tail = ? LIMIT ?"
    return _entries(roster, roster.reader.rows(query, tail_of(phone), _MOST))


def search(j: Journal, text: str, limit: int = _MOST) -> list[RosterEntry]:
    """Everybody whose name, pinyin or initials begin so; exact names first."""
    roster, expression = reading(j), search_expression(text)
    if roster is None or not expression:
        return []
    exact = roster.reader.rows(
        f"SELECT {_ROW} {_FROM} WHERE person.name = ? LIMIT ?",
        " ".join(text.split()),
        limit,
    )
    rows = roster.reader.rows(
        f"SELECT {_ROW} FROM person_search JOIN person ON person.no = person_search.rowid "  # noqa: S608  fixed column names
        "JOIN region ON region.no = person.region "
        "WHERE person_search MATCH ? ORDER BY person_search.rowid DESC LIMIT ?",
        expression,
        limit,
    )
    found = _entries(roster, [*exact, *rows])
    wanted = name_key(text)
    return sorted(found, key=lambda entry: name_key(entry.person.name) != wanted)[:limit]


def by_refs(j: Journal, refs: Sequence[bytes]) -> list[RosterEntry]:
    """Everybody to whom any of these registrations belongs; refs are ids or their beginnings."""
    roster = reading(j)
    if roster is None or not refs:
        return []
    short = [ref[:REF_BYTES] for ref in refs]
    marks = ", ".join("?" * len(short))
    query = (
        f"SELECT {_ROW} {_FROM} WHERE person.ref IN ({marks}) OR person.no IN "  # noqa: S608  only question marks
        f"(SELECT person FROM alias WHERE ref IN ({marks}))"
    )
    return _entries(roster, roster.reader.rows(query, *short, *short))


def marked(j: Journal) -> list[RosterEntry]:
    """Everybody about whom the hub found something that a person must decide."""
    roster = reading(j)
    if roster is None:
        return []
    query = f"SELECT {_ROW} {_FROM} WHERE person.marked ORDER BY person.no DESC LIMIT ?"
    return _entries(roster, roster.reader.rows(query, _MOST_MARKED))


def everybody(j: Journal) -> list[RosterEntry]:
    """Everybody whom the regions tell of."""
    roster = reading(j)
    rows = [] if roster is None else roster.reader.rows(f"SELECT {_ROW} {_FROM} ORDER BY person.no")
    return [] if roster is None else _entries(roster, rows)


def count(j: Journal) -> int:
    """How many people are here."""
    roster = reading(j)
    return 0 if roster is None else roster.reader.number("SELECT count(DISTINCT ref) FROM person")


def _entries(roster: OpenRoster, rows: Iterable[Row]) -> list[RosterEntry]:
    """The freshest row of each person, in order."""
    best: dict[bytes, RosterEntry] = {}
    for row in rows:
        entry = _entry(roster, row)
        known = best.get(entry.person.ref)
        if known is None or known.as_of < entry.as_of:
            best[entry.person.ref] = entry
    return list(best.values())


def _entry(roster: OpenRoster, row: Row) -> RosterEntry:
    ref, name, birth_day, known_to, sex, tail, contest, doses, messages, as_of_s, tells, others = (
        row
    )
    refs = bytes.fromhex(others or "")
    also = tuple(refs[at : at + REF_BYTES] for at in range(0, len(refs), REF_BYTES))
    person = RosterPerson(
        ref, name, birth_day, None if sex is None else Sex(sex), tail, (), also, contest,
        _read(roster, stored_doses.unpack, doses), PRECISION_NAMES[known_to],
        _read(roster, stored_messages.unpack, messages),
    )  # fmt: skip
    as_of, document = from_wall(as_of_s), roster.shown.get(ref)
    return RosterEntry(person, (ref, *also), as_of, document, bool(tells))


def _read(roster: OpenRoster, unpack: Callable[[bytes, Mapping[int, str]], T], column: bytes) -> T:
    try:
        return unpack(column, roster.texts)
    except KeyError:
        roster.texts.update(stored_doses.texts_of(roster.reader))  # a segment brought new ones
        return unpack(column, roster.texts)
