"""Keeps what the roster told last of doses that others gave to people registered here.

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
    vaccine TEXT NOT NULL
)"""
_INDEX = "CREATE INDEX IF NOT EXISTS due_told_client ON due_told (client_id)"


def open_told(j: Journal) -> None:
    """Have the table."""
    with j.db.transaction():
        j.db.run(_TABLE)
        j.db.run(_INDEX)


def remember(j: Journal, registrations: Sequence[bytes], doses: Iterable[PriorDose]) -> None:
    """These are the doses now of the person with these registrations. Inside the caller's
    transaction."""
    for client_id in registrations:
        j.db.run("DELETE FROM due_told WHERE client_id = ?", client_id)
    rows = [(registrations[0], to_day(dose.date), dose.vaccine_id) for dose in doses]
    j.db.run_many("INSERT INTO due_told VALUES (?, ?, ?)", rows)


def remembered(j: Journal, registrations: Sequence[bytes]) -> list[PriorDose]:
    """What was told last of this person, the oldest first."""
    doses = []
    for client_id in registrations:
        query = "SELECT day, vaccine FROM due_told WHERE client_id = ?"
        for number, vaccine in j.db.rows(query, client_id):
            day = from_day(number)
            assert day is not None  # noqa: S101  the column is NOT NULL
            doses.append(PriorDose(day, vaccine))
    return sorted(doses, key=lambda dose: dose.date)


def drop_told_of_nobody(j: Journal) -> None:
    """Forget what was told of registrations that are no longer here."""
    j.db.run("DELETE FROM due_told WHERE client_id NOT IN (SELECT client_id FROM client)")
