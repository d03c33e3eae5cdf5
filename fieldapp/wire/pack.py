"""A pack: what takes laptops in and brings them all that a first sync would, in one file.

    pack = b"VXPK" 01, length of the head (4 bytes, big end first), head, blobs, registry
    head = signed "pack" of CBOR [1, hub, issued, until, [[code_id, device, answer]...],
           blobs_bytes, registry_bytes, sha256]
    blobs    = signed blobs as pulls bring them, each behind its length, as in a roster file
    registry = a whole pocket registry, or nothing

`answer` is that of POST /v1/enrol to the laptop's own request: its code proves it, and it brings
the key that proves the head. `sha256` is that of blobs and registry. Whoever finds a pack learns
which laptops it is for and how much is in it: what tells of people is sealed by itself, in the
blobs.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from nacl.signing import SigningKey, VerifyKey

from fieldapp.wire import cbor
from fieldapp.wire.chain import HASH_BYTES
from fieldapp.wire.enrol_code import ID_BYTES
from fieldapp.wire.errors import NewerFormat, Undecodable
from fieldapp.wire.fields import Fields
from fieldapp.wire.messages import PROTOCOL
from fieldapp.wire.receipt import MOST_ID_BYTES
from fieldapp.wire.roster_file import LENGTH_BYTES, read_blob
from fieldapp.wire.signed import open_signed, sign, unsigned_body

KIND = "pack"
MAGIC = b"VXPK\x01"
SUFFIX = ".vxk"
MOST_LAPTOPS = 1000
MOST_HEAD_BYTES = 2 * 1024 * 1024
_MOST_ANSWER = 16 * 1024
_STEP_BYTES = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Admitted:
    """A laptop that a pack takes in, and the hub's answer to its request."""

    code_id: bytes
    device: int
    answer: bytes


@dataclass(frozen=True, slots=True)
class PackHead:
    """`until` is the last second at which the keys in it open anything. Times are of the hub."""

    hub: bytes
    issued: int
    until: int
    laptops: tuple[Admitted, ...]
    blobs_bytes: int
    registry_bytes: int
    digest: bytes


def is_pack_file(beginning: bytes) -> bool:
    """Whether a file that begins so is one."""
    return beginning.startswith(MAGIC)


def write_beginning(head: PackHead, key: SigningKey) -> bytes:
    """The file up to its first blob."""
    h = head
    laptops = [[one.code_id, one.device, one.answer] for one in h.laptops]
    sizes = [h.blobs_bytes, h.registry_bytes, h.digest]
    signed = sign(KIND, cbor.dumps([PROTOCOL, h.hub, h.issued, h.until, laptops, *sizes]), key)
    return MAGIC + len(signed).to_bytes(LENGTH_BYTES, "big") + signed


def read_signed_head(stream: BinaryIO) -> bytes:
    """The head as the hub signed it, up to the first blob. Raises Undecodable."""
    if stream.read(len(MAGIC)) != MAGIC:
        raise Undecodable(what=KIND, why="it is not from a hub")
    size = int.from_bytes(stream.read(LENGTH_BYTES), "big")
    signed = stream.read(size) if size <= MOST_HEAD_BYTES else b""
    if not signed or len(signed) != size:
        raise Undecodable(what=KIND, why="it is cut short")
    return signed


def read_unproven(signed: bytes) -> PackHead:
    """What a head says before anybody knows whose it is. Raises Undecodable, NewerFormat."""
    return _read(unsigned_body(signed))


def read_head(signed: bytes, key: VerifyKey) -> PackHead:
    """Check and read it. Raises Undecodable, NewerFormat, BadSignature."""
    return _read(open_signed(KIND, signed, key))


def prove_rest(stream: BinaryIO, head: PackHead) -> None:
    """Read on to the end: raises Undecodable unless all of it is there as the hub wrote it."""
    digest, left = hashlib.sha256(), head.blobs_bytes + head.registry_bytes
    while left and (step := stream.read(min(left, _STEP_BYTES))):
        digest.update(step)
        left -= len(step)
    if left:
        raise Undecodable(what=KIND, why="it is cut short")
    if digest.digest() != head.digest:
        raise Undecodable(what=KIND, why="a part of it was changed")


def read_blobs(stream: BinaryIO, head: PackHead) -> Iterator[bytes]:
    """The blobs, one at a time, from the end of the head on."""
    left = head.blobs_bytes
    while left > 0:
        blob = read_blob(stream, KIND)
        if blob is None:
            return
        left -= LENGTH_BYTES + len(blob)
        yield blob


def _read(body: bytes) -> PackHead:
    value = cbor.loads(body, max_bytes=MOST_HEAD_BYTES)
    if isinstance(value, list) and value and type(value[0]) is int and value[0] != PROTOCOL:
        raise NewerFormat(what=KIND, version=value[0])
    fields = Fields(value, KIND, 8)
    fields.number()
    return PackHead(
        hub=fields.bytes(most=MOST_ID_BYTES),
        issued=fields.time(),
        until=fields.time(),
        laptops=fields.all(_admitted, MOST_LAPTOPS),
        blobs_bytes=fields.number(),
        registry_bytes=fields.number(),
        digest=fields.bytes(HASH_BYTES),
    )


def _admitted(item: object) -> Admitted:
    fields = Fields(item, KIND, 3)
    code_id, device = fields.bytes(ID_BYTES), fields.number(least=1)
    return Admitted(code_id, device, fields.bytes(most=_MOST_ANSWER))
