"""The signed beginning of a pocket registry: of which hub and when, and what the rest must be.

    head = signed "registry" CBOR [1, hub, edition, as_of, key_id, entries, [product...],
                                   [sha256 of each block of entries and index...]]

`as_of` (Unix seconds of the hub) is the moment up to which doses are in it. A block is 1 MiB, so
that what came half over a bad line is kept and proven block by block.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from nacl.signing import SigningKey, VerifyKey

from fieldapp.wire import cbor
from fieldapp.wire.errors import NewerFormat, Undecodable
from fieldapp.wire.fields import Fields
from fieldapp.wire.messages import PROTOCOL
from fieldapp.wire.receipt import MOST_ID_BYTES
from fieldapp.wire.registry.entry import ENTRY_BYTES
from fieldapp.wire.registry.index import INDEX_BYTES
from fieldapp.wire.signed import open_signed, sign

MAGIC = b"VXP1"
KIND = "registry"
BLOCK_BYTES = 1024 * 1024
MOST_HEAD_BYTES = 256 * 1024
_LENGTH_BYTES = 4
_MOST_PRODUCTS = 256
_MOST_PRODUCT_CHARS = 80
_MOST_BLOCKS = 4096
_MOST_ENTRIES = 2**32 - 1
_KEY_ID_BYTES = 8
_DIGEST_BYTES = 32


@dataclass(frozen=True, slots=True)
class Head:
    """`edition` grows by one with each file that a hub makes."""

    hub: bytes
    edition: int
    as_of: int
    key_id: bytes
    entries: int
    products: tuple[str, ...]
    blocks: tuple[bytes, ...]

    @property
    def body_bytes(self) -> int:
        """Length of entries and index."""
        return self.entries * ENTRY_BYTES + INDEX_BYTES

    def block_span(self, number: int) -> tuple[int, int]:
        """Where a block begins and ends, counted from the first entry."""
        start = number * BLOCK_BYTES
        return start, min(start + BLOCK_BYTES, self.body_bytes)

    def proves(self, number: int, block: bytes) -> bool:
        """Whether this is the block of that number."""
        start, end = self.block_span(number)
        return len(block) == end - start and digest(block) == self.blocks[number]


def digest(block: bytes) -> bytes:
    """What a head says of a block."""
    return hashlib.sha256(block).digest()


def encode_head(head: Head, key: SigningKey) -> bytes:
    """The beginning of a file, up to its first entry."""
    h = head
    what = [PROTOCOL, h.hub, h.edition, h.as_of, h.key_id, h.entries]
    signed = sign(KIND, cbor.dumps([*what, list(h.products), list(h.blocks)]), key)
    return MAGIC + len(signed).to_bytes(_LENGTH_BYTES, "big") + signed


def head_length(start: bytes) -> int:
    """How long the beginning is, from the first 8 bytes of a file. Raises Undecodable."""
    prefix = len(MAGIC) + _LENGTH_BYTES
    length = int.from_bytes(start[len(MAGIC) : prefix], "big")
    if len(start) < prefix or start[: len(MAGIC)] != MAGIC or length > MOST_HEAD_BYTES:
        raise Undecodable(what="registry", why="it is not a pocket registry")
    return prefix + length


def decode_head(beginning: bytes, key: VerifyKey) -> Head:
    """Check and read the beginning. Raises Undecodable, NewerFormat, BadSignature."""
    length = head_length(beginning)
    if len(beginning) < length:
        raise Undecodable(what="registry", why="its beginning is cut short")
    body = open_signed(KIND, beginning[len(MAGIC) + _LENGTH_BYTES : length], key)
    fields = Fields(cbor.loads(body, max_bytes=MOST_HEAD_BYTES), "registry", 8)
    protocol = fields.number()
    if protocol != PROTOCOL:
        raise NewerFormat(what="registry", version=protocol)
    head = Head(
        hub=fields.bytes(most=MOST_ID_BYTES),
        edition=fields.number(least=1),
        as_of=fields.time(),
        key_id=fields.bytes(_KEY_ID_BYTES),
        entries=fields.number(most=_MOST_ENTRIES),
        products=fields.all(_product, _MOST_PRODUCTS),
        blocks=fields.all(_digest, _MOST_BLOCKS),
    )
    if len(head.blocks) != -(-head.body_bytes // BLOCK_BYTES):
        raise Undecodable(what="registry", why="its length and its blocks differ")
    return head


def _product(item: object) -> str:
    return Fields([item], "registry", 1).text(_MOST_PRODUCT_CHARS)


def _digest(item: object) -> bytes:
    return Fields([item], "registry", 1).bytes(_DIGEST_BYTES)
