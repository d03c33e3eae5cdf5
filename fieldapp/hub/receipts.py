"""Signed receipts: up to where the hub holds a branch, and what of it is in quarantine.

Only called for what is committed. With one database file on one machine, committed is as durable
as it gets, so `durable_seq` is the head.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, and_, bindparam, select

from fieldapp.hub import schema
from fieldapp.hub.running import Hub
from fieldapp.hub.tree import Trees, tips
from fieldapp.hub.upserts import put
from fieldapp.wire.messages import HeadHeld
from fieldapp.wire.receipt import Receipt, sign_receipt

MOST_QUARANTINED = 4000
"""Named in one receipt, the oldest first; more of one epoch is a matter for a person anyway."""
NEXT_AFTER_S = 600
_SPREAD_S = 120

_held, _event, _dose = schema.quarantine.c, schema.event.c, schema.dose.c
_QUARANTINED = (
    select(_held.id, _held.seq, _held.code)
    .outerjoin(schema.dose, and_(_dose.id == _held.id, _dose.state == "voided"))
    .where(
        _held.device == bindparam("device"),
        _held.epoch == bindparam("epoch"),
        _held.seq <= bindparam("seq"),
        _dose.id.is_(None),
    )
    .order_by(_held.seq)
    .limit(MOST_QUARANTINED)
)


def next_after_s(device: int) -> int:
    """When a laptop should come again; spread, so that not all come at once."""
    return NEXT_AFTER_S + device * 37 % _SPREAD_S


def promise(connection: Connection, heads: Iterable[HeadHeld], now_s: int) -> None:
    """Remember, in the transaction that stored them, which heads are about to be signed for."""
    rows = [
        {"device": h.device, "head_hash": h.hash, "epoch": h.epoch, "head_seq": h.seq,
         "issued_s": now_s}
        for h in {(head.device, head.hash): head for head in heads}.values()
    ]  # fmt: skip
    put(connection, schema.receipt, rows, over=("issued_s",))


def sign_for(hub: Hub, connection: Connection, head: HeadHeld, nonce: bytes, now_s: int) -> bytes:
    """The receipt up to an event that is committed."""
    receipt = Receipt(
        hub=hub.store.keys.hub_id,
        device=head.device,
        epoch=head.epoch,
        head_seq=head.seq,
        head_hash=head.hash,
        durable_seq=head.seq,
        quarantined=quarantined(connection, head),
        hub_time=now_s,
        nonce=nonce,
        next_after_s=next_after_s(head.device),
    )
    return sign_receipt(receipt, hub.key)


def quarantined(connection: Connection, head: HeadHeld) -> tuple[tuple[int, str], ...]:
    """What of a branch is in quarantine now; voided records no longer need anybody's attention."""
    where = {"device": head.device, "epoch": head.epoch, "seq": head.seq}
    rows = connection.execute(_QUARANTINED, where).all()
    if rows and len(tips(Trees(connection), head.device, head.epoch)) > 1:
        branch = _branch(connection, head, rows[0].seq)
        rows = [row for row in rows if row.id in branch]
    return tuple((row.seq, row.code) for row in rows)


def _branch(connection: Connection, head: HeadHeld, from_seq: int) -> set[bytes]:
    """The events of a branch of a forked epoch, from its head back."""
    span = select(_event.id, _event.parent).where(
        _event.device == head.device,
        _event.epoch == head.epoch,
        _event.seq.between(from_seq, head.seq),
    )
    parents = {id_: parent for id_, parent in connection.execute(span)}
    branch: set[bytes] = set()
    id_: bytes | None = head.hash
    while id_ is not None and id_ in parents:
        branch.add(id_)
        id_ = parents[id_]
    return branch
