"""What laptop and hub say to each other, as CBOR arrays; `wire.README` lists them byte for byte.

Requests are proven by `request_auth`, answers by `signed`. Shapes are checked strictly here; what a
shape means is checked where it is used.
"""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.wire import cbor
from fieldapp.wire.bundle import MAX_BUNDLE_BYTES
from fieldapp.wire.errors import NewerFormat, Undecodable

PROTOCOL = 1
MAX_MESSAGE_BYTES = MAX_BUNDLE_BYTES + 64 * 1024


@dataclass(frozen=True, slots=True)
class HeadHeld:
    """An event that one side holds: the newest of an epoch, or a candidate for a branch point."""

    device: int
    epoch: bytes
    seq: int
    hash: bytes


@dataclass(frozen=True, slots=True)
class SyncRequest:
    """POST /v1/sync. `pull_budget` in bytes; `cursors` is (region, number) of what is held."""

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
    match _message(data, "sync request"):
        case [bytes(nonce), list(heads), list(cursors), int(budget), bytes(bundle)]:
            held = tuple(_head(item) for item in heads)
            return SyncRequest(nonce, held, tuple(map(_cursor, cursors)), budget, bundle)
    raise Undecodable(what="sync request", why="its fields are not those of one")


def encode_sync_reply(reply: SyncReply) -> bytes:
    """[1, nonce, hub_time, receipts, unknown_parents, refused, pulls, next_after_s]"""
    r = reply
    refused = [[epoch, first, words] for epoch, first, words in r.refused]
    head = [PROTOCOL, r.nonce, r.hub_time, list(r.receipts), _heads(r.unknown_parents)]
    return cbor.dumps([*head, refused, list(r.pulls), r.next_after_s])


def decode_sync_reply(data: bytes) -> SyncReply:
    """Raises Undecodable or NewerFormat."""
    match _message(data, "sync answer"):
        case [bytes(nonce), int(now), list(receipts), list(heads), list(no), list(pulls), int(s)]:
            return SyncReply(
                nonce,
                now,
                tuple(map(_bytes, receipts)),
                tuple(map(_head, heads)),
                tuple(map(_refused, no)),
                tuple(map(_bytes, pulls)),
                s,
            )
    raise Undecodable(what="sync answer", why="its fields are not those of one")


def encode_enrol_request(request: EnrolRequest) -> bytes:
    """[1, code_id, device_key, team, kind, nonce]"""
    r = request
    return cbor.dumps([PROTOCOL, r.code_id, r.device_key, r.team, r.kind, r.nonce])


def decode_enrol_request(data: bytes) -> EnrolRequest:
    """Raises Undecodable or NewerFormat."""
    match _message(data, "enrolment"):
        case [bytes(code_id), bytes(key), str(team), str(kind), bytes(nonce)]:
            return EnrolRequest(code_id, key, team, kind, nonce)
    raise Undecodable(what="enrolment", why="its fields are not those of one")


def encode_enrol_reply(reply: EnrolReply) -> bytes:
    """[1, device, hub, verify_key, box_key, recovery_key, regions, nonce]"""
    r = reply
    keys = [r.verify_key, r.box_key, r.recovery_key]
    return cbor.dumps([PROTOCOL, r.device, r.hub, *keys, list(r.regions), r.nonce])


def decode_enrol_reply(data: bytes) -> EnrolReply:
    """Raises Undecodable or NewerFormat."""
    match _message(data, "enrolment answer"):
        case [int(device), bytes(hub), bytes(verify), bytes(box), bytes(recovery), list(regions),
              bytes(nonce)]:  # fmt: skip
            names = tuple(map(_text, regions))
            return EnrolReply(device, hub, verify, box, recovery, names, nonce)
    raise Undecodable(what="enrolment answer", why="its fields are not those of one")


def encode_hello(hello: Hello) -> bytes:
    """[1, nonce, hub, hub_time, protocols, trust_version]"""
    h = hello
    return cbor.dumps([PROTOCOL, h.nonce, h.hub, h.hub_time, list(h.protocols), h.trust_version])


def decode_hello(data: bytes) -> Hello:
    """Raises Undecodable or NewerFormat."""
    match _message(data, "hello"):
        case [bytes(nonce), bytes(hub), int(now), list(protocols), int(trust)]:
            return Hello(nonce, hub, now, tuple(map(_number, protocols)), trust)
    raise Undecodable(what="hello", why="its fields are not those of one")


def encode_problem(problem: Problem) -> bytes:
    """[1, nonce, hub_time, code, words]"""
    p = problem
    return cbor.dumps([PROTOCOL, p.nonce, p.hub_time, p.code, p.words])


def decode_problem(data: bytes) -> Problem:
    """Raises Undecodable or NewerFormat."""
    match _message(data, "answer"):
        case [bytes(nonce), int(now), str(code), str(words)]:
            return Problem(nonce, now, code, words)
    raise Undecodable(what="answer", why="its fields are not those of one")


def _message(data: bytes, what: str) -> list[object]:
    value = cbor.loads(data, max_bytes=MAX_MESSAGE_BYTES)
    if not isinstance(value, list) or not value or not isinstance(value[0], int):
        raise Undecodable(what=what, why="it is not a message")
    if value[0] != PROTOCOL:
        raise NewerFormat(what=what, version=value[0])
    return value[1:]


def _heads(heads: tuple[HeadHeld, ...]) -> list[object]:
    return [[h.device, h.epoch, h.seq, h.hash] for h in heads]


def _head(item: object) -> HeadHeld:
    match item:
        case [int(device), bytes(epoch), int(seq), bytes(hash_)]:
            return HeadHeld(device, epoch, seq, hash_)
    raise Undecodable(what="message", why="a head is not [device, epoch, seq, hash]")


def _cursor(item: object) -> tuple[str, int]:
    match item:
        case [str(region), int(number)]:
            return region, number
    raise Undecodable(what="message", why="a cursor is not [region, number]")


def _refused(item: object) -> tuple[bytes, int, str]:
    match item:
        case [bytes(epoch), int(first), str(words)]:
            return epoch, first, words
    raise Undecodable(what="message", why="a refused page is not [epoch, first, words]")


def _bytes(item: object) -> bytes:
    if isinstance(item, bytes):
        return item
    raise Undecodable(what="message", why="a byte string was expected")


def _text(item: object) -> str:
    if isinstance(item, str):
        return item
    raise Undecodable(what="message", why="a text was expected")


def _number(item: object) -> int:
    if isinstance(item, int):
        return item
    raise Undecodable(what="message", why="a number was expected")
