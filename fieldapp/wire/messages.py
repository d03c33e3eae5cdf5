"""What laptop and hub say to each other, as CBOR arrays; `wire.README` lists them byte for byte.

Requests are proven by `request_auth`, answers by `signed`. Shapes are checked strictly here; what a
shape means is checked where it is used.
"""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.wire import cbor
from fieldapp.wire.bundle import MAX_BUNDLE_BYTES, MAX_PAGES
from fieldapp.wire.chain import EPOCH_BYTES, HASH_BYTES
from fieldapp.wire.enrol_code import ID_BYTES
from fieldapp.wire.errors import NewerFormat, Undecodable
from fieldapp.wire.fields import Fields
from fieldapp.wire.receipt import MOST_ID_BYTES

PROTOCOL = 1
MAX_MESSAGE_BYTES = MAX_BUNDLE_BYTES + 64 * 1024
MOST_HEADS = 4096
MOST_WORDS = 2000
KEY_BYTES = 32
MORE = b""
"""Stands last among the pulls of an answer when there is more than its budget had room for."""


@dataclass(frozen=True, slots=True)
class HeadHeld:
    """An event that one side holds: the newest of an epoch, or a candidate for a branch point."""

    device: int
    epoch: bytes
    seq: int
    hash: bytes


@dataclass(frozen=True, slots=True)
class SyncRequest:
    """POST /v1/sync. `pull_budget` in bytes; `cursors` is (name, number) of what is held."""

    nonce: bytes
    heads: tuple[HeadHeld, ...]
    cursors: tuple[tuple[str, int], ...]
    pull_budget: int
    bundle: bytes


@dataclass(frozen=True, slots=True)
class SyncReply:
    """The signed answer. `receipts` are whole signed receipts; `unknown_parents` names the newest
    events the hub holds of epochs whose pages it could not attach; `refused` are pages not taken,
    as (epoch, first seq, words)."""

    nonce: bytes
    hub_time: int
    receipts: tuple[bytes, ...]
    unknown_parents: tuple[HeadHeld, ...]
    refused: tuple[tuple[bytes, int, str], ...]
    pulls: tuple[bytes, ...]
    next_after_s: int


@dataclass(frozen=True, slots=True)
class EnrolRequest:
    """POST /v1/enrol. `device_key` is the laptop's Ed25519 public key."""

    code_id: bytes
    device_key: bytes
    team: str
    kind: str
    nonce: bytes


@dataclass(frozen=True, slots=True)
class EnrolReply:
    """The laptop's number and whom to trust from now on. Keys are raw 32 bytes."""

    device: int
    hub: bytes
    verify_key: bytes
    box_key: bytes
    recovery_key: bytes
    regions: tuple[str, ...]
    nonce: bytes


@dataclass(frozen=True, slots=True)
class Hello:
    """The signed answer to GET /v1/hello: who the hub is, its time, the protocols it speaks."""

    nonce: bytes
    hub: bytes
    hub_time: int
    protocols: tuple[int, ...]
    trust_version: int


PRACTICE_APART = "practice-apart"
"""The code of the problem where a laptop for practice asks a real hub, or the other way round."""


@dataclass(frozen=True, slots=True)
class Problem:
    """The signed answer to a request not carried out. `code` is stable, `words` are for logs."""

    nonce: bytes
    hub_time: int
    code: str
    words: str


def encode_sync_request(request: SyncRequest) -> bytes:
    """[1, nonce, heads, cursors, pull_budget, bundle]"""
    r = request
    cursors = [[region, number] for region, number in r.cursors]
    return cbor.dumps([PROTOCOL, r.nonce, _heads(r.heads), cursors, r.pull_budget, r.bundle])


def decode_sync_request(data: bytes) -> SyncRequest:
    """Raises Undecodable or NewerFormat."""
    fields = _message(data, "sync request", 5)
    return SyncRequest(
        nonce=fields.bytes(most=MOST_ID_BYTES),
        heads=fields.all(_head, MOST_HEADS),
        cursors=fields.all(_cursor, MOST_HEADS),
        pull_budget=fields.number(),
        bundle=fields.bytes(most=MAX_BUNDLE_BYTES),
    )


def encode_sync_reply(reply: SyncReply) -> bytes:
    """[1, nonce, hub_time, receipts, unknown_parents, refused, pulls, next_after_s]"""
    r = reply
    refused = [[epoch, first, words] for epoch, first, words in r.refused]
    head = [PROTOCOL, r.nonce, r.hub_time, list(r.receipts), _heads(r.unknown_parents)]
    return cbor.dumps([*head, refused, list(r.pulls), r.next_after_s])


