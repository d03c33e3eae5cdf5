"""Seats booked with a document of somebody who may be erased: those that go with them, and those
that a person has to judge about, because they may be somebody else's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection

from fieldapp.hub.booking.seats import Booking, read
from fieldapp.hub.erasure import traces
from fieldapp.hub.keys import HubKeys


@dataclass(frozen=True, slots=True)
class Booked:
    """`theirs`: how many go along; `doubtful`: seats that are kept, the newest first."""

    theirs: int
    doubtful: list[Booking]


def booked(connection: Connection, keys: HubKeys, clients: Iterable[bytes], now_s: int) -> Booked:
    """Of these registrations of one person."""
    left = traces.of_people(connection, clients)
    theirs = traces.booked_with(connection, keys, left.papers)
    doubtful = [
        read(connection, keys, row) for row in traces.booked_with(connection, keys, left.doubtful)
    ]
    return Booked(len(theirs), [one for one in doubtful if one.stands(now_s)])


def give_back(connection: Connection, keys: HubKeys, clients: Iterable[bytes], number: int) -> bool:
    """Somebody who knows the person says that a doubtful one is theirs; False where it is not among
    those. Nothing of it stays."""
    left = traces.of_people(connection, clients)
    rows = traces.booked_with(connection, keys, left.doubtful)
    chosen = [row for row in rows if row.no == number]
    traces.give_back(connection, chosen)
    return bool(chosen)
