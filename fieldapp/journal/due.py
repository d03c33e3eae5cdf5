"""Keeps how far everybody came in their courses, so that a list of thousands opens at once.

A cache: it follows from the events *and* from a programme (`key` names both what counts and what
else is known), so it is no projection. Only whose events changed since (`course_change`), or whose
answer has run out by itself, is counted anew; another key, another program or a rebuilt file begin
from nothing; what the hub's roster tells anew is minded as well. The rows are the actions' to make.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from fieldapp.domain.due import CourseStanding
from fieldapp.domain.message import Fate, Kind, MessagesKnown, SentMessage
from fieldapp.journal.database import Row
from fieldapp.journal.due_told import drop_told_of_nobody, open_told
from fieldapp.journal.journal import Journal
from fieldapp.journal.roster.access import reading
from fieldapp.wire.dates import from_day, from_wall, to_day

_TABLES = (
    """CREATE TABLE IF NOT EXISTS due_book (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        key BLOB NOT NULL,
        upto INTEGER NOT NULL,
        roster BLOB NOT NULL
    )""",
    """CREATE TABLE IF NOT EXISTS due (
        person INTEGER NOT NULL,
        series TEXT NOT NULL,
        vaccine TEXT NOT NULL,
        first_day INTEGER,
        second_day INTEGER,
        second_by INTEGER,
        last_day INTEGER NOT NULL,
        dose INTEGER,
        due_day INTEGER,
        latest_day INTEGER,
        complete INTEGER NOT NULL,
        holds_until INTEGER,
        session TEXT,
        client_id BLOB NOT NULL,
        name TEXT NOT NULL,
        birth_day INTEGER,
        phone TEXT,
        language TEXT,
        area TEXT,
        told_s INTEGER,
        told_day INTEGER,
        told_kind TEXT,
        told_fate TEXT,
        opted_out INTEGER,
        PRIMARY KEY (person, series)
    ) WITHOUT ROWID""",
    "CREATE INDEX IF NOT EXISTS due_open ON due (due_day) WHERE complete = 0",
    "CREATE INDEX IF NOT EXISTS due_holds ON due (holds_until) WHERE holds_until IS NOT NULL",
)
_COURSE = (
    "due.series, due.vaccine, due.first_day, due.second_day, due.second_by, due.last_day, "
    "due.dose, due.due_day, due.latest_day, due.complete, due.holds_until"
)
_STANDING = (
    "due.person, due.client_id, due.name, due.birth_day, due.phone, due.language, due.area, "
    "session.place, due.told_s, due.told_day, due.told_kind, due.told_fate, due.opted_out"
)


@dataclass(frozen=True, slots=True)
class Contact:
    """How a person is found: by the newest of their registrations, and whatever phone any has.

    `area` is where they live, or what helps to find them: berth, village.
    """

    client_id: bytes
    name: str
    birth_date: date | None = None
    phone: str | None = None
    language: str | None = None
    area: str | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """One person's course as it was counted last.

    `person` is the number that linked registrations share; `place` is where the newest dose was
    given, None where that was not in a session of this team. `messages` are those about the dose
    that is due, the newest alone; None where nothing of them is known here.
    """

    person: int
    contact: Contact
    course: CourseStanding
    place: str | None
    messages: MessagesKnown | None = None


@dataclass(frozen=True, slots=True)
class Stale:
    """Somebody who must be counted anew; `at` is how far the book has come with them."""

    person: int
    client_id: bytes
    at: int


def open_book(j: Journal, key: bytes) -> None:
    """Have the tables, empty if they were made by another key or another program."""
    open_told(j)
    made_by = hashlib.sha256(repr((key, _TABLES)).encode()).digest()
    with j.db.transaction():
        j.db.run(_TABLES[0])
        stored = j.db.row("SELECT key FROM due_book")
        if stored is not None and stored[0] == made_by:
            return
        for table in ("due", "due_book"):
            j.db.run(f"DROP TABLE IF EXISTS {table}")
        for statement in _TABLES:
            j.db.run(statement)
        j.db.run("INSERT INTO due_book VALUES (1, ?, 0, ?)", made_by, b"")


def begin_anew(j: Journal) -> None:
    """Forget the book, and what was told of nobody who is here. Inside the caller's transaction."""
    open_told(j)
    drop_told_of_nobody(j)
    if j.db.row("SELECT 1 FROM sqlite_schema WHERE name = 'due'"):
        j.db.run("DELETE FROM due")
        j.db.run("UPDATE due_book SET upto = 0")


def mind_roster(j: Journal) -> None:
    """What the hub's roster tells anew may take people off, or put back who was off by its word:
    they are counted again. While no lease opens it, nothing is known to have changed. Inside the
    caller's transaction."""
    roster = reading(j)
    if roster is None:
        return
    regions = roster.reader.rows("SELECT name, number, hash FROM region ORDER BY name")
    state = hashlib.sha256(repr(regions).encode()).digest()
    stored = j.db.row("SELECT roster FROM due_book")
    if stored is None or stored[0] != state:
        j.db.run(
            "UPDATE due SET holds_until = 0 WHERE complete = 0 OR person IN (SELECT person FROM "
            "client WHERE client_id IN (SELECT client_id FROM due_told))"
        )
        j.db.run("UPDATE due_book SET roster = ?", state)


