"""Keeps what the roster told last of doses of people registered here: those that others gave, and
those of which a supervisor decided whether they count.

While its lease is over the roster cannot be asked, and the list of who is due must not forget the
doses it told of: somebody would be called for a dose that they have had. No cache: it cannot be
made anew until the roster is open again. Of nobody but people of this laptop; no name, no place.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fieldapp.domain.schedule.case import PriorDose
from fieldapp.journal.journal import Journal
from fieldapp.wire.dates import from_day, to_day

_TABLE = """CREATE TABLE IF NOT EXISTS due_told (
    client_id BLOB NOT NULL,
    day INTEGER NOT NULL,
    vaccine TEXT NOT NULL,
    counts INTEGER
)"""
_COLUMNS = "SELECT name FROM pragma_table_info('due_told')"
_ADD = "ALTER TABLE due_told ADD COLUMN counts INTEGER"
_INDEX = "CREATE INDEX IF NOT EXISTS due_told_client ON due_told (client_id)"


def open_told(j: Journal) -> None:
    """Have the table."""
    with j.db.transaction():
        j.db.run(_TABLE)
        j.db.run(_INDEX)
        if ("counts",) not in [tuple(row) for row in j.db.rows(_COLUMNS)]:
            j.db.run(_ADD)  # made before decisions were kept


def remember(j: Journal, registrations: Sequence[bytes], doses: Iterable[PriorDose]) -> None:
    """These are the doses now of the person with these registrations. Inside the caller's
    transaction."""
    for client_id in registrations:
        j.db.run("DELETE FROM due_told WHERE client_id = ?", client_id)
    rows = [(registrations[0], to_day(one.date), one.vaccine_id, one.counts) for one in doses]
    j.db.run_many(
        "INSERT INTO due_told (client_id, day, vaccine, counts) VALUES (?, ?, ?, ?)", rows
    )


def remembered(j: Journal, registrations: Sequence[bytes]) -> list[PriorDose]:
    """What was told last of this person, the oldest first."""
    doses = []
    for client_id in registrations:
        query = "SELECT day, vaccine, counts FROM due_told WHERE client_id = ?"
        for number, vaccine, counts in j.db.rows(query, client_id):
            day = from_day(number)
            assert day is not None  # noqa: S101  the column is NOT NULL
            doses.append(PriorDose(day, vaccine, None if counts is None else bool(counts)))
    return sorted(doses, key=lambda dose: dose.date)


def drop_told_of_nobody(j: Journal) -> None:
    """Forget what was told of registrations that are no longer here."""
    j.db.run("DELETE FROM due_told WHERE client_id NOT IN (SELECT client_id FROM client)")
