"""Which events count for nothing for now, why, and what they wait for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from sqlalchemy import Connection, bindparam, delete, insert, select

from fieldapp.hub import schema
from fieldapp.hub.fold.rows import rows_in
from fieldapp.hub.fold.rules import Doubt

_held, _awaited = schema.quarantine.c, schema.awaited.c
_ANY_WAITING = select(_awaited.id).limit(1)
_RELEASE = delete(schema.quarantine).where(_held.id == bindparam("its_id"))
_AWAIT_NO_MORE = delete(schema.awaited).where(_awaited.id == bindparam("its_id"))


class Where(Protocol):
    """An event's place in its device's tree."""

    @property
    def id(self) -> bytes: ...
    @property
    def device(self) -> int: ...
    @property
    def epoch(self) -> bytes: ...
    @property
    def seq(self) -> int: ...


def hold(connection: Connection, event: Where, doubt: Doubt) -> None:
    """Put an event aside, or change why it is."""
    release(connection, event.id)
    connection.execute(
        insert(schema.quarantine).values(
            id=event.id, device=event.device, epoch=event.epoch, seq=event.seq,
            code=doubt.code, words=doubt.words,
        )
    )  # fmt: skip
    if doubt.wants is not None:
        connection.execute(insert(schema.awaited).values(wants=doubt.wants, id=event.id))


def release(connection: Connection, id_: bytes) -> None:
    """Let an event count."""
    connection.execute(_RELEASE, {"its_id": id_})
    connection.execute(_AWAIT_NO_MORE, {"its_id": id_})


def release_all(connection: Connection, ids: Iterable[bytes]) -> None:
    """Let these count, those of them that did not yet."""
    for id_ in sorted(held_among(connection, ids)):
        release(connection, id_)


def waiting_for(connection: Connection, wants: Iterable[bytes]) -> set[bytes]:
    """The events that wait for any of these."""
    if connection.execute(_ANY_WAITING).first() is None:
        return set()
    return {row[0] for row in rows_in(connection, [_awaited.id], _awaited.wants, wants)}


def held_among(connection: Connection, ids: Iterable[bytes]) -> dict[bytes, str]:
    """The codes of those that are in quarantine."""
    rows = rows_in(connection, [_held.id, _held.code], _held.id, ids)
    return {id_: code for id_, code in rows}
