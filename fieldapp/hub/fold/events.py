"""Events as a fold sees them: placed in their tree, and found again by what refers to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from fieldapp.hub import schema
from fieldapp.hub.fold.rows import insert_rows, rows_in
from fieldapp.hub.tree import Piece
from fieldapp.wire.chain import REF_BYTES
from fieldapp.wire.errors import Undecodable
from fieldapp.wire.events import Header, decode_header
from fieldapp.wire.facts import Ref
from fieldapp.wire.frame import Entry, decode_frame, replay

_event, _frame = schema.event.c, schema.frame.c
UNREADABLE_TYPE = 0
_WANTED = (
    _frame.place, _frame.no, _frame.device, _frame.epoch, _frame.previous, _frame.body,
    _frame.received_s, _frame.late,
)  # fmt: skip
_AT_PLACES = (
    select(*_WANTED)
    .where(_frame.place.between(bindparam("first"), bindparam("last")))
    .order_by(_frame.place)
)
_TYPE = select(_event.type).where(_event.id == bindparam("id"))
_WHERE = select(_event.device, _event.epoch, _event.parent, _event.seq).where(
    _event.id == bindparam("id")
)
_NUMBERED = select(_event.id).where(
    _event.device == bindparam("device"),
    _event.epoch == bindparam("epoch"),
    _event.seq == bindparam("seq"),
)
_BY_REF = {
    column: select(_event.id).where(column == bindparam("ref"))
    for column in (_event.ref, _event.id)
}
_MOST_TYPE = _MOST_VERSION = 2**15
_LEAST_TIME, _MOST_TIME = -(2**31), 2**37
"""From 1901 to 6325: every zone's calendar has these."""


@dataclass(frozen=True, slots=True)
class Placed:
    """One event of a device's tree. `header` is None when it cannot be read."""

    id: bytes
    parent: bytes
    device: int
    epoch: bytes
    seq: int
    header: Header | None
    body: bytes | None
    received_s: int
    late: bool

    @property
    def type(self) -> int:
        """The event type, 0 when unreadable."""
        return self.header.type if self.header else UNREADABLE_TYPE


def place_events(piece: Piece, received_s: int, late: bool) -> list[Placed]:
    """The events of a frame of the tree."""
    placed: list[Placed] = []
    parent = piece.previous
    for entry in piece.entries:
        placed.append(_placed(entry, parent, piece.device, piece.epoch, received_s, late))
        parent = entry.id
    return placed


def _placed(
    entry: Entry, parent: bytes, device: int, epoch: bytes, received_s: int, late: bool
) -> Placed:
    header = _header(entry.header)
    return Placed(entry.id, parent, device, epoch, entry.seq, header, entry.body, received_s, late)


def _header(raw: bytes) -> Header | None:
    try:
        header = decode_header(raw)
    except Undecodable:
        return None
    numbered = 0 < header.type < _MOST_TYPE and 0 <= header.version < _MOST_VERSION
    sane = numbered and _LEAST_TIME <= header.wall_s < _MOST_TIME
    return header if sane and "\0" not in header.user else None


@dataclass(frozen=True, slots=True)
class Page:
    """What the frame at one place of the tree holds of events seen for the first time."""

    place: int
    fresh: Sequence[Placed]


@dataclass
class Seen:
    """The events of the pages that are being folded, at hand without asking the database. What is
    `to_come` is of a page that is not taken in yet: nothing before it may find it."""

    types: dict[bytes, int] = field(default_factory=dict)
    refs: dict[bytes, bytes] = field(default_factory=dict)
    runs: dict[bytes, tuple[int, Mapping[int, bytes]]] = field(default_factory=dict)
    to_come: set[bytes] = field(default_factory=set)

    def note(self, placed: Sequence[Placed], fresh: Iterable[Placed]) -> None:
        """A page's events follow one another, so that each finds those before it by number."""
        run = {event.seq: event.id for event in placed}
        for event in fresh:
            self.types[event.id] = event.type
            self.refs[event.id[:REF_BYTES]] = event.id
            self.runs[event.id] = event.seq, run
            self.to_come.add(event.id)

    def before(self, by: bytes, number: int) -> bytes | None:
        """The event of this number on the way to another, if one page brought both."""
        seq, run = self.runs.get(by, (0, {}))
        return run.get(number) if number < seq else None


