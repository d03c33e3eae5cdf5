"""Registrations and doses that came after their laptop was shut out: their rows hold no body, so
that they count for nothing, until a supervisor decides that one of them does."""

from __future__ import annotations

from sqlalchemy import Connection, update

from fieldapp.hub import schema
from fieldapp.hub.cases import decisions
from fieldapp.hub.cases.kinds import Kind, Way
from fieldapp.hub.fold import clients, quarantine
from fieldapp.hub.fold.events import Placed
from fieldapp.hub.fold.people import reached
from fieldapp.hub.fold.rules import REVOKED


def counts(connection: Connection, event: Placed) -> bool:
    """Whether somebody decided that a late record counts like any other."""
    made = decisions.about(connection, Kind.QUARANTINE, [event.id])
    return any(one.way is Way.COUNTS for one in made)


def bring_in_line(connection: Connection, event: Placed) -> set[bytes]:
    """Give a late record its body, or take it away again, as was decided; returns the registrations
    that it was connected with until now."""
    table = schema.client if event.type == clients.REGISTERED else schema.dose
    body = event.body if counts(connection, event) else None
    around: set[bytes] = set()
    if table is schema.client and body is None:
        around = reached(connection, [event.id])
        clients.erase(connection, [event.id])
        quarantine.hold(connection, event, REVOKED)
    connection.execute(update(table).where(table.c.id == event.id).values(body=body))
    return around
