"""A bundle: pages on their way to one hub, readable by nobody else.

    bundle = b"VXB1" + CBOR [hub key id, [[device, epoch, first_seq, last_seq]...]] length-prefixed
             by 4 bytes, + X25519 sealed box of CBOR [[device_time, signature, frame]...]

A stranger sees which devices, and up to which numbers; the clear part is a hint, checked against
what the box holds.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

from fieldapp.wire import cbor
from fieldapp.wire.chain import EPOCH_BYTES
from fieldapp.wire.errors import NewerFormat, Undecodable
from fieldapp.wire.fields import Fields
from fieldapp.wire.seal import SIGNATURE_BYTES, SealedFrame

MAGIC = b"VXB1"
MAX_BUNDLE_BYTES = 4 * 1024 * 1024
MAX_HEAD_BYTES = 128 * 1024
MAX_PAGES = 4096
KEY_ID_BYTES = 8


@dataclass(frozen=True, slots=True)
class Span:
    """One page's place: events first_seq to last_seq of a device's epoch."""

    device: int
    epoch: bytes
    first_seq: int
    last_seq: int


@dataclass(frozen=True, slots=True)
class BundleHead:
    """What anybody can see of a bundle."""

    hub_key_id: bytes
    spans: tuple[Span, ...]
    size: int


def key_id(hub_public: bytes) -> bytes:
    """The name of a hub's box key."""
    return hashlib.sha256(b"VX1 hub key" + hub_public).digest()[:KEY_ID_BYTES]


def write_bundle(pages: Sequence[SealedFrame], hub_public: bytes) -> bytes:
    """Seal pages to a hub. Raises ValueError for more than a bundle may hold."""
    spans: list[object] = [[p.device, p.epoch, p.first_seq, p.last_seq] for p in pages]
    head = cbor.dumps([key_id(hub_public), spans])
    inside = cbor.dumps([[p.device_time, p.signature, p.frame_bytes] for p in pages])
    box = SealedBox(PublicKey(hub_public)).encrypt(inside)
    data = MAGIC + len(head).to_bytes(4, "big") + head + box
    if len(pages) > MAX_PAGES or len(head) > MAX_HEAD_BYTES or len(data) > MAX_BUNDLE_BYTES:
        raise ValueError("more than a bundle may hold")
    return data


def peek(data: bytes) -> BundleHead:
    """What a bundle says of itself in the clear. Raises Undecodable or NewerFormat."""
    fields = Fields(cbor.loads(_parts(data)[0], max_bytes=MAX_HEAD_BYTES), "bundle", 2)
    return BundleHead(fields.bytes(KEY_ID_BYTES), fields.all(_span, MAX_PAGES), len(data))


def read_bundle(data: bytes, hub_private: bytes) -> list[SealedFrame]:
    """Open a bundle; its seals are still to be checked (`wire.seal`). Raises Undecodable."""
    spans = peek(data).spans
    try:
        inside = SealedBox(PrivateKey(hub_private)).decrypt(_parts(data)[1])
    except (CryptoError, ValueError) as error:
        raise Undecodable(what="bundle", why="it is damaged, or meant for another hub") from error
    pages = cbor.loads(inside, max_bytes=MAX_BUNDLE_BYTES)
    if not isinstance(pages, list) or len(pages) != len(spans):
        raise Undecodable(what="bundle", why="its pages are not those it names")
    return [_page(span, page) for span, page in zip(spans, pages, strict=True)]


def _parts(data: bytes) -> tuple[bytes, bytes]:
    if len(data) > MAX_BUNDLE_BYTES:
        raise Undecodable(what="bundle", why="it is larger than a bundle may be")
    if data[:3] == MAGIC[:3] and data[3:4].isdigit() and data[3:4] > MAGIC[3:]:
        raise NewerFormat(what="bundle", version=int(data[3:4]))
    length = int.from_bytes(data[4:8], "big")
    if data[:4] != MAGIC or not 0 < length <= min(len(data) - 8, MAX_HEAD_BYTES):
        raise Undecodable(what="bundle", why="it does not begin like one, or is cut short")
    return data[8 : 8 + length], data[8 + length :]


def _span(item: object) -> Span:
    fields = Fields(item, "bundle", 4)
    device, epoch = fields.number(), fields.bytes(EPOCH_BYTES)
    first = fields.number(least=1)
    return Span(device, epoch, first, fields.number(least=first))


def _page(span: Span, item: object) -> SealedFrame:
    fields = Fields(item, "bundle", 3)
    where = (span.device, span.epoch, span.first_seq, span.last_seq)
    return SealedFrame(*where, fields.time(), fields.bytes(SIGNATURE_BYTES), fields.bytes())
