"""Turns events into columns and back: the same field of all events side by side packs far better.

    payload = [kinds, order, walls, lags, users, who, flags, tables, gone]
    kinds   = [[type, version, references, minutes]...]
    order   = one byte an event: its index in kinds
    walls   = wall_s as a column          lags  = wall_s - uptime_s, the same way
    users   = logins                      who   = one byte an event: its index in users
    flags   = one byte an event           tables = for each kind, its fields as columns
    gone    = [[index, commitment]...]    events whose body was erased

A body is told field by field, trailing nulls added; `wire.column` packs one column. `references`
and `minutes` list the fields told otherwise than they are: a reference as the distance back from
the event's own number, a minute as the distance from the minute the event was written down. They
travel, so that whoever unpacks need not know the type: newer events ride in columns too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from fieldapp.wire import cbor, chain, events
from fieldapp.wire.column import MAX_ROWS, pack, unpack
from fieldapp.wire.errors import TooLong, Undecodable, WireError
from fieldapp.wire.fields import Fields

Part = tuple[bytes, bytes | None, bytes | None]
"""An event in a frame: exact header, exact body (None when erased), commitment (only then)."""

_REFERENCES = frozenset({"client", "dose", "vial", "one", "other", "event"})
_MINUTES = frozenset({"occurred_min"})
_MOST_KINDS = _MOST_USERS = 255
_MOST_FIELDS = 64


class NotColumnar(Exception):
    """These events cannot be told as columns; they travel plain."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """A type and version, and which of its fields are told as distances."""

    type: int
    version: int
    references: tuple[int, ...]
    minutes: tuple[int, ...]

    def turned(self, values: list[object], seq: int, wall_s: int, sign: int) -> list[object]:
        """Fields to distances (sign 1) or back (sign -1)."""
        for at in self.references:
            value = values[at] if at < len(values) else None
            if type(value) is int:
                values[at] = seq - value
        for at in self.minutes:
            value = values[at] if at < len(values) else None
            if type(value) is int:
                values[at] = value - sign * (wall_s // 60)
        return values


def to_columns(base_seq: int, parts: Sequence[Part]) -> list[object]:
    """Raises NotColumnar for events written in an unusual way."""
    try:
        headers = [events.decode_header(header) for header, _, _ in parts]
        bodies = [None if body is None else _values(body) for _, body, _ in parts]
    except WireError as error:
        raise NotColumnar from error
    kinds = sorted({(h.type, h.version) for h in headers})
    users = sorted({h.user for h in headers})
    few = len(kinds) <= _MOST_KINDS and len(users) <= _MOST_USERS
    if not few or any(not 0 <= h.flags <= 255 for h in headers):
        raise NotColumnar
    order = bytes(kinds.index((h.type, h.version)) for h in headers)
    told = [_kind(*kind) for kind in kinds]
    return [
        [[k.type, k.version, list(k.references), list(k.minutes)] for k in told],
        order,
        pack([h.wall_s for h in headers]),
        pack([h.wall_s - h.uptime_s for h in headers]),
        users,
        bytes(users.index(h.user) for h in headers),
        bytes(h.flags for h in headers),
        [_table(base_seq, n, kind, order, headers, bodies) for n, kind in enumerate(told)],
        [[at, commitment] for at, (_, body, commitment) in enumerate(parts) if body is None],
    ]


def _values(body: bytes) -> list[object]:
    values = cbor.loads(body, max_bytes=events.MAX_BODY_BYTES)
    if not isinstance(values, list) or len(values) > _MOST_FIELDS:
        raise NotColumnar
    return values


def _kind(number: int, version: int) -> _Kind:
    names = events.field_names(number, version) or ()
    references = tuple(at for at, name in enumerate(names) if name in _REFERENCES)
    minutes = tuple(at for at, name in enumerate(names) if name in _MINUTES)
    return _Kind(number, version, references, minutes)


def _table(
    base_seq: int, number: int, kind: _Kind, order: bytes,
    headers: Sequence[events.Header], bodies: Sequence[list[object] | None],
) -> list[object]:  # fmt: skip
    rows = [
        kind.turned(values, base_seq + at, headers[at].wall_s, 1)
        for at, values in enumerate(bodies)
        if order[at] == number and values is not None
    ]
    return [pack(list(column)) for column in zip_longest(*rows)]


def from_columns(base_seq: int, payload: object) -> Iterator[Part]:
    """The exact events again, one by one. Raises Undecodable, possibly only when iterated."""
    fields = Fields(payload, "page", 9)
    kinds = fields.all(_read_kind, _MOST_KINDS)
    order = fields.bytes(most=MAX_ROWS)
    walls, lags = unpack(fields.item(), len(order)), unpack(fields.item(), len(order))
    users = fields.all(_as_it_is, _MOST_USERS)
    who, flags = fields.bytes(len(order)), fields.bytes(len(order))
    tables = fields.all(_as_it_is, len(kinds))
    gone = dict(fields.all(_erased, len(order)))
    times = zip(walls, lags, strict=True)
    rows = _rows(kinds, tables, bytes(of for at, of in enumerate(order) if at not in gone))
    for at, (of, (wall_s, lag), user, flag) in enumerate(
        zip(order, times, who, flags, strict=True)
    ):
        if of >= len(kinds) or user >= len(users):
            raise _nonsense()
        header = _header(kinds[of], wall_s, lag, users[user], flag)
        told = _told(header)
        if at in gone:
            yield told, None, gone[at]
        else:
            values = kinds[of].turned(next(rows[of]), base_seq + at, header.wall_s, -1)
            yield told, _body(values), None


def _rows(
    kinds: Sequence[_Kind], tables: Sequence[object], order: bytes
) -> list[Iterator[list[object]]]:
    """For each kind its bodies, field by field, in the order of the events."""
    if len(tables) != len(kinds):
        raise _nonsense()
    rows = []
    for number, table in enumerate(tables):
        count = order.count(number)
        if not isinstance(table, list) or len(table) > _MOST_FIELDS:
            raise _nonsense()
        columns = [unpack(column, count) for column in table]
        rows.append(iter([[column[at] for column in columns] for at in range(count)]))
    return rows


def _header(kind: _Kind, wall_s: object, lag: object, user: object, flags: int) -> events.Header:
    if type(wall_s) is int and type(lag) is int and isinstance(user, str):
        return events.Header(kind.type, kind.version, wall_s, wall_s - lag, user, flags)
    raise _nonsense()


def _told(header: events.Header) -> bytes:
    try:
        return events.encode_header(header)
    except TooLong as error:
        raise _nonsense() from error


def _body(values: list[object]) -> bytes:
    while values and values[-1] is None:
        values.pop()
    return cbor.dumps(values)


def _read_kind(item: object) -> _Kind:
    fields = Fields(item, "page", 4)
    number, version = fields.time(), fields.time()
    return _Kind(number, version, fields.all(_place, 16), fields.all(_place, 16))


def _place(item: object) -> int:
    return Fields([item], "page", 1).number(most=_MOST_FIELDS)


def _erased(item: object) -> tuple[int, bytes]:
    fields = Fields(item, "page", 2)
    return fields.number(most=MAX_ROWS), fields.bytes(chain.HASH_BYTES)


def _as_it_is(item: object) -> object:
    return item


def _nonsense() -> Undecodable:
    return Undecodable(what="page", why="its columns do not fit together")
