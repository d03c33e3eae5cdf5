"""What of its regions a laptop lacks: a snapshot if that is shorter, the line's next segments, and
last a signed word on how far each region goes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain as one_after_another

from sqlalchemy import Connection, select

from fieldapp.hub import schema
from fieldapp.hub.asking import Asking
from fieldapp.hub.fold.projector import is_behind
from fieldapp.hub.regions import leases, segments
from fieldapp.hub.regions.segments import Snapshot
from fieldapp.hub.regions.subscriptions import regions_of
from fieldapp.hub.running import Hub, Reply
from fieldapp.wire.segment import RegionHead, sign_head

LINE, SNAPSHOT, PART, KNOWN = "region/", "snapshot/", "part/", "known/"
"""Cursors of a region: its last segment here; the snapshot on its way here and the parts of it that
came; the second up to which the laptop knows that it is whole."""
KNOWN_AGAIN_AFTER_S = 600
KEPT_S, HEAD_KEPT_S = 365 * 86_400, 5
"""A segment never changes; where a region ends does."""
_ANY_STIRRED = select(schema.stirred.c.no).limit(1)


def for_laptop(asking: Asking) -> Iterator[bytes]:
    """Segments and heads, region by region, for a laptop that can read them."""
    if leases.CURSOR not in asking.cursors:
        return
    with asking.hub.store.reading() as connection:
        for region in regions_of(connection, asking.device):
            yield from _of_region(connection, asking, region)


def _of_region(connection: Connection, asking: Asking, region: str) -> Iterator[bytes]:
    end = segments.end_of(connection, region).number
    here = asking.cursors.get(LINE + region, 0)
    if here < end:
        snapshot = _shorter(connection, asking, region, here)
        if snapshot is not None:
            done = _done(asking, region, snapshot)
            yield from segments.snapshot_parts(connection, region, snapshot, done)
            here = snapshot.number
        yield from segments.line_after(connection, region, here)
    known = asking.cursors.get(KNOWN + region, 0)
    if here != end or not 0 <= asking.now_s - known < KNOWN_AGAIN_AFTER_S:
        yield head(asking.hub, connection, region, asking.now_s)


def _shorter(connection: Connection, asking: Asking, region: str, here: int) -> Snapshot | None:
    """The snapshot to begin with, where the line is longer, or not kept any more."""
    newest = segments.newest_snapshot(connection, region)
    if newest is None or newest.number <= here:
        return None
    if asking.cursors.get(SNAPSHOT + region) == newest.number:
        return newest
    if segments.read(connection, region, here + 1) is None:
        return newest
    line = segments.bytes_after(connection, region, here)
    after = segments.bytes_after(connection, region, newest.number)
    return newest if line - after > newest.size else None


def _done(asking: Asking, region: str, snapshot: Snapshot) -> int:
    under_way = asking.cursors.get(SNAPSHOT + region) == snapshot.number
    return asking.cursors.get(PART + region, 0) if under_way else 0


def head(hub: Hub, connection: Connection, region: str, now_s: int) -> bytes:
    """Up to when a laptop that has everything knows what the hub knows."""
    end = segments.end_of(connection, region)
    stirred = connection.execute(_ANY_STIRRED).first() is not None
    as_of = end.as_of_s if stirred or is_behind(connection) else now_s
    return sign_head(RegionHead(hub.store.keys.hub_id, region, end.number, as_of), hub.key)


def answer_segment(hub: Hub, region: str, which: str) -> Reply | None:
    """GET /v1/r/{region}/{which}: `head`, a number, or NUMBER.PART of a snapshot; None if there is
    no such thing. No one is asked who they are: without a lease nobody can read it."""
    with hub.store.reading() as connection:
        if which == "head":
            known = region in segments.published_regions(connection)
            said = head(hub, connection, region, hub.now_s()) if known else b""
            return Reply(200, said, keep_s=HEAD_KEPT_S) if known else None
        number, _, part = which.partition(".")
        if not (_is_small_number(number) and _is_small_number(part or "0")):
            return None
        raw = segments.read(connection, region, int(number), int(part or "0"))
    return None if raw is None else Reply(200, raw, keep_s=KEPT_S)


def _is_small_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 9


def everything(connection: Connection, region: str) -> Iterator[bytes]:
    """What a laptop that has nothing of a region needs: for a stick."""
    newest = segments.newest_snapshot(connection, region)
    if newest is None:
        return segments.line_after(connection, region, 0)
    parts = segments.snapshot_parts(connection, region, newest, 0)
    return one_after_another(parts, segments.line_after(connection, region, newest.number))
