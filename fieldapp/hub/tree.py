"""The tree of each device's epochs: which events it holds, where branches end, what joins where.

Works on stored frames alone, so that nothing acknowledged depends on the folded tables. A frame may
begin in the middle of a stored one: after a lost reply, or where a copied laptop parted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from fieldapp.hub import postgres, schema
from fieldapp.hub.frame_table import UNNUMBERED
from fieldapp.hub.store import newest_place
from fieldapp.wire import chain
from fieldapp.wire.frame import Entry, decode_frame, replay
from fieldapp.wire.messages import HeadHeld

_frame, _tip = schema.frame.c, schema.tip.c
_NEWEST_IN_A_ROW = 8
# built once: building them costs more than the database needs to answer
_TIPS = select(_tip.hash, _tip.seq).where(
    _tip.device == bindparam("device"), _tip.epoch == bindparam("epoch")
)
_PIECES = select(_frame.no, _frame.device, _frame.epoch, _frame.previous, _frame.body).where(
    _frame.device == bindparam("device"), _frame.epoch == bindparam("epoch")
)
_REACHING = _PIECES.where(
    _frame.last_seq >= bindparam("seq"),
    _frame.base_seq <= bindparam("seq"),
    _frame.place.is_not(None),
).order_by(_frame.last_seq)
_ORPHANS = _PIECES.where(_frame.place.is_(None))
_PLACE = update(schema.frame).where(
    _frame.device == bindparam("its_device"), _frame.no == bindparam("its_no")
)
_FORGET_TIP = delete(schema.tip).where(
    _tip.device == bindparam("device"), _tip.hash == bindparam("hash")
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


def holds(connection: Connection, head: HeadHeld) -> bool:
    """Whether an event is in the tree; h_0 of an epoch always is."""
    if head.seq == 0:
        return head.hash == chain.genesis(head.epoch)
    ends = tips(connection, head.device, head.epoch)
    if head.hash in ends:
        return True
    return head.seq < max(ends.values(), default=0) and any(
        entry.id == head.hash
        for piece in _reaching(connection, head)
        for entry in piece.entries
        if entry.seq == head.seq
    )


def held_at(connection: Connection, device: int, epoch: bytes, seq: int) -> set[bytes]:
    """The ids of the events of this number, one a branch; empty where the tree does not reach."""
    where = HeadHeld(device, epoch, seq, b"")
    pieces = _reaching(connection, where)
    return {e.id for piece in pieces for e in piece.entries if e.seq == seq}


def tips(connection: Connection, device: int, epoch: bytes) -> dict[bytes, int]:
    """The last events of all branches of an epoch, with their sequence numbers."""
    found = connection.execute(_TIPS, {"device": device, "epoch": epoch})
    return {hash_: seq for hash_, seq in found}


def next_place(connection: Connection) -> int:
    """The place of a frame that joins the tree now.

    On a server many join at once; the next fold numbers them, so that they need not wait in a row.
    """
    return UNNUMBERED if postgres.is_server(connection) else 1 + newest_place(connection)


def join(connection: Connection, piece: Piece) -> None:
    """Let the tree grow by a frame stored with its place, and by every orphan that follows."""
    _move_tip(connection, piece)
    waiting = _orphans_of(connection, piece)
    while waiting:
        _, piece = waiting.popitem()
        if not holds(connection, piece.end):
            _move_tip(connection, piece)
        place = {"place": next_place(connection)}
        connection.execute(_PLACE, {"its_device": piece.device, "its_no": piece.no, **place})
        waiting |= _orphans_of(connection, piece)


def _move_tip(connection: Connection, piece: Piece) -> None:
    within = {piece.previous, *(entry.id for entry in piece.entries)}
    for hash_ in tips(connection, piece.device, piece.epoch).keys() & within:
        connection.execute(_FORGET_TIP, {"device": piece.device, "hash": hash_})
    end = piece.end
    values = {"hash": end.hash, "device": end.device, "epoch": end.epoch, "seq": end.seq}
    connection.execute(_NEW_TIP, values)


def _orphans_of(connection: Connection, piece: Piece) -> dict[int, Piece]:
    """The stored frames that follow one of its events, by their number."""
    ids = {entry.id for entry in piece.entries}
    rows = connection.execute(_ORPHANS, {"device": piece.device, "epoch": piece.epoch}).all()
    return {row.no: _piece(*row) for row in rows if row.previous in ids}


def _reaching(connection: Connection, head: HeadHeld) -> Iterator[Piece]:
    """Frames of the tree that hold an event of this number, those that end with it first."""
    where = {"device": head.device, "epoch": head.epoch, "seq": head.seq}
    for row in connection.execute(_REACHING, where).all():
        yield _piece(*row)


def _piece(no: int, device: int, epoch: bytes, previous: bytes, body: bytes) -> Piece:
    return Piece(no, device, epoch, previous, replay(decode_frame(body)))


def furthest(connection: Connection, head: HeadHeld) -> HeadHeld:
    """How far the tree goes on from an event of it, as long as nobody can doubt where.

    The end of its branch when only one branch holds it, otherwise the event itself.
    """
    ends = tips(connection, head.device, head.epoch)
    if head.hash in ends:
        return head
    beyond = [
        HeadHeld(head.device, head.epoch, seq, hash_)
        for hash_, seq in ends.items()
        if len(ends) == 1
        or _descends(connection, HeadHeld(head.device, head.epoch, seq, hash_), head)
    ]
    return beyond[0] if len(beyond) == 1 else head


def _descends(connection: Connection, later: HeadHeld, earlier: HeadHeld) -> bool:
    """Walk from an event towards the root, a stored frame at a time."""
    while later.seq > earlier.seq:
        piece = next(
            piece
            for piece in _reaching(connection, later)
            if any(entry.id == later.hash for entry in piece.entries)
        )
        for entry in piece.entries:
            if entry.seq == earlier.seq:
                return entry.id == earlier.hash
        later = piece.parent
    return later.hash == earlier.hash


def newest(connection: Connection, device: int, epoch: bytes) -> list[HeadHeld]:
    """Ends of stored frames, newest first, further and further apart; h_0 last.

    Enough for a laptop to find, in one answer, an event that both sides have.
    """
    rows = connection.execute(_ENDS, {"device": device, "epoch": epoch}).all()
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
