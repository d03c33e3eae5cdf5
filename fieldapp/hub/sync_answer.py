"""POST /v1/sync: who asks, what came, and what the hub can sign for.

The order is the promise: prove everything, store in one transaction, commit, and only then sign.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection

from fieldapp.hub import claims
from fieldapp.hub.devices import MOST_DEVICE, Device, devices, heard_from, hold
from fieldapp.hub.hand_in import CameIn, each_once, held_beyond, take_all_in
from fieldapp.hub.ingest import end_of
from fieldapp.hub.pages import ProvenPage, Refused, prove
from fieldapp.hub.pulls import pulls_for
from fieldapp.hub.receipts import next_after_s, promise, sign_for
from fieldapp.hub.running import Hub, Reply
from fieldapp.hub.sync_log.attempts import Attempt
from fieldapp.hub.tree import Trees, holds, newest
from fieldapp.wire.bundle import read_bundle
from fieldapp.wire.errors import BadSignature, NewerFormat, Undecodable
from fieldapp.wire.messages import (
    HeadHeld,
    SyncReply,
    SyncRequest,
    decode_sync_request,
    encode_sync_reply,
)
from fieldapp.wire.request_auth import RequestClaim, check_request, read_claim
from fieldapp.wire.seal import SealedFrame
from fieldapp.wire.signed import sign

PATH = "/v1/sync"
CLOCK_WINDOW_S = 600
MOST_HEADS = 256
MOST_PAGES = 1024


@dataclass(frozen=True, slots=True)
class _Held:
    """What the hub holds of what a request was about."""

    heads: list[HeadHeld]
    came: CameIn
    newest: list[HeadHeld]


def answer_sync(hub: Hub, authorization: str, body: bytes) -> Reply:
    """Take a push in and sign for it, and note the attempt; safe to repeat."""
    attempt = Attempt(hub.now_s(), len(body))
    reply = _answer(hub, authorization, body, attempt)
    note_end(hub, attempt, reply)
    return reply


def note_end(hub: Hub, attempt: Attempt, reply: Reply) -> None:
    """An answer was made: for the log of attempts, and for the numbers."""
    hub.attempts.ended(attempt, reply.code, len(reply.body))
    tally = hub.tally
    tally.took("sync_seconds", time.monotonic() - attempt.began)
    tally.add("sync_bytes", "in", attempt.bytes_in)
    tally.add("sync_bytes", "out", len(reply.body))
    if reply.code:
        tally.add("refusals", reply.code)
        return
    tally.add("syncs")
    for pages in attempt.pages.values():
        tally.add("records", amount=pages.records_new)
        for became in ("new", "known", "lacking", "refused", "bare"):
            tally.add("frames", became, getattr(pages, became))


def _answer(hub: Hub, authorization: str, body: bytes, attempt: Attempt) -> Reply:
    asking = _who_asks(hub, authorization, body, attempt)
    if isinstance(asking, Reply):
        return asking
    device, nonce = asking
    request = _read(hub, body, nonce)
    if isinstance(request, Reply):
        return request
    if device.revoked_s is not None and not _has_something_to_hand_in(hub, device, request):
        return hub.problem(403, "revoked", "This laptop was shut out.", request.nonce)
    pages = _open_bundle(hub, request)
    if isinstance(pages, Reply):
        return pages
    return _exchange(hub, device, request, pages, attempt)


def _who_asks(
    hub: Hub, authorization: str, body: bytes, attempt: Attempt
) -> tuple[Device, bytes] | Reply:
    """The laptop that signed this very request, at about this time, and the request's nonce."""
    try:
        claim = read_claim(authorization)
    except Undecodable as error:
        return hub.problem(401, "unsigned", error.happened)
    with hub.store.glancing() as connection:
        device = devices(connection, [claim.device]).get(claim.device)
    if device is None:
        words = "No laptop of this number has joined this hub."
        return hub.problem(401, "unknown-device", words, claim.nonce)
    return _check(hub, device, claim, body, attempt)


def _check(
    hub: Hub, device: Device, claim: RequestClaim, body: bytes, attempt: Attempt
) -> tuple[Device, bytes] | Reply:
    try:
        check_request(claim, "POST", PATH, body, device.key)
    except BadSignature as error:
        return hub.problem(401, "bad-signature", error.happened, claim.nonce)
    attempt.device = device.no
    if abs(claim.time - attempt.at_s) > CLOCK_WINDOW_S:
        words = "The request's time is too far from the hub's."
        return hub.problem(401, "clock", words, claim.nonce)
    wait_s = hub.quota.wait_s(device.no, len(body), attempt.at_s)
    if wait_s:
        words = "This laptop has sent more in this hour than any could record."
        return hub.problem(429, "quota", words, claim.nonce, wait_s)
    return device, claim.nonce


def _read(hub: Hub, body: bytes, nonce: bytes) -> SyncRequest | Reply:
    try:
        request = decode_sync_request(body)
    except NewerFormat as error:
        return hub.problem(426, "newer-format", error.happened, nonce)
    except Undecodable as error:
        return hub.problem(422, "unreadable", error.happened, nonce)
    if len(request.heads) > MOST_HEADS:
        return hub.problem(422, "unreadable", "It names too many heads.", nonce)
    return request


