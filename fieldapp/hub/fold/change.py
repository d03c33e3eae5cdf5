"""What one frame touched, and what every kind of event needs to change a table."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import Connection, Table, insert, select

from fieldapp.hub.fold.events import Placed, resolve, type_of
from fieldapp.hub.fold.rules import BAD_REFERENCE, Doubt, dangling
from fieldapp.wire.facts import Ref


@dataclass
class Change:
    """What one frame touched, to be settled at its end."""

    connection: Connection
    clients: set[bytes] = field(default_factory=set)
    people: set[bytes] = field(default_factory=set)
    doses: set[bytes] = field(default_factory=set)
    came: set[bytes] = field(default_factory=set)
    erased: set[bytes] = field(default_factory=set)
    about: set[bytes] = field(default_factory=set)
    sessions: set[tuple[int, str]] = field(default_factory=set)
    new_clients: list[dict[str, object]] = field(default_factory=list)
    new_doses: list[dict[str, object]] = field(default_factory=list)


def find(change: Change, event: Placed, ref: Ref, kinds: tuple[int, ...]) -> bytes | Doubt:
    """The event of some kind that a reference means."""
    id_ = resolve(change.connection, ref, event.id)
    if id_ is None:
        return dangling(ref) if isinstance(ref, bytes) else BAD_REFERENCE
    return id_ if not kinds or type_of(change.connection, id_) in kinds else BAD_REFERENCE


def insert_once(change: Change, table: Table, **key: object) -> None:
    """For a row that is nothing but its key: a forked epoch brings the same one twice."""
    same = select(*table.columns).where(*(table.c[name] == value for name, value in key.items()))
    if change.connection.execute(same).first() is None:
        insert_row(change, table, **key)


def insert_row(change: Change, table: Table, **values: object) -> None:
    """One row more."""
    change.connection.execute(insert(table).values(**values))
