"""Erased events in stored frames, and in frames that come: body, salt and seed of the block go, so
that chain and seal still hold and nothing can be tried out against what is left."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select, update

from fieldapp.hub import schema
from fieldapp.hub.erasure.tables import erased_event
from fieldapp.hub.fold.rows import rows_in
from fieldapp.wire import chain
from fieldapp.wire.erasing import block_span, without
from fieldapp.wire.frame import Entry, Frame, decode_frame, encode_frame, replay

_frame, _erased = schema.frame.c, erased_event.c
_TOUCHING = select(_frame.no, _frame.body).where(
    _frame.device == bindparam("device"),
    _frame.epoch == bindparam("epoch"),
    _frame.last_seq >= bindparam("first"),
    _frame.base_seq <= bindparam("last"),
)
_REWRITE = update(schema.frame).where(
    _frame.device == bindparam("its_device"), _frame.no == bindparam("its_no")
)
_ERASED_NEAR = select(_erased.id, _erased.seq).where(
    _erased.device == bindparam("device"),
    _erased.epoch == bindparam("epoch"),
    _erased.seq.between(bindparam("first"), bindparam("last")),
)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an erased event is in its device's tree."""

    id: bytes
    device: int
    epoch: bytes
    seq: int


def rewrite(connection: Connection, spots: Iterable[Spot]) -> int:
    """Take these events out of every stored frame that holds them, or the seed of their block;
    again changes nothing. How many frames are other ones now."""
    near: dict[tuple[int, bytes, int], set[bytes]] = defaultdict(set)
    for spot in spots:
        near[spot.device, spot.epoch, chain.salt_block(spot.seq)].add(spot.id)
    rewritten: set[tuple[int, int]] = set()
    for (device, epoch, block), ids in sorted(near.items()):
        span = block_span([block * chain.SALT_BLOCK + 1])
        where = {"device": device, "epoch": epoch, "first": span[0], "last": span[-1]}
        for no, body in connection.execute(_TOUCHING, where).all():
            frame = decode_frame(body)
            bare = _bare(frame, replay(frame), ids, {block})
            if bare != frame:
                same = {"its_device": device, "its_no": no}
                connection.execute(_REWRITE, {**same, "body": encode_frame(bare)})
                rewritten.add((device, no))
    return len(rewritten)


def as_may_be_stored(
    connection: Connection, frame: Frame, entries: list[Entry], frame_bytes: bytes
) -> bytes:
    """The bytes of a frame that came, without what was erased: a laptop that has not heard of it
    yet, or a neighbour's stick, may bring it again."""
    span = block_span([entries[0].seq, entries[-1].seq])
    where = {"device": frame.device, "epoch": frame.epoch, "first": span[0], "last": span[-1]}
    near = {bytes(id_): seq for id_, seq in connection.execute(_ERASED_NEAR, where)}
    if not near:
        return frame_bytes
    bare = _bare(frame, entries, near.keys(), map(chain.salt_block, near.values()))
    return frame_bytes if bare == frame else encode_frame(bare)


def bare_without_reason(connection: Connection, entries: Iterable[Entry]) -> set[bytes]:
    """The events among these that come without what they say although this hub never erased them:
    whoever writes a journal must not be able to empty it before anybody has read it."""
    bare = {entry.id for entry in entries if entry.body is None}
    return bare - {row.id for row in rows_in(connection, [_erased.id], _erased.id, bare)}


def _bare(
    frame: Frame, entries: Iterable[Entry], ids: Iterable[bytes], burnt: Iterable[int]
) -> Frame:
    """By id, for of a copied laptop's two branches only one may hold it."""
    gone = set(ids)
    return without(frame, {entry.seq for entry in entries if entry.id in gone}, burnt)
