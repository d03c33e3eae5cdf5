"""Reads reports of reactions (AEFI): of a person, of those being watched, of the whole journal."""

from __future__ import annotations

from collections.abc import Sequence

from fieldapp.domain.adverse_event import AdverseEvent
from fieldapp.journal.clients import SAME_PERSON
from fieldapp.journal.database import Row
from fieldapp.journal.entries import position_of
from fieldapp.journal.journal import Journal
from fieldapp.journal.projections.reactions import as_reported
from fieldapp.wire.dates import from_wall
from fieldapp.wire.facts import ReactionReported
from fieldapp.wire.reaction_codec import from_fact

_COLUMNS = (
    "reaction.reaction_id, dose.event_id, client.client_id, dose.vaccine, reaction.body, "
    "reaction.reported_s, reaction.reported_by, reaction.follow_ups, reaction.withdrawn"
)
_FROM = "FROM reaction JOIN dose ON dose.no = reaction.dose JOIN client ON client.no = dose.client"


def get(j: Journal, reaction_id: bytes) -> AdverseEvent | None:
    """One report as it stands by now; None when this journal does not hold it."""
    found = j.db.row(
        f"SELECT {_COLUMNS} {_FROM} WHERE reaction.no = ?",
        position_of(j.db, reaction_id),
    )
    return None if found is None else _event(found)


def reported(j: Journal, reaction_id: bytes) -> ReactionReported | None:
    """The report as a fact, follow-ups included: what the next follow-up changes."""
    no = position_of(j.db, reaction_id)
    found = j.db.row("SELECT body FROM reaction WHERE no = ? AND withdrawn IS NULL", no)
    return None if found is None else as_reported(found[0])


def of_client(j: Journal, client_id: bytes) -> list[AdverseEvent]:
    """A person's reports, linked registrations and withdrawn ones included, oldest first."""
    rows = j.db.rows(
        f"SELECT {_COLUMNS} {_FROM} WHERE dose.client IN ({SAME_PERSON}) ORDER BY reaction.no",
        position_of(j.db, client_id),
    )
    return [_event(row) for row in rows]


def of_people(j: Journal, people: Sequence[int]) -> dict[int, list[AdverseEvent]]:
    """The reports of several people, by their number (`Watch.person`); withdrawn ones left out."""
    found: dict[int, list[AdverseEvent]] = {person: [] for person in people}
    rows = j.db.rows(
        f"SELECT client.person, {_COLUMNS} {_FROM} "
        "WHERE reaction.withdrawn IS NULL ORDER BY reaction.no"
    )
    for person, *columns in rows:  # a team's reports are few; its people are many
        if person in found:
            found[person].append(_event(tuple(columns)))
    return found


def all_reports(j: Journal) -> list[AdverseEvent]:
    """Every report, withdrawn ones included, in the order of recording."""
    rows = j.db.rows(f"SELECT {_COLUMNS} {_FROM} ORDER BY reaction.no")
    return [_event(row) for row in rows]


def count(j: Journal) -> int:
    """How many reports there are, withdrawn ones left out."""
    return j.db.number("SELECT count(*) FROM reaction WHERE withdrawn IS NULL")


def _event(row: Row) -> AdverseEvent:
    reaction_id, dose_id, client_id, vaccine, body, reported_s, by, follow_ups, withdrawn = row
    return AdverseEvent(
        reaction_id=reaction_id,
        dose_id=dose_id,
        client_id=client_id,
        vaccine_id=vaccine,
        details=from_fact(as_reported(body)),
        reported_at=from_wall(reported_s),
        reported_by=by,
        follow_ups=follow_ups,
        withdrawn=withdrawn,
    )