def stale(j: Journal, today: date, most: int) -> list[Stale]:
    """The next people to count, no more than `most` beside whoever the last event among theirs is
    about, too; none when the book is up to date."""
    upto = j.db.number("SELECT upto FROM due_book")
    rows = _changed(j, upto, most)
    if not rows:
        rows = j.db.rows(
            "SELECT DISTINCT client.no, client.client_id, ? FROM due "
            "JOIN client ON client.no = due.person WHERE due.holds_until < ? LIMIT ?",
            upto,
            to_day(today),
            most,
        )
    return [Stale(*row) for row in rows]


def _changed(j: Journal, upto: int, most: int) -> list[Row]:
    """Whose events changed: never some of those whom one event is about, for the book comes as far
    as the event with any of them."""
    changed = (
        "SELECT person.no, person.client_id, course_change.at FROM course_change "
        "JOIN client ON client.no = course_change.client "
        "JOIN client AS person ON person.no = client.person WHERE course_change.at > ? "
    )
    rows = j.db.rows(changed + "ORDER BY course_change.at LIMIT ?", upto, most)
    if len(rows) < most:
        return rows
    return j.db.rows(
        changed + "AND course_change.at <= ? ORDER BY course_change.at", upto, rows[-1][2]
    )


def put(
    j: Journal,
    who: Stale,
    contact: Contact,
    courses: Sequence[tuple[CourseStanding, str | None]],
    messages: MessagesKnown | None = None,
) -> None:
    """Replace what the book says of one person, each course with the session of its newest dose.
    Inside the caller's transaction."""
    forget(j, who)
    for course, session in courses:
        j.db.run(
            "INSERT OR REPLACE INTO due "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            who.person,
            *_course_row(course),
            session,
            contact.client_id,
            contact.name,
            to_day(contact.birth_date),
            contact.phone,
            contact.language,
            contact.area,
            *_told_row(messages, course),
        )


def forget(j: Journal, who: Stale) -> None:
    """The book says nothing of this person any more, and has come so far with them."""
    j.db.run("DELETE FROM due WHERE person = ?", who.person)
    j.db.run("UPDATE due_book SET upto = max(upto, ?)", who.at)


def drop_who_is_nobody(j: Journal) -> None:
    """Forget people who were found to be one with somebody else."""
    j.db.run("DELETE FROM due WHERE person NOT IN (SELECT person FROM client)")


def open_until(j: Journal, day: date) -> list[Standing]:
    """Everybody whose next dose is due by this day or has no day, the longest due first."""
    rows = j.db.rows(
        f"SELECT {_STANDING}, {_COURSE} FROM due LEFT JOIN session ON session.label = due.session "  # noqa: S608  fixed column names
        "WHERE due.complete = 0 AND (due.due_day IS NULL OR due.due_day <= ?) "
        "ORDER BY due.due_day IS NULL, due.due_day, due.person",
        to_day(day),
    )
    return [_standing(row) for row in rows]


def of_client(j: Journal, client_id: bytes) -> list[Standing]:
    """What the book says of one person, by any of their registrations."""
    rows = j.db.rows(
        f"SELECT {_STANDING}, {_COURSE} FROM due LEFT JOIN session ON session.label = due.session "  # noqa: S608  fixed column names
        "WHERE due.person = (SELECT person FROM client WHERE client_id = ?) ORDER BY due.last_day",
        client_id,
    )
    return [_standing(row) for row in rows]


def all_courses(j: Journal) -> list[CourseStanding]:
    """Every course that anybody began, the complete ones included."""
    return [_course(row) for row in j.db.rows(f"SELECT {_COURSE} FROM due")]  # noqa: S608  fixed column names


def _standing(row: Row) -> Standing:
    person, client_id, name, born, phone, language, area, place, *rest = row
    contact = Contact(client_id, name, from_day(born), phone, language, area)
    told, course = rest[:_TOLD], _course(tuple(rest[_TOLD:]))
    return Standing(person, contact, course, place, _told(tuple(told), course))


_TOLD = 5


def _told_row(messages: MessagesKnown | None, course: CourseStanding) -> Row:
    if messages is None:
        return (None,) * _TOLD
    newest, as_of_s = messages.about(course.series_id, course.dose), int(messages.as_of.timestamp())
    if newest is None:
        return as_of_s, None, None, None, messages.opted_out
    return as_of_s, to_day(newest.day), newest.kind.value, newest.fate.value, messages.opted_out


def _told(row: Row, course: CourseStanding) -> MessagesKnown | None:
    as_of_s, sent_day, kind, fate, opted_out = row
    if as_of_s is None:
        return None
    sent_on = from_day(sent_day)
    if sent_on is None or course.dose is None:
        return MessagesKnown(from_wall(as_of_s), (), bool(opted_out))
    newest = SentMessage(course.series_id, course.dose, Kind(kind), sent_on, Fate(fate))
    return MessagesKnown(from_wall(as_of_s), (newest,), bool(opted_out))


def _course_row(course: CourseStanding) -> Row:
    return (
        course.series_id,
        course.vaccine,
        to_day(course.first),
        to_day(course.second),
        to_day(course.second_by),
        to_day(course.last),
        course.dose,
        to_day(course.due),
        to_day(course.latest),
        course.complete,
        to_day(course.holds_until),
    )


def _course(row: Row) -> CourseStanding:
    series, vaccine, first, second, second_by, last, dose, due, latest, complete, holds = row
    newest = from_day(last)
    assert newest is not None  # noqa: S101  the column is NOT NULL
    return CourseStanding(
        series_id=series,
        vaccine=vaccine,
        first=from_day(first),
        second=from_day(second),
        second_by=from_day(second_by),
        last=newest,
        dose=dose,
        due=from_day(due),
        latest=from_day(latest),
        complete=bool(complete),
        holds_until=from_day(holds),
    )
