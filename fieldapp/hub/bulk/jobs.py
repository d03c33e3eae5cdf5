"""Bulk exports as they are asked for, looked at, fetched and dropped; a program sees its own."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import zstandard
from sqlalchemy import Connection, Row, delete, func, insert, select, update

from fieldapp.hub.bulk.tables import bulk_job, bulk_piece
from fieldapp.hub.store import Store

MOST_OPEN, MOST_OPEN_IN_ALL = 10, 50
"""Exports that are not written yet, of one program and of all."""
KEPT_S = 86_400
_MOST_PIECE = 64 * 1024 * 1024
_job, _piece = bulk_job.c, bulk_piece.c


class State(StrEnum):
    """How far an export is."""

    WAITING = "waiting"
    WRITTEN = "written"
    FAILED = "failed"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class BulkJob:
    """One export. Times are Unix seconds; only who changed since `since_s`, if that is given."""

    id: str
    program: str
    types: tuple[str, ...]
    since_s: int | None
    asked_s: int
    as_of_s: int | None
    after: bytes
    people: int
    state: State


_COLUMNS = [_job[name] for name in BulkJob.__slots__]


def _read(row: Row[Any]) -> BulkJob:
    values = dict(row._mapping)
    return BulkJob(**values | {"types": tuple(row.types.split()), "state": State(row.state)})


def ask(
    connection: Connection, program: str, types: Sequence[str], since_s: int | None, now_s: int
) -> BulkJob | None:
    """An export to be written; one that waits already for the same is the same. None where too
    many wait."""
    words = " ".join(types)
    waits = select(*_COLUMNS).where(_job.state == State.WAITING)
    for row in connection.execute(waits.where(_job.program == program, _job.types == words)):
        if row.since_s == since_s:
            return _read(row)
    number = select(func.count()).select_from(bulk_job).where(_job.state == State.WAITING)
    theirs = connection.execute(number.where(_job.program == program)).scalar_one()
    if theirs >= MOST_OPEN or connection.execute(number).scalar_one() >= MOST_OPEN_IN_ALL:
        return None
    made = BulkJob(
        secrets.token_hex(16), program, tuple(types), since_s, now_s, None, b"", 0, State.WAITING
    )
    values = {name: getattr(made, name) for name in BulkJob.__slots__}
    connection.execute(insert(bulk_job).values(**values | {"types": words}))
    return made


def find(connection: Connection, id_: str, program: str) -> BulkJob | None:
    """One of a program's own that was not dropped."""
    mine = _job.id == id_, _job.program == program, _job.state != State.DROPPED
    row = connection.execute(select(*_COLUMNS).where(*mine)).first()
    return _read(row) if row else None


def next_waiting(connection: Connection) -> BulkJob | None:
    """The one that was asked for first."""
    waits = select(*_COLUMNS).where(_job.state == State.WAITING).order_by(_job.asked_s, _job.id)
    row = connection.execute(waits.limit(1)).first()
    return _read(row) if row else None


def counts(connection: Connection, job: BulkJob) -> dict[str, int]:
    """How many lines of each kind are written."""
    rows = select(_piece.kind, func.sum(_piece.lines)).where(_piece.job == job.id)
    summed = connection.execute(rows.group_by(_piece.kind))
    found = {kind: int(lines) for kind, lines in summed}
    return {kind: found[kind] for kind in job.types if found.get(kind)}


class Vanished(Exception):
    """An export was forgotten while somebody fetched it, perhaps because somebody was erased."""


def content_of(store: Store, job: BulkJob, kind: str, lines: int) -> Iterator[bytes]:
    """Everything of one kind, piece by piece; no transaction stays open between them.

    Raises Vanished where it is gone before so many lines: half a file must not look whole.
    """
    number, left = 0, lines
    same = select(bulk_piece).where(_piece.job == job.id, _piece.kind == kind)
    while left > 0:
        following = same.where(_piece.number >= number).order_by(_piece.number).limit(1)
        with store.reading() as connection:
            row = connection.execute(following).first()
        if row is None:
            raise Vanished
        yield zstandard.decompress(row.content, max_output_size=_MOST_PIECE)
        number, left = row.number + 1, left - row.lines


def add_piece(
    connection: Connection, job: BulkJob, number: int, kind: str, lines: Sequence[str]
) -> None:
    """Some lines more."""
    content = zstandard.compress("".join(f"{line}\n" for line in lines).encode())
    row = {"job": job.id, "kind": kind, "number": number, "lines": len(lines), "content": content}
    connection.execute(insert(bulk_piece).values(**row))


def change(connection: Connection, job: BulkJob, **values: object) -> bool:
    """Note how far it is; whether it still waits, and is where this process saw it."""
    same = _job.id == job.id, _job.state == State.WAITING, _job.after == job.after
    return connection.execute(update(bulk_job).where(*same).values(**values)).rowcount == 1


def drop(connection: Connection, job: BulkJob) -> None:
    """Nobody wants it any more."""
    same = _job.id == job.id
    connection.execute(update(bulk_job).where(same).values(state=State.DROPPED))


def forget(connection: Connection, now_s: int) -> None:
    """What was dropped, and what was written a day ago, goes."""
    old = (_job.state == State.DROPPED) | (_job.ended_s < now_s - KEPT_S)
    gone = list(connection.execute(select(_job.id).where(old)).scalars())
    for id_ in gone:
        connection.execute(delete(bulk_piece).where(_piece.job == id_))
        connection.execute(delete(bulk_job).where(_job.id == id_))


def forget_all(connection: Connection) -> None:
    """Somebody was erased who may stand in any of them: programs ask anew."""
    connection.execute(delete(bulk_piece))
    connection.execute(delete(bulk_job))