def _has_something_to_hand_in(hub: Hub, device: Device, request: SyncRequest) -> bool:
    """Whether a laptop that was shut out is heard: it brings something, or asks about what it holds
    for neighbours, which they sealed and signed, or the hub lacks what it only names because this
    hub once signed for it and was put back since."""
    named = [head for head in request.heads if _is_sane(head)]
    if request.bundle or any(head.device != device.no for head in named):
        return True
    with hub.store.reading() as connection:
        trees = Trees(connection)
        return not all(holds(trees, head) for head in named)


def _open_bundle(hub: Hub, request: SyncRequest) -> list[SealedFrame] | Reply:
    if not request.bundle:
        return []
    try:
        pages = read_bundle(request.bundle, hub.store.keys.box_private)
    except (Undecodable, NewerFormat) as error:
        return hub.problem(422, "unreadable-bundle", error.happened, request.nonce)
    if len(pages) > MOST_PAGES:
        return hub.problem(413, "too-large", "It holds too many pages.", request.nonce)
    return pages


def _exchange(
    hub: Hub, device: Device, request: SyncRequest, sealed: list[SealedFrame], attempt: Attempt
) -> Reply:
    owners = _owners(hub, device, sealed)
    proven, refused = prove(sealed, {no: owner.key for no, owner in owners.items()})
    attempt.refuse(sealed, proven)
    concerned = {device.no, *owners, *(head.device for head in request.heads if _is_sane(head))}
    with hub.store.taking_in(()) as connection:
        owners = hold(connection, concerned)
        held = _store(connection, owners, device, request, proven, attempt)
        hub.attempts.write_along(connection)
    hub.fold()
    return _signed(hub, device, request, held, refused, attempt.at_s)


def _owners(hub: Hub, device: Device, sealed: list[SealedFrame]) -> dict[int, Device]:
    """Whose pages they are: mostly those of the laptop that asks."""
    others = {page.device for page in sealed} - {device.no}
    if not others:
        return {device.no: device}
    with hub.store.glancing() as connection:
        return devices(connection, others) | {device.no: device}


def _store(
    connection: Connection,
    owners: dict[int, Device],
    device: Device,
    request: SyncRequest,
    proven: list[ProvenPage],
    attempt: Attempt,
) -> _Held:
    """Everything that must be on the disk before a receipt is signed, in one transaction."""
    now_s, trees = attempt.at_s, Trees(connection)
    came = take_all_in(trees, owners, proven, now_s, attempt.took)
    held = _held(trees, device, request, proven)
    promise(connection, held, now_s)
    own = [head for head in request.heads if _is_sane(head) and head.device == device.no]
    claims.note(connection, own, now_s, "sync")
    heard_from(connection, device.no, now_s)
    attempt.store(connection)
    return _Held(held, came, _newest(trees, device, request, proven, came.lacking))


def _held(
    trees: Trees, device: Device, request: SyncRequest, proven: list[ProvenPage]
) -> list[HeadHeld]:
    """How far the hub holds each branch that the request was about, each named once.

    The heads a laptop names are signed for as such, too: one that was put back to an older state
    knows no later event, and could not tell from a later one that its own have arrived. So are the
    ends of what it brings for its neighbours: it knows their pages by nothing but their ends.
    """
    named = [head for head in request.heads if _is_sane(head)]
    ends = [end_of(page) for page in proven]
    brought = [head for head in ends if head.device != device.no]
    own = [head for head in named if head.device == device.no]
    held = held_beyond(trees, [*ends, *own])
    exact = [head for head in [*named, *brought] if holds(trees, head)]
    return each_once([*held, *exact])


def _is_sane(head: HeadHeld) -> bool:
    return 0 < head.seq < 2**53 and head.device < MOST_DEVICE


def _newest(
    trees: Trees,
    device: Device,
    request: SyncRequest,
    proven: list[ProvenPage],
    lacking: list[ProvenPage],
) -> list[HeadHeld]:
    """Where a laptop can go on from, for epochs of which the hub lacks something.

    Of epochs that are in the bundle only what its pages miss: more of them is still to come. Of all
    others the laptop believes that they are here; if not, this hub was put back to an older state.
    """
    wanted = {(page.frame.device, page.frame.epoch) for page in lacking}
    coming = {(page.frame.device, page.frame.epoch) for page in proven}
    wanted |= {
        (head.device, head.epoch)
        for head in request.heads
        if head.device == device.no
        and (head.device, head.epoch) not in coming
        and _is_sane(head)
        and not holds(trees, head)
    }
    return [head for where in sorted(wanted) for head in newest(trees, *where)]


def _signed(
    hub: Hub,
    device: Device,
    request: SyncRequest,
    held: _Held,
    refused: Iterable[Refused],
    now_s: int,
) -> Reply:
    with hub.store.glancing() as connection:
        receipts = [sign_for(hub, connection, head, request.nonce, now_s) for head in held.heads]
    hub.tally.add("receipts", amount=len(receipts))
    reply = SyncReply(
        nonce=request.nonce,
        hub_time=now_s,
        receipts=tuple(receipts),
        unknown_parents=tuple(held.newest),
        refused=(*refused, *held.came.refused),
        pulls=pulls_for(hub, device, request, now_s),
        next_after_s=next_after_s(device.no),
    )
    status = 409 if held.came.lacking else 200
    return Reply(status, sign("sync", encode_sync_reply(reply), hub.key))
