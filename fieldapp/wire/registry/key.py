"""The slow, keyed hash of an identity document: what a person is found by in the pocket registry.

A resident ID has about 30 bits that nobody can guess, so that a fast hash hides nothing. This one
costs what OWASP names first for Argon2id (46 MiB, one pass); trying the 3.7 thousand million IDs of
a province with 100 counties and 100 years takes years of one processor, for whoever has the secret.
"""

from __future__ import annotations

import hashlib
import hmac
import unicodedata

SECRET_BYTES = 32
SLOW_KEY_BYTES = 32
MEMORY_KIB, PASSES, LANES = 46 * 1024, 1, 1


def slow_key(secret: bytes, kind: str, number: str) -> bytes:
    """The 32 bytes that stand for a document. `number` as the document model normalises it.

    Some 50 ms of one processor, on purpose; the hub keeps it once it is known.
    """
    from argon2.low_level import Type, hash_secret_raw  # dear to load, and not for every command

    named = unicodedata.normalize("NFC", f"{kind}\0{number}").encode()
    return hash_secret_raw(
        hmac.digest(secret, named, "sha256"),
        hashlib.sha256(b"VX1 pocket registry" + secret).digest()[:16],
        time_cost=PASSES,
        memory_cost=MEMORY_KIB,
        parallelism=LANES,
        hash_len=SLOW_KEY_BYTES,
        type=Type.ID,
    )


def key_id(secret: bytes) -> bytes:
    """The name of a secret: tells which lease opens which file."""
    return hashlib.sha256(b"VX1 pocket registry id" + secret).digest()[:8]
