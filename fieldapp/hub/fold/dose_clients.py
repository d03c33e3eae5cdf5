"""The registrations that dose records are about, found for many records at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select

from fieldapp.hub import schema
from fieldapp.hub.fold.events import Seen, resolve
from fieldapp.hub.fold.records import Record
from fieldapp.hub.fold.rows import chunks, rows_in
from fieldapp.hub.fold.rules import BAD_REFERENCE, Doubt, dangling
from fieldapp.wire.facts import Ref

_client, _event = schema.client.c, schema.event.c
_NUMBERED = select(_event.seq, _event.id).where(
    _event.device == bindparam("device"),
    _event.epoch == bindparam("epoch"),
    _event.seq.in_(bindparam("numbers", expanding=True)),
)


@dataclass(frozen=True, slots=True)
class ClientRow:
    """What a dose needs to know of its client."""

    id: bytes
    counts: bool
    birth_day: int | None
    contest: str | None
    erased: bool


def find_clients(
    connection: Connection, refs: Sequence[tuple[Record, Ref]], seen: Seen
) -> dict[bytes, ClientRow | Doubt]:
    """By record, its client, or why there is none."""
    ids = _resolve_all(connection, refs, seen)
    clients = _load(connection, {id_ for id_ in ids.values() if id_ is not None})
    found: dict[bytes, ClientRow | Doubt] = {}
    for record, ref in refs:
        id_ = ids[record.id]
        if id_ is None:
            found[record.id] = dangling(ref) if isinstance(ref, bytes) else BAD_REFERENCE
        else:
            found[record.id] = clients.get(id_, BAD_REFERENCE)
    return found


def _resolve_all(
    connection: Connection, refs: Sequence[tuple[Record, Ref]], seen: Seen
) -> dict[bytes, bytes | None]:
    """By record, the id of the event it refers to."""
    found: dict[bytes, bytes | None] = {
        record.id: near
        for record, ref in refs
        if isinstance(ref, int) and (near := seen.before(record.id, ref)) is not None
    }
    far = [(record, ref) for record, ref in refs if record.id not in found]
    numbers = _by_number(connection, far)
    for record, ref in far:
        alike = numbers.get((record.device, record.epoch, ref)) if isinstance(ref, int) else None
        if alike is not None and len(alike) == 1 and isinstance(ref, int) and ref < record.seq:
            found[record.id] = alike[0]
        else:
            found[record.id] = resolve(connection, ref, record.id, seen)
    return found


def _by_number(
    connection: Connection, refs: Iterable[tuple[Record, Ref]]
) -> dict[tuple[int, bytes, Ref], list[bytes]]:
    wanted: dict[tuple[int, bytes], set[int]] = defaultdict(set)
    for record, ref in refs:
        if isinstance(ref, int):
            wanted[record.device, record.epoch].add(ref)
    found: dict[tuple[int, bytes, Ref], list[bytes]] = defaultdict(list)
    for (device, epoch), numbers in wanted.items():
        for chunk in chunks(numbers):
            wanted_now = {"device": device, "epoch": epoch, "numbers": chunk}
            for seq, id_ in connection.execute(_NUMBERED, wanted_now):
                found[device, epoch, seq].append(id_)
    return found


def _load(connection: Connection, ids: set[bytes]) -> dict[bytes, ClientRow]:
    columns = [_client.id, _client.counts, _client.birth_day, _client.contest]
    rows = rows_in(connection, columns, _client.id, ids)
    gone = rows_in(connection, [_event.id, _event.erased], _event.id, {row.id for row in rows})
    erased = {id_ for id_, erased in gone if erased}
    return {
        row.id: ClientRow(row.id, bool(row.counts), row.birth_day, row.contest, row.id in erased)
        for row in rows
    }
