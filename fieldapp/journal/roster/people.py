"""The rows of people in the roster: written, replaced, dropped. Knows nothing of segments."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fieldapp.journal.database import Database
from fieldapp.journal.name_terms import search_terms
from fieldapp.journal.roster import stored_messages
from fieldapp.journal.roster.stored_doses import Words, pack
from fieldapp.wire.codes import PRECISIONS
from fieldapp.wire.roster_people import RosterPerson

_CHUNK = 500
_INSERT = "INSERT INTO person VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_SEARCH = "INSERT INTO person_search (rowid, terms) VALUES (?, ?)"


def write(
    db: Database, region: int, listed: Sequence[RosterPerson], segment: int, words: Words
) -> None:
    """Write everybody, in place of what was here of them."""
    _forget(db, _numbers(db, region, [person.ref for person in listed]))
    first = 1 + db.number("SELECT max(no) FROM person")
    numbered = list(enumerate(listed, start=first))
    rows = [
        (
            no, region, p.ref, p.name, p.birth_day, PRECISIONS[p.birth_known_to],
            None if p.sex is None else p.sex.value, p.phone_tail, p.contest, _is_marked(p),
            pack(p.doses, words), stored_messages.pack(p.messages, words), segment,
        )
        for no, p in numbered
    ]  # fmt: skip
    db.run_many(_INSERT, rows)
    db.run_many(
        "INSERT OR IGNORE INTO paper VALUES (?, ?)",
        [(paper, no) for no, person in numbered for paper in person.papers],
    )
    db.run_many(
        "INSERT OR IGNORE INTO alias VALUES (?, ?)",
        [(ref, no) for no, person in numbered for ref in person.also],
    )
    db.run_many(_SEARCH, [(no, search_terms(person.name)) for no, person in numbered])


def _is_marked(person: RosterPerson) -> bool:
    """Whether the hub found something about them."""
    return bool(person.contest) or any(dose.mark for dose in person.doses)


def drop(db: Database, region: int, refs: Sequence[bytes]) -> None:
    """Forget these people of a region."""
    _forget(db, _numbers(db, region, refs))


def forget_refs(db: Database, refs: Sequence[bytes]) -> int:
    """Forget whoever has one of these registrations, in every region; how many."""
    found: set[int] = set()
    for ref in refs:
        found |= {
            no
            for (no,) in db.rows(
                "SELECT no FROM person WHERE ref = ?1 "
                "UNION SELECT person FROM alias WHERE ref = ?1",
                ref,
            )
        }
    _forget(db, sorted(found))
    return len(found)


def drop_older(db: Database, region: int, segment: int) -> None:
    """Forget everybody of a region whom no segment from this one on has told of."""
    rows = db.rows("SELECT no FROM person WHERE region = ? AND segment < ?", region, segment)
    _forget(db, [no for (no,) in rows])


def _numbers(db: Database, region: int, refs: Sequence[bytes]) -> list[int]:
    found: list[int] = []
    for at in range(0, len(refs), _CHUNK):
        chunk = refs[at : at + _CHUNK]
        marks = ", ".join("?" * len(chunk))
        query = f"SELECT no FROM person WHERE ref IN ({marks}) AND region = ?"  # noqa: S608  only question marks
        found += [no for (no,) in db.rows(query, *chunk, region)]
    return found


def _forget(db: Database, numbers: Iterable[int]) -> None:
    rows = [(no,) for no in numbers]
    if rows:
        for table, column in _TABLES:
            db.run_many(f"DELETE FROM {table} WHERE {column} = ?", rows)  # noqa: S608  fixed names


_TABLES = (("person_search", "rowid"), ("paper", "person"), ("alias", "person"), ("person", "no"))
