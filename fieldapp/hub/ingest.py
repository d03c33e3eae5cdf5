"""Taking proven pages in: the frame is the unit of durability.

Knows what is new, what is a duplicate and what still lacks its parent; not what any event says.
Everything authentic is stored: what joins the tree, what parts from it (a copied or restored
laptop), and what must wait for its parent; only without what was erased.

A page that says of an event no more than that it was is taken only where the hub's own list of what
is erased names that event: a receipt promises that what was recorded is here, not that it once was.
"""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import bindparam, insert, select

from fieldapp.hub import schema
from fieldapp.hub.erasure.frames import as_may_be_stored, bare_without_reason
from fieldapp.hub.pages import ProvenPage
from fieldapp.hub.tree import Piece, Trees, holds, join, next_place
from fieldapp.wire.messages import HeadHeld

_frame = schema.frame.c
_SAME_PAGE = select(_frame.no).where(
    *(_frame[name] == bindparam(name) for name in ("device", "last_hash", "base_seq"))
)
_NEW_PAGE = insert(schema.frame)


class Taken(StrEnum):
    """What became of a page."""

    JOINED = "joined"
    KNOWN = "known"
    ORPHAN = "orphan"
    BARE = "bare"


def end_of(page: ProvenPage) -> HeadHeld:
    """The last event of a page."""
    last = page.entries[-1]
    return HeadHeld(page.frame.device, page.frame.epoch, last.seq, last.id)


def take_in(trees: Trees, page: ProvenPage, *, now_s: int, late: bool) -> Taken:
    """Store a page inside the caller's write transaction; the same page again changes nothing.

    `late` marks what comes after its device was revoked. A bare page is not stored at all.
    """
    frame, end = page.frame, end_of(page)
    if holds(trees, end):
        return Taken.KNOWN
    if bare_without_reason(trees.connection, page.entries):
        return Taken.BARE
    parent = HeadHeld(frame.device, frame.epoch, frame.base_seq - 1, frame.previous)
    if holds(trees, parent):
        no = _store(trees, page, now_s, late, next_place(trees.connection))
        join(trees, Piece(no, frame.device, frame.epoch, frame.previous, page.entries))
        return Taken.JOINED
    same = {"device": end.device, "last_hash": end.hash, "base_seq": frame.base_seq}
    if trees.connection.execute(_SAME_PAGE, same).first() is None:
        no = _store(trees, page, now_s, late, None)
        trees.of(end.device, end.epoch).orphans[no] = frame.previous
    return Taken.ORPHAN


def _store(trees: Trees, page: ProvenPage, now_s: int, late: bool, place: int | None) -> int:
    frame, end = page.frame, end_of(page)
    inserted = trees.connection.execute(
        _NEW_PAGE,
        {
            "place": place,
            "device": frame.device,
            "epoch": frame.epoch,
            "base_seq": frame.base_seq,
            "last_seq": end.seq,
            "previous": frame.previous,
            "last_hash": end.hash,
            "device_time": page.sealed.device_time,
            "signature": page.sealed.signature,
            "body": as_may_be_stored(
                trees.connection, frame, page.entries, page.sealed.frame_bytes
            ),
            "received_s": now_s,
            "late": late,
        },
    )
    key = inserted.inserted_primary_key
    return int(key[0]) if key else 0
