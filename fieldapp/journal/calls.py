"""Reads calls about the next dose, and how people wish to be reached. Linked registrations are one
person, here as everywhere."""

from __future__ import annotations

from fieldapp.domain.call import Call, Wishes
from fieldapp.journal.clients import SAME_PERSON
from fieldapp.journal.database import Row
from fieldapp.journal.entries import position_of
from fieldapp.journal.journal import Journal
from fieldapp.wire.dates import from_day, from_wall

_COLUMNS = (
    "call.event_id, client.client_id, call.vaccine, call.dose, call.outcome, call.made_s, "
    "call.made_by, call.day, call.again_day, call.reason, call.note, call.phone, call.withdrawn"
)
_FROM = "FROM call JOIN client ON client.no = call.client"


def get(j: Journal, call_id: bytes) -> Call | None:
    """One call; None when this journal does not hold it."""
    found = j.db.row(f"SELECT {_COLUMNS} {_FROM} WHERE call.no = ?", position_of(j.db, call_id))
    return None if found is None else _call(found)


def of_client(j: Journal, client_id: bytes) -> list[Call]:
    """A person's calls, those struck through included, oldest first."""
    rows = j.db.rows(
        f"SELECT {_COLUMNS} {_FROM} WHERE call.client IN ({SAME_PERSON}) ORDER BY call.no",
        position_of(j.db, client_id),
    )
    return [_call(row) for row in rows]


def by_person(j: Journal) -> dict[int, list[Call]]:
    """Everybody's calls by the person's number (`journal.due`), oldest first."""
    found: dict[int, list[Call]] = {}
    for person, *columns in j.db.rows(f"SELECT client.person, {_COLUMNS} {_FROM} ORDER BY call.no"):
        found.setdefault(person, []).append(_call(tuple(columns)))
    return found


def all_calls(j: Journal) -> list[Call]:
    """Every call, those struck through included, in the order of recording."""
    return [_call(row) for row in j.db.rows(f"SELECT {_COLUMNS} {_FROM} ORDER BY call.no")]


def told_dose(j: Journal, call_id: bytes) -> bytes | None:
    """The dose that was written down from this call and stands; None for none."""
    found = j.db.row(
        "SELECT dose.event_id FROM call JOIN dose ON dose.no = call.told "
        "WHERE call.no = ? AND dose.void_reason IS NULL",
        position_of(j.db, call_id),
    )
    return None if found is None else bytes(found[0])


def wishes_of(j: Journal, client_id: bytes) -> Wishes:
    """How a person wishes to be reached."""
    found = j.db.row(
        f"SELECT calls, messages FROM contact WHERE client IN ({SAME_PERSON}) "  # noqa: S608  fixed text
        "ORDER BY no DESC LIMIT 1",
        position_of(j.db, client_id),
    )
    return Wishes() if found is None else Wishes(bool(found[0]), bool(found[1]))


def wishes_by_person(j: Journal) -> dict[int, Wishes]:
    """The wishes of everybody who told any, by the person's number."""
    rows = j.db.rows(
        "SELECT client.person, contact.calls, contact.messages FROM contact "
        "JOIN client ON client.no = contact.client ORDER BY contact.no"
    )
    return {person: Wishes(bool(calls), bool(messages)) for person, calls, messages in rows}


def _call(row: Row) -> Call:
    (
        call_id, client_id, vaccine, dose, outcome, made_s, made_by, day, again_day, reason, note,
        phone, withdrawn,
    ) = row  # fmt: skip
    return Call(
        call_id=call_id,
        client_id=client_id,
        vaccine=vaccine,
        dose=dose,
        outcome=outcome,
        made_at=from_wall(made_s),
        made_by=made_by,
        day=from_day(day),
        again=from_day(again_day),
        reason=reason,
        note=note,
        phone=phone,
        withdrawn=withdrawn,
    )
