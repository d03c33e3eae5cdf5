"""Made-up people of a registry: slow keys without the slowness."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping, Sequence

from nacl.signing import SigningKey

from fieldapp.wire.registry.entry import Holding, encode
from fieldapp.wire.registry.head import Head, encode_head
from fieldapp.wire.registry.writing import write_body

KEY = SigningKey(b"k" * 32)
PRODUCTS = ("covid-test-1", "covid-test-2", "flu-test")


def made_up_key(number: int) -> bytes:
    return hashlib.sha256(f"made up {number}".encode()).digest()


def made_up_file(
    people: Mapping[bytes, Sequence[Holding]],
    *,
    edition: int = 1,
    hub: bytes = b"hub-test",
    key: SigningKey = KEY,
    secret_id: bytes = b"key-id-8",
) -> bytes:
    """A whole registry of these people."""
    body = io.BytesIO()
    ordered = [(slow, encode(slow, people[slow], PRODUCTS)) for slow in sorted(people)]
    written = write_body(body, ordered)
    head = Head(hub, edition, 1_790_000_000, secret_id, written.entries, PRODUCTS, written.blocks)
    return encode_head(head, key) + body.getvalue()
