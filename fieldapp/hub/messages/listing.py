"""What is on record of messages: in all, and one by one. Names nobody."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from fieldapp.hub.messages.tables import message
from fieldapp.wire.chain import REF_BYTES

_row = message.c


@dataclass(frozen=True, slots=True)
class Line:
    """One message; `person` is how rosters name the person."""

    person: str
    course: str
    dose: int
    kind: str
    state: str
    language: str
    parts: int
    gateway: str
    tries: int
    why: str | None
    queued_s: int
    sent_s: int | None
    settled_s: int | None

    def as_json(self) -> dict[str, object]:
        """For --json."""
        return {name: getattr(self, name) for name in self.__slots__}


def lines(connection: Connection, state: str | None = None, most: int = 1000) -> list[Line]:
    """The newest messages, those of one state if it is named."""
    wanted = select(message).order_by(_row.no.desc()).limit(most)
    if state is not None:
        wanted = wanted.where(_row.state == state)
    return [
        Line(
            row.person[:REF_BYTES].hex(), row.course, row.dose, row.kind, row.state, row.language,
            row.parts, row.gateway, row.tries, row.why, row.queued_s, row.sent_s, row.settled_s,
        )
        for row in connection.execute(wanted)
    ]  # fmt: skip


def totals(connection: Connection) -> dict[str, int]:
    """How many messages are in each state."""
    wanted = select(_row.state, func.count()).group_by(_row.state).order_by(_row.state)
    return {state: count for state, count in connection.execute(wanted)}
