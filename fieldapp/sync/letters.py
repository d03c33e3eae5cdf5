"""What is written to the hub and what is believed of its answers: signatures, nonces, refusals.

Pure: bytes in, bytes or SyncErrors out. Nothing unsigned is ever believed, except that it may
slow us down.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from nacl.signing import SigningKey, VerifyKey

from fieldapp.domain.backoff import is_retried
from fieldapp.sync import errors
from fieldapp.sync.link import SYNC_PATH, Answer
from fieldapp.wire.bundle import write_bundle
from fieldapp.wire.errors import NewerFormat, WireError
from fieldapp.wire.events import decode_header
from fieldapp.wire.facts import CURRENT, DoseRecorded
from fieldapp.wire.frame import decode_frame
from fieldapp.wire.messages import (
    HeadHeld,
    Hello,
    Problem,
    SyncReply,
    SyncRequest,
    decode_hello,
    decode_problem,
    decode_sync_reply,
    encode_sync_request,
)
from fieldapp.wire.receipt import Receipt, read_receipt
from fieldapp.wire.request_auth import sign_request
from fieldapp.wire.seal import SealedFrame
from fieldapp.wire.signed import open_signed

CLOCK_SLACK_S = 300
"""A refusal by a hub whose time is this far from ours is about the clock."""

_DOSE = CURRENT[DoseRecorded][0]


@dataclass(frozen=True, slots=True)
class Party:
    """The two ends: this laptop's number and key, and the hub's name and keys."""

    device: int
    signing_key: SigningKey
    hub_id: bytes
    hub_verify_key: VerifyKey
    hub_box_key: bytes


def write_request(party: Party, ask: SyncRequest, frames: Sequence[SealedFrame]) -> bytes:
    """A sync request, with these frames as its bundle."""
    bundle = write_bundle(frames, party.hub_box_key) if frames else b""
    return encode_sync_request(replace(ask, bundle=bundle))


def write_relay(heads: Iterable[HeadHeld], bundle: bytes, nonce: bytes) -> bytes:
    """A request that brings a neighbour's sealed pages, or only asks which ends the hub holds."""
    return encode_sync_request(SyncRequest(nonce, tuple(heads), (), 0, bundle))


def authorize(party: Party, body: bytes, nonce: bytes, time_s: int) -> str:
    """The Authorization header of a sync request made at `time_s` by the hub's clock."""
    key = party.signing_key
    return sign_request(
        "POST", SYNC_PATH, body, device=party.device, time=time_s, nonce=nonce, key=key
    )


def read_hello(hub_verify_key: VerifyKey, answer: Answer, nonce: bytes) -> Hello:
    """A sign of life. Raises NetworkWantsLogin for anything that the hub did not sign just now."""
    if is_retried(answer.status):
        raise refusal(answer, None, 0)
    try:
        hello = decode_hello(open_signed("hello", answer.body, hub_verify_key))
    except NewerFormat as error:
        raise errors.VersionMismatch from error
    except WireError as error:
        raise errors.NetworkWantsLogin from error
    if hello.nonce != nonce:
        raise errors.NetworkWantsLogin
    return hello


def read_reply(party: Party, answer: Answer, nonce: bytes, time_s: int) -> SyncReply:
    """The hub's signed answer to a request made at `time_s`. Raises the SyncError that fits."""
    if answer.status not in (200, 409):
        raise refusal(answer, _read_problem(party, answer, nonce), time_s)
    try:
        reply = decode_sync_reply(open_signed("sync", answer.body, party.hub_verify_key))
    except NewerFormat as error:
        raise errors.VersionMismatch from error
    except WireError as error:
        raise errors.UnsignedAnswer from error
    if reply.nonce != nonce:
        raise errors.UnsignedAnswer
    return reply


def _read_problem(party: Party, answer: Answer, nonce: bytes) -> Problem | None:
    try:
        problem = decode_problem(open_signed("problem", answer.body, party.hub_verify_key))
    except WireError:
        return None
    return problem if problem.nonce in (nonce, b"") else None


def refusal(answer: Answer, problem: Problem | None, time_s: int) -> errors.SyncError:
    """What an answer other than a reply means; `problem` when the hub signed for it."""
    status, wait_s = answer.status, answer.retry_after_s
    if status in (408, 425, 429, 503):
        return errors.HubBusy(wait_s)
    if status >= 500:
        return errors.HubFault(status, wait_s)
    if status == 413:
        return errors.TooLarge()
    if problem is None:
        return errors.UnsignedAnswer()
    if status == 401 and abs(problem.hub_time - time_s) > CLOCK_SLACK_S:
        return errors.ClockRefused(problem.hub_time)
    named = {401: errors.UnknownDevice, 403: errors.Revoked}
    named |= {415: errors.VersionMismatch, 426: errors.VersionMismatch}
    return named[status]() if status in named else errors.HubRefused(status)


def receipts_of(party: Party, reply: SyncReply) -> list[tuple[bytes, Receipt]]:
    """The receipts about this laptop, as signed and as read. Raises UnsignedAnswer."""
    return [(raw, r) for raw, r in _receipts(party, reply) if r.device == party.device]


def receipts_for_others(party: Party, reply: SyncReply) -> list[tuple[bytes, Receipt]]:
    """The receipts about neighbours' pages. Raises UnsignedAnswer."""
    return [(raw, r) for raw, r in _receipts(party, reply) if r.device != party.device]


def _receipts(party: Party, reply: SyncReply) -> list[tuple[bytes, Receipt]]:
    try:
        read = [(raw, read_receipt(raw, party.hub_verify_key)) for raw in reply.receipts]
    except WireError as error:
        raise errors.UnsignedAnswer from error
    return [(raw, receipt) for raw, receipt in read if receipt.hub == party.hub_id]


def unknown_parents(
    party: Party, reply: SyncReply, frames: Iterable[SealedFrame], *, lacking: bool
) -> dict[bytes, list[tuple[int, bytes]]]:
    """By epoch, the newest events of a hub that lacks the parent of what was sent.

    `lacking` (a 409): an epoch of which it names none and signs for none is unknown to it.
    """
    newest: dict[bytes, list[tuple[int, bytes]]] = {}
    if lacking:
        newest = {frame.epoch: [] for frame in frames}
    for held in reply.unknown_parents:
        if held.device == party.device:
            newest.setdefault(held.epoch, []).append((held.seq, held.hash))
    return newest


def doses_in(frame: SealedFrame, beyond: int) -> int:
    """How many dose records with a sequence number over `beyond` a frame of ours carries."""
    first = max(0, beyond + 1 - frame.first_seq)
    parts = decode_frame(frame.frame_bytes).events[first:]
    return sum(decode_header(header).type == _DOSE for header, _, _ in parts)
