"""What some pages touched, and what every kind of event needs to change a table."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from fieldapp.hub.fold.events import Placed, Seen, resolve, type_of
from fieldapp.hub.fold.rules import BAD_REFERENCE, Doubt, dangling
from fieldapp.hub.fold.staff import Staff
from fieldapp.hub.fold.stumbling import Aside
from fieldapp.wire.facts import Ref

NewRows = dict[bytes, dict[str, Any]]
"""Rows that are written when they are settled, by their id."""


@dataclass
class Change:
    """What some pages touched, to be settled once when all of them are taken in."""

    connection: Connection
    seen: Seen = field(default_factory=Seen)
    clients: set[bytes] = field(default_factory=set)
    people: set[bytes] = field(default_factory=set)
    doses: set[bytes] = field(default_factory=set)
    came: set[bytes] = field(default_factory=set)
    awaited: set[bytes] = field(default_factory=set)
    erased: set[bytes] = field(default_factory=set)
    about: set[bytes] = field(default_factory=set)
    aside: Aside = field(default_factory=Aside)
    sessions: set[tuple[int, str]] = field(default_factory=set)
    new_clients: NewRows = field(default_factory=dict)
    new_doses: NewRows = field(default_factory=dict)
    staff: Staff = field(init=False)

    def __post_init__(self) -> None:
        self.staff = Staff(self.connection)


def find(change: Change, event: Placed, ref: Ref, kinds: tuple[int, ...]) -> bytes | Doubt:
    """The event of some kind that a reference means."""
    id_ = resolve(change.connection, ref, event.id, change.seen)
    if id_ is None:
        return dangling(ref) if isinstance(ref, bytes) else BAD_REFERENCE
    fits = not kinds or type_of(change.connection, id_, change.seen) in kinds
    return id_ if fits else BAD_REFERENCE


def insert_once(change: Change, table: Table, **key: object) -> None:
    """For a row that is nothing but its key: a forked epoch brings the same one twice."""
    same = select(*table.columns).where(*(table.c[name] == value for name, value in key.items()))
    if change.connection.execute(same).first() is None:
        insert_row(change, table, **key)


def insert_row(change: Change, table: Table, **values: object) -> None:
    """One row more."""
    change.connection.execute(insert(table).values(**values))
