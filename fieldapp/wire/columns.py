"""Turns events into columns and back: the same field of all events side by side packs far better.

    payload = [kinds, order, walls, lags, users, who, flags, tables, gone]
    kinds   = [[type, version]...]        order = one byte an event: its index in kinds
    walls   = wall_s as a numbers column  lags  = wall_s - uptime_s, the same way
    users   = logins                      who   = one byte an event: its index in users
    flags   = one byte an event           tables = for each kind, its fields as columns
    gone    = [[index, commitment]...]    events whose body was erased

A body is told field by field, trailing nulls added; `wire.column` packs one column. Before that,
references to events of the same epoch become distances, and the minute a dose was given becomes a
distance from the minute it was written down.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from fieldapp.wire import cbor, events
from fieldapp.wire.column import Column, pack, unpack
from fieldapp.wire.errors import Undecodable, WireError

Part = tuple[bytes, bytes | None, bytes | None]
_REFERENCES = frozenset({"client", "dose", "vial", "one", "other", "event"})
_MINUTES = "occurred_min"
_MOST_KINDS = 255


class NotColumnar(Exception):
    """These events cannot be told as columns; they travel plain."""


def to_columns(base_seq: int, parts: Sequence[Part]) -> list[object]:
    """Raises NotColumnar for events not known here, or written in an unusual way."""
    try:
        headers = [events.decode_header(header) for header, _, _ in parts]
    except WireError as error:
        raise NotColumnar from error
    kinds = sorted({(h.type, h.version) for h in headers})
    users = sorted({h.user for h in headers})
    if len(users) > _MOST_KINDS or any(not 0 <= h.flags <= 255 for h in headers):
        raise NotColumnar
    order = [kinds.index((h.type, h.version)) for h in headers]
    tables = []
    for number, kind in enumerate(kinds):
        rows = [
            _told(base_seq + at, headers[at], kind, parts[at][1] or b"")
            for at, of in enumerate(order)
            if of == number and parts[at][1] is not None
        ]
        tables.append([pack(list(column)) for column in zip(*rows, strict=True)])
    return [
        [list(kind) for kind in kinds],
        bytes(order),
        pack([h.wall_s for h in headers]),
        pack([h.wall_s - h.uptime_s for h in headers]),
        users,
        bytes(users.index(h.user) for h in headers),
        bytes(h.flags for h in headers),
        tables,
        [[at, commitment] for at, (_, body, commitment) in enumerate(parts) if body is None],
    ]


def _told(seq: int, header: events.Header, kind: tuple[int, int], body: bytes) -> list[object]:
    names = events.field_names(*kind)
    try:
        values = cbor.loads(body, max_bytes=events.MAX_BODY_BYTES)
    except WireError as error:
        raise NotColumnar from error
    if names is None or not isinstance(values, list) or len(values) > len(names):
        raise NotColumnar
    padded = [*values, *[None] * (len(names) - len(values))]
    return [_nearer(name, value, seq, header) for name, value in zip(names, padded, strict=True)]


def _nearer(name: str, value: object, seq: int, header: events.Header) -> object:
    if isinstance(value, int) and not isinstance(value, bool):
        if name in _REFERENCES:
            return seq - value
        if name == _MINUTES:
            return value - header.wall_s // 60
    return value


def _farther(name: str, value: object, seq: int, header: events.Header) -> object:
    if isinstance(value, int) and not isinstance(value, bool):
        if name in _REFERENCES:
            return seq - value
        if name == _MINUTES:
            return value + header.wall_s // 60
    return value


def from_columns(base_seq: int, payload: object) -> list[Part]:
    """The exact events again. Raises Undecodable."""
    match payload:
        case [list(kinds), bytes(order), list(walls), list(lags), list(users), bytes(who),
              bytes(flags), list(tables), list(gone)] if len(tables) == len(kinds):  # fmt: skip
            count = len(order)
            if not len(who) == len(flags) == count:
                raise _nonsense()
            times = zip(unpack(walls, count), unpack(lags, count), strict=True)
            headers = [
                _header(kinds, users, kind, time, user, flag)
                for kind, time, user, flag in zip(order, times, who, flags, strict=True)
            ]
            return _parts(base_seq, headers, order, tables, _erased(gone))
    raise _nonsense()


def _header(
    kinds: list[object], users: list[object], kind: int, time: tuple[object, object], user: int,
    flags: int,
) -> events.Header:  # fmt: skip
    if kind >= len(kinds) or user >= len(users):
        raise _nonsense()
    match kinds[kind], users[user], time:
        case [int(number), int(version)], str(login), (int(wall_s), int(lag)):
            return events.Header(number, version, wall_s, wall_s - lag, login, flags)
    raise _nonsense()


def _erased(gone: list[object]) -> dict[int, bytes]:
    erased = {}
    for item in gone:
        match item:
            case [int(at), bytes(commitment)]:
                erased[at] = commitment
            case _:
                raise _nonsense()
    return erased


def _parts(
    base_seq: int, headers: list[events.Header], order: bytes, tables: list[object],
    erased: dict[int, bytes],
) -> list[Part]:  # fmt: skip
    rows = []
    for number, table in enumerate(tables):
        count = sum(of == number and at not in erased for at, of in enumerate(order))
        if not isinstance(table, list):
            raise _nonsense()
        columns = [unpack(cast(Column, column), count) for column in table]
        rows.append(iter(zip(*columns, strict=True)))
    parts: list[Part] = []
    for at, (of, header) in enumerate(zip(order, headers, strict=True)):
        if at in erased:
            parts.append((events.encode_header(header), None, erased[at]))
        else:
            row = next(rows[of], None)
            if row is None:
                raise _nonsense()
            parts.append((events.encode_header(header), _body(base_seq + at, header, row), None))
    return parts


def _body(seq: int, header: events.Header, row: Sequence[object]) -> bytes:
    names = events.field_names(header.type, header.version)
    if names is None or len(names) != len(row):
        raise Undecodable(what="page", why="it tells a kind of event in columns not known here")
    values = [_farther(n, value, seq, header) for n, value in zip(names, row, strict=True)]
    while values and values[-1] is None:
        values.pop()
    return cbor.dumps(values)


def _nonsense() -> Undecodable:
    return Undecodable(what="page", why="its columns do not fit together")
