"""The tree of each device's epochs: which events it holds, where branches end, what joins where.

Works on stored frames alone, so that nothing acknowledged depends on the folded tables. A frame may
begin in the middle of a stored one: after a lost reply, or where a copied laptop parted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlalchemy import (
    Connection,
    Label,
    bindparam,
    insert,
    literal_column,
    select,
    union_all,
    update,
)

from fieldapp.hub import postgres, schema
from fieldapp.hub.columns import Big
from fieldapp.hub.frame_table import UNNUMBERED
from fieldapp.hub.store import newest_place
from fieldapp.wire import chain
from fieldapp.wire.frame import Entry, decode_frame, replay
from fieldapp.wire.messages import HeadHeld

_frame, _tip = schema.frame.c, schema.tip.c
_NEWEST_IN_A_ROW = 8
# built once: building them costs more than the database needs to answer
_PIECES = select(_frame.no, _frame.device, _frame.epoch, _frame.previous, _frame.body).where(
    _frame.device == bindparam("device"), _frame.epoch == bindparam("epoch")
)
_REACHING = _PIECES.where(
    _frame.last_seq >= bindparam("seq"),
    _frame.base_seq <= bindparam("seq"),
    _frame.place.is_not(None),
).order_by(_frame.last_seq)
_ORPHAN = _PIECES.where(_frame.no == bindparam("no"))
_IN_THE_TREE: Label[int] = literal_column("0", Big).label("orphan")
_LOOK = union_all(
    select(_tip.hash, _tip.seq, _IN_THE_TREE).where(
        _tip.device == bindparam("device"), _tip.epoch == bindparam("epoch")
    ),
    select(_frame.previous, _frame.base_seq, _frame.no).where(
        _frame.device == bindparam("device"),
        _frame.epoch == bindparam("epoch"),
        _frame.place.is_(None),
    ),
)
_PLACE = update(schema.frame).where(
    _frame.device == bindparam("its_device"), _frame.no == bindparam("its_no")
)
_MOVE_TIP = update(schema.tip).where(
    _tip.device == bindparam("its_device"), _tip.hash == bindparam("its_hash")
)
_NEW_TIP = insert(schema.tip)
_ENDS = (
    select(_frame.last_seq, _frame.last_hash)
    .where(
        _frame.device == bindparam("device"),
        _frame.epoch == bindparam("epoch"),
        _frame.place.is_not(None),
    )
    .distinct()
    .order_by(_frame.last_seq.desc(), _frame.last_hash)
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stored frame and its events."""

    no: int
    device: int
    epoch: bytes
    previous: bytes
    entries: list[Entry]

    @property
    def end(self) -> HeadHeld:
        """Its last event."""
        last = self.entries[-1]
        return HeadHeld(self.device, self.epoch, last.seq, last.id)

    @property
    def parent(self) -> HeadHeld:
        """The event it follows."""
        return HeadHeld(self.device, self.epoch, self.entries[0].seq - 1, self.previous)