def file_new(
    connection: Connection, pages: Mapping[int, Sequence[Placed]], seen: Seen
) -> list[Page]:
    """Give the new events of these pages, by place, their rows; each event once, whichever pages
    bring it, and as the first of them does: what comes bare later takes nothing away."""
    ids = {event.id for placed in pages.values() for event in placed}
    known = {row.id for row in rows_in(connection, [_event.id], _event.id, ids)}
    filed: list[Page] = []
    for place, placed in pages.items():
        fresh = [event for event in placed if event.id not in known]
        known |= {event.id for event in fresh}
        seen.note(placed, fresh)
        filed.append(Page(place, fresh))
    rows = [_row(event, page.place) for page in filed for event in page.fresh]
    insert_rows(connection, schema.event, rows)
    return filed


_NOTHING_SEEN = Seen()


def mark_erased(connection: Connection, ids: Iterable[bytes]) -> None:
    """These events' bodies are destroyed."""
    for id_ in ids:
        connection.execute(update(schema.event).where(_event.id == id_).values(erased=True))


def _row(event: Placed, place: int) -> dict[str, object]:
    return {
        "id": event.id,
        "ref": event.id[:REF_BYTES],
        "parent": event.parent,
        "device": event.device,
        "epoch": event.epoch,
        "seq": event.seq,
        "type": event.type,
        "place": place,
        "late": event.late,
        "erased": event.body is None,
    }


def type_of(connection: Connection, id_: bytes, seen: Seen = _NOTHING_SEEN) -> int:
    """The type of an event of the tree."""
    known = seen.types.get(id_)
    return int(connection.execute(_TYPE, {"id": id_}).scalar_one()) if known is None else known


def resolve(
    connection: Connection, ref: Ref, by: bytes, seen: Seen = _NOTHING_SEEN
) -> bytes | None:
    """The event that a reference means, made by an event of the tree; None when it is not here.

    A number means an event before it on the same branch; 16 bytes begin any event's id, 32 are one.
    """
    if isinstance(ref, bytes):
        id_ = _named(connection, ref, seen)
        return None if id_ in seen.to_come else id_
    return seen.before(by, ref) or _numbered(connection, ref, by)


def _named(connection: Connection, ref: bytes, seen: Seen) -> bytes | None:
    whole = seen.refs.get(ref[:REF_BYTES])
    if whole is not None and ref in (whole[:REF_BYTES], whole):
        return whole
    column = _event.ref if len(ref) == REF_BYTES else _event.id
    found = connection.execute(_BY_REF[column], {"ref": ref}).first()
    return None if found is None else bytes(found[0])


def _numbered(connection: Connection, ref: int, by: bytes) -> bytes | None:
    device, epoch, parent, seq = connection.execute(_WHERE, {"id": by}).one()
    if not 0 < ref < seq:
        return None
    numbered = {"device": device, "epoch": epoch, "seq": ref}
    candidates = connection.execute(_NUMBERED, numbered).all()
    if len(candidates) == 1:
        return bytes(candidates[0][0])
    return _ancestor(connection, device, epoch, parent, seq - 1, ref)


def _ancestor(
    connection: Connection, device: int, epoch: bytes, id_: bytes, seq: int, wanted: int
) -> bytes:
    """Walk up a branch of a forked epoch."""
    span = select(_event.id, _event.parent).where(
        _event.device == device, _event.epoch == epoch, _event.seq.between(wanted, seq)
    )
    parents = {row.id: row.parent for row in connection.execute(span)}
    for _ in range(seq - wanted):
        id_ = parents[id_]
    return id_


def read_again(connection: Connection, ids: Iterable[bytes]) -> list[Placed]:
    """Events of the tree with their bodies, from the frames that brought them, in tree order."""
    wanted: dict[int, set[bytes]] = {}
    for id_, place in rows_in(connection, [_event.id, _event.place], _event.id, ids):
        wanted.setdefault(place, set()).add(id_)
    return [
        event
        for place in sorted(wanted)
        for event in events_at(connection, place)
        if event.id in wanted[place]
    ]


def events_at(connection: Connection, place: int) -> list[Placed]:
    """The events of the frame at one place of the tree."""
    return events_between(connection, place, place)[place]


def events_between(connection: Connection, first: int, last: int) -> dict[int, list[Placed]]:
    """By place, in order, the events of the frames at these places of the tree."""
    rows = connection.execute(_AT_PLACES, {"first": first, "last": last})
    return {row.place: _events_of(row) for row in rows}


def _events_of(row: Any) -> list[Placed]:
    entries = replay(decode_frame(row.body))
    piece = Piece(row.no, row.device, row.epoch, row.previous, entries)
    return place_events(piece, row.received_s, bool(row.late))
