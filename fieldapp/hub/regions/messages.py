"""What a roster tells of the messages that the hub sent: the newest few of a person, and whether
they want none. Knows neither telephones nor texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from fieldapp.domain.message import Fate, Kind
from fieldapp.hub.fold.rows import rows_in
from fieldapp.hub.messages.tables import message
from fieldapp.hub.messages.wishes import wanting_none
from fieldapp.wire.roster_messages import MOST_MESSAGES, RosterMessage, RosterMessages

_message = message.c
_COLUMNS = [
    _message.no, _message.person, _message.course, _message.dose, _message.kind, _message.state,
    _message.sent_s, _message.settled_s, _message.queued_s,
]  # fmt: skip
_TOLD = {fate.value for fate in Fate}
_MINUTE, _DAY = 60, 86_400


def messages_of(
    connection: Connection, person_of: Mapping[bytes, bytes], offsets_min: Mapping[bytes, int]
) -> dict[bytes, RosterMessages]:
    """By person, those of whom there is something to tell. `person_of` says of each registration
    whose it is, `offsets_min` the clock of where each person is."""
    sent: dict[bytes, list[Any]] = defaultdict(list)
    for row in rows_in(connection, _COLUMNS, _message.person, person_of):
        if row.state in _TOLD:
            sent[person_of[row.person]].append(row)
    none_wanted = wanting_none(connection, person_of)
    return {
        person: RosterMessages(
            _newest(sent[person], offsets_min.get(person, 0)), person in none_wanted
        )
        for person in sent.keys() | none_wanted
    }


def _newest(rows: Sequence[Any], offset_min: int) -> tuple[RosterMessage, ...]:
    ordered = sorted(rows, key=lambda row: (_went_s(row), row.no))
    return tuple(
        RosterMessage(
            row.course,
            row.dose,
            Kind(row.kind),
            (_went_s(row) + offset_min * _MINUTE) // _DAY,
            Fate(row.state),
        )
        for row in ordered[-MOST_MESSAGES:]
    )


def _went_s(row: Any) -> int:
    """When it went; where nobody knows, when that was found."""
    return int(row.sent_s or row.settled_s or row.queued_s)