@dataclass(slots=True)
class _Epoch:
    """The ends of its branches with their numbers; its orphans, each with the event it follows;
    and what else was found to be in the tree."""

    ends: dict[bytes, int]
    orphans: dict[int, bytes]
    inner: dict[bytes, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Trees:
    """The trees as one transaction sees and changes them. Each epoch is looked at once: nobody else
    changes it until the transaction ends, which has the device to itself or sees one moment."""

    connection: Connection
    _seen: dict[tuple[int, bytes], _Epoch] = field(default_factory=dict)

    def of(self, device: int, epoch: bytes) -> _Epoch:
        """What there is of an epoch; to be kept true by whoever changes it."""
        seen = self._seen.get((device, epoch))
        if seen is None:
            seen = self._seen[device, epoch] = _look(self.connection, device, epoch)
        return seen


def _look(connection: Connection, device: int, epoch: bytes) -> _Epoch:
    rows = connection.execute(_LOOK, {"device": device, "epoch": epoch}).all()
    return _Epoch(
        {hash_: seq for hash_, seq, orphan in rows if not orphan},
        {orphan: previous for previous, _, orphan in rows if orphan},
    )


def holds(trees: Trees, head: HeadHeld) -> bool:
    """Whether an event is in the tree; h_0 of an epoch always is."""
    if head.seq == 0:
        return head.hash == chain.genesis(head.epoch)
    epoch = trees.of(head.device, head.epoch)
    if head.seq in (epoch.ends.get(head.hash), epoch.inner.get(head.hash)):
        return True
    if head.seq < max(epoch.ends.values(), default=0):
        found = held_at(trees, head.device, head.epoch, head.seq)
        epoch.inner |= dict.fromkeys(found, head.seq)
    return epoch.inner.get(head.hash) == head.seq


def held_at(trees: Trees, device: int, epoch: bytes, seq: int) -> set[bytes]:
    """The ids of the events of this number, one a branch; empty where the tree does not reach."""
    where = HeadHeld(device, epoch, seq, b"")
    pieces = _reaching(trees, where)
    return {e.id for piece in pieces for e in piece.entries if e.seq == seq}


def tips(trees: Trees, device: int, epoch: bytes) -> dict[bytes, int]:
    """The last events of all branches of an epoch, with their sequence numbers."""
    return trees.of(device, epoch).ends


def next_place(connection: Connection) -> int:
    """The place of a frame that joins the tree now.

    On a server many join at once; the next fold numbers them, so that they need not wait in a row.
    """
    return UNNUMBERED if postgres.is_server(connection) else 1 + newest_place(connection)


def join(trees: Trees, piece: Piece) -> None:
    """Let the tree grow by a frame stored with its place, and by every orphan that follows."""
    _move_tip(trees, piece)
    waiting = _orphans_of(trees, piece)
    while waiting:
        no, piece = waiting.popitem()
        if not holds(trees, piece.end):
            _move_tip(trees, piece)
        place = {"place": next_place(trees.connection)}
        trees.connection.execute(_PLACE, {"its_device": piece.device, "its_no": no, **place})
        del trees.of(piece.device, piece.epoch).orphans[no]
        waiting |= _orphans_of(trees, piece)


def _move_tip(trees: Trees, piece: Piece) -> None:
    """The end of a branch goes on to the end of a piece; one from within is another branch."""
    epoch, end = trees.of(piece.device, piece.epoch), piece.end
    ends, within = epoch.ends, {entry.id: entry.seq for entry in piece.entries}
    before = next((hash_ for hash_ in (piece.previous, *within) if hash_ in ends), None)
    values = {"hash": end.hash, "seq": end.seq}
    if before is None:
        values |= {"device": end.device, "epoch": end.epoch}
        trees.connection.execute(_NEW_TIP, values)
    else:
        same = {"its_device": piece.device, "its_hash": before}
        trees.connection.execute(_MOVE_TIP, values | same)
        del ends[before]
    ends[end.hash] = end.seq
    epoch.inner |= within


def _orphans_of(trees: Trees, piece: Piece) -> dict[int, Piece]:
    """The stored frames that follow one of its events, by their number."""
    orphans = trees.of(piece.device, piece.epoch).orphans
    if not orphans:
        return {}
    ids = {entry.id for entry in piece.entries}
    where = {"device": piece.device, "epoch": piece.epoch}
    rows = [
        trees.connection.execute(_ORPHAN, {**where, "no": no}).one()
        for no, previous in orphans.items()
        if previous in ids
    ]
    return {row.no: _piece(*row) for row in rows}


def _reaching(trees: Trees, head: HeadHeld) -> Iterator[Piece]:
    """Frames of the tree that hold an event of this number, those that end with it first."""
    where = {"device": head.device, "epoch": head.epoch, "seq": head.seq}
    for row in trees.connection.execute(_REACHING, where).all():
        yield _piece(*row)


def _piece(no: int, device: int, epoch: bytes, previous: bytes, body: bytes) -> Piece:
    return Piece(no, device, epoch, previous, replay(decode_frame(body)))


def furthest(trees: Trees, head: HeadHeld) -> HeadHeld:
    """How far the tree goes on from an event of it, as long as nobody can doubt where.

    The end of its branch when only one branch holds it, otherwise the event itself.
    """
    ends = tips(trees, head.device, head.epoch)
    if head.hash in ends:
        return head
    beyond = [
        HeadHeld(head.device, head.epoch, seq, hash_)
        for hash_, seq in ends.items()
        if len(ends) == 1 or _descends(trees, HeadHeld(head.device, head.epoch, seq, hash_), head)
    ]
    return beyond[0] if len(beyond) == 1 else head


def _descends(trees: Trees, later: HeadHeld, earlier: HeadHeld) -> bool:
    """Walk from an event towards the root, a stored frame at a time."""
    while later.seq > earlier.seq:
        piece = next(
            piece
            for piece in _reaching(trees, later)
            if any(entry.id == later.hash for entry in piece.entries)
        )
        for entry in piece.entries:
            if entry.seq == earlier.seq:
                return entry.id == earlier.hash
        later = piece.parent
    return later.hash == earlier.hash


def newest(trees: Trees, device: int, epoch: bytes) -> list[HeadHeld]:
    """Ends of stored frames, newest first, further and further apart; h_0 last.

    Enough for a laptop to find, in one answer, an event that both sides have.
    """
    rows = trees.connection.execute(_ENDS, {"device": device, "epoch": epoch}).all()
    chosen = [rows[at] for at in _spread(len(rows))]
    heads = [HeadHeld(device, epoch, seq, hash_) for seq, hash_ in chosen]
    return [*heads, HeadHeld(device, epoch, 0, chain.genesis(epoch))]


def _spread(count: int) -> Iterator[int]:
    at, step = 0, 1
    while at < count:
        yield at
        if at >= _NEWEST_IN_A_ROW:
            step *= 2
        at += step
