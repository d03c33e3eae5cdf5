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
from fieldapp.wire.errors import Undecodable
from fieldapp.wire.seal import SealedFrame

MAGIC = b"VXB1"
MAX_BUNDLE_BYTES = 4 * 1024 * 1024
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
    """Seal pages to a hub."""
    spans: list[object] = [[p.device, p.epoch, p.first_seq, p.last_seq] for p in pages]
    head = cbor.dumps([key_id(hub_public), spans])
    inside = cbor.dumps([[p.device_time, p.signature, p.frame_bytes] for p in pages])
    box = SealedBox(PublicKey(hub_public)).encrypt(inside)
    return MAGIC + len(head).to_bytes(4, "big") + head + box


def peek(data: bytes) -> BundleHead:
    """What a bundle says of itself in the clear. Raises Undecodable."""
    head, _ = _parts(data)
    match cbor.loads(head, max_bytes=MAX_BUNDLE_BYTES):
        case [bytes(hub_key_id), list(spans)]:
            return BundleHead(hub_key_id, tuple(_span(span) for span in spans), len(data))
    raise Undecodable(what="bundle", why="its first part is not [hub, spans]")


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
    length = int.from_bytes(data[4:8], "big")
    if data[:4] != MAGIC or not 0 < length <= len(data) - 8 or len(data) > MAX_BUNDLE_BYTES:
        raise Undecodable(what="bundle", why="it does not begin like one, or is cut short")
    return data[8 : 8 + length], data[8 + length :]


def _span(item: object) -> Span:
    match item:
        case [int(device), bytes(epoch), int(first), int(last)] if 1 <= first <= last:
            return Span(device, epoch, first, last)
    raise Undecodable(what="bundle", why="a span is not [device, epoch, first, last]")


def _page(span: Span, item: object) -> SealedFrame:
    match item:
        case [int(device_time), bytes(signature), bytes(frame)]:
            where = (span.device, span.epoch, span.first_seq, span.last_seq)
            return SealedFrame(*where, device_time, signature, frame)
    raise Undecodable(what="bundle", why="a page is not [time, signature, frame]")
