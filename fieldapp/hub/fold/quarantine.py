"""Which events count for nothing for now, why, and what they wait for. Each is a case, unless a
supervisor decided that it is to count for nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from sqlalchemy import Connection, bindparam, delete, insert, select

from fieldapp.hub import schema
from fieldapp.hub.cases import decisions, found
from fieldapp.hub.cases.found import Found
from fieldapp.hub.cases.kinds import Kind, Way, case_id, facts_of
from fieldapp.hub.fold.rows import rows_in
from fieldapp.hub.fold.rules import SET_ASIDE, Doubt

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
    @property
    def received_s(self) -> int: ...


def hold(connection: Connection, event: Where, doubt: Doubt, *, asks: bool = True) -> None:
    """Put an event aside, or change why it is; `asks` somebody to decide."""
    release(connection, event.id)
    facts, decided = facts_of(doubt.code), _decided(connection, event.id)
    told = doubt if decided is None else SET_ASIDE
    connection.execute(
        insert(schema.quarantine).values(
            id=event.id, device=event.device, epoch=event.epoch, seq=event.seq,
            code=told.code, words=told.words,
        )
    )  # fmt: skip
    if doubt.wants is not None:
        connection.execute(insert(schema.awaited).values(wants=doubt.wants, id=event.id))
    if asks and facts != decided:
        case = Found(
            Kind.QUARANTINE, event.id, None, doubt.code, event.device, None, event.received_s,
            facts, reopened=decided is not None,
        )  # fmt: skip
        found.add(connection, [case])


def _decided(connection: Connection, id_: bytes) -> bytes | None:
    """The facts on which somebody decided that an event counts for nothing."""
    made = decisions.about(connection, Kind.QUARANTINE, [id_])
    return next((one.facts for one in made if one.way is Way.SET_ASIDE), None)


def release(connection: Connection, id_: bytes) -> None:
    """Let an event count."""
    connection.execute(_RELEASE, {"its_id": id_})
    connection.execute(_AWAIT_NO_MORE, {"its_id": id_})
    found.drop(connection, case_id(Kind.QUARANTINE, id_))


def release_all(connection: Connection, ids: Iterable[bytes]) -> None:
    """Let these count, those of them that did not yet."""
    for id_ in sorted(held_among(connection, ids)):
        release(connection, id_)


def waiting_for(connection: Connection, wants: Iterable[bytes]) -> set[bytes]:
    """The events that wait for any of these."""
    wanted = set(wants)
    return {row[0] for row in rows_in(connection, [_awaited.id], _awaited.wants, wanted)}


def awaited_among(connection: Connection, wants: Iterable[bytes]) -> set[bytes]:
    """Those of these that anything waits for."""
    if connection.execute(_ANY_WAITING).first() is None:
        return set()
    return {row[0] for row in rows_in(connection, [_awaited.wants], _awaited.wants, wants)}


def held_among(connection: Connection, ids: Iterable[bytes]) -> dict[bytes, str]:
    """The codes of those that are in quarantine."""
    rows = rows_in(connection, [_held.id, _held.code], _held.id, ids)
    return {id_: code for id_, code in rows}