def decode_sync_reply(data: bytes) -> SyncReply:
    """Raises Undecodable or NewerFormat."""
    fields = _message(data, "sync answer", 7)
    return SyncReply(
        nonce=fields.bytes(most=MOST_ID_BYTES),
        hub_time=fields.time(),
        receipts=fields.all(_bytes, MOST_HEADS),
        unknown_parents=fields.all(_head, MOST_HEADS),
        refused=fields.all(_refused, MAX_PAGES),
        pulls=fields.all(_bytes, MOST_HEADS),
        next_after_s=fields.number(),
    )


def encode_enrol_request(request: EnrolRequest) -> bytes:
    """[1, code_id, device_key, team, kind, nonce]"""
    r = request
    return cbor.dumps([PROTOCOL, r.code_id, r.device_key, r.team, r.kind, r.nonce])


def decode_enrol_request(data: bytes) -> EnrolRequest:
    """Raises Undecodable or NewerFormat."""
    fields = _message(data, "enrolment", 5)
    return EnrolRequest(
        code_id=fields.bytes(ID_BYTES),
        device_key=fields.bytes(KEY_BYTES),
        team=fields.text(MOST_WORDS),
        kind=fields.text(MOST_WORDS),
        nonce=fields.bytes(most=MOST_ID_BYTES),
    )


def encode_enrol_reply(reply: EnrolReply) -> bytes:
    """[1, device, hub, verify_key, box_key, recovery_key, regions, nonce]"""
    r = reply
    keys = [r.verify_key, r.box_key, r.recovery_key]
    return cbor.dumps([PROTOCOL, r.device, r.hub, *keys, list(r.regions), r.nonce])


def decode_enrol_reply(data: bytes) -> EnrolReply:
    """Raises Undecodable or NewerFormat."""
    fields = _message(data, "enrolment answer", 7)
    return EnrolReply(
        device=fields.number(least=1),
        hub=fields.bytes(most=MOST_ID_BYTES),
        verify_key=fields.bytes(KEY_BYTES),
        box_key=fields.bytes(KEY_BYTES),
        recovery_key=fields.bytes(KEY_BYTES),
        regions=fields.all(_words, MOST_HEADS),
        nonce=fields.bytes(most=MOST_ID_BYTES),
    )


def encode_hello(hello: Hello) -> bytes:
    """[1, nonce, hub, hub_time, protocols, trust_version]"""
    h = hello
    return cbor.dumps([PROTOCOL, h.nonce, h.hub, h.hub_time, list(h.protocols), h.trust_version])


def decode_hello(data: bytes) -> Hello:
    """Raises Undecodable or NewerFormat."""
    fields = _message(data, "hello", 5)
    return Hello(
        nonce=fields.bytes(most=MOST_ID_BYTES),
        hub=fields.bytes(most=MOST_ID_BYTES),
        hub_time=fields.time(),
        protocols=fields.all(_number, 64),
        trust_version=fields.number(),
    )


def encode_problem(problem: Problem) -> bytes:
    """[1, nonce, hub_time, code, words]"""
    p = problem
    return cbor.dumps([PROTOCOL, p.nonce, p.hub_time, p.code, p.words])


def decode_problem(data: bytes) -> Problem:
    """Raises Undecodable or NewerFormat."""
    fields = _message(data, "answer", 4)
    return Problem(
        nonce=fields.bytes(most=MOST_ID_BYTES),
        hub_time=fields.time(),
        code=fields.text(MOST_WORDS),
        words=fields.text(MOST_WORDS),
    )


def _message(data: bytes, what: str, count: int) -> Fields:
    """The fields after the protocol number."""
    value = cbor.loads(data, max_bytes=MAX_MESSAGE_BYTES)
    if not isinstance(value, list) or not value or type(value[0]) is not int:
        raise Undecodable(what=what, why="it is not a message")
    if value[0] != PROTOCOL:
        raise NewerFormat(what=what, version=value[0])
    return Fields(value[1:], what, count)


def _heads(heads: tuple[HeadHeld, ...]) -> list[object]:
    return [[h.device, h.epoch, h.seq, h.hash] for h in heads]


def _head(item: object) -> HeadHeld:
    fields = Fields(item, "head", 4)
    device, epoch = fields.number(), fields.bytes(EPOCH_BYTES)
    return HeadHeld(device, epoch, fields.number(), fields.bytes(HASH_BYTES))


def _cursor(item: object) -> tuple[str, int]:
    fields = Fields(item, "cursor", 2)
    return fields.text(MOST_WORDS), fields.number()


def _refused(item: object) -> tuple[bytes, int, str]:
    fields = Fields(item, "refusal", 3)
    return fields.bytes(EPOCH_BYTES), fields.number(), fields.text(MOST_WORDS)


def _bytes(item: object) -> bytes:
    return Fields([item], "message", 1).bytes()


def _words(item: object) -> str:
    return Fields([item], "message", 1).text(MOST_WORDS)


def _number(item: object) -> int:
    return Fields([item], "message", 1).number()
