"""Keys of the pages' own, drawn from the hub's: a copy of the database alone gives no second factor
away and cannot forge a row of the audit."""

from __future__ import annotations

import hashlib

from nacl.secret import SecretBox

from fieldapp.hub.keys import HubKeys


def own_key(keys: HubKeys, purpose: bytes) -> bytes:
    """32 bytes for one purpose (at most 16 bytes of name)."""
    return hashlib.blake2b(keys.database_key, digest_size=32, person=purpose).digest()


def seal(keys: HubKeys, secret: bytes) -> bytes:
    """Closed with the hub's keys."""
    return bytes(SecretBox(own_key(keys, b"second factor")).encrypt(secret))


def unseal(keys: HubKeys, sealed: bytes) -> bytes:
    """Open again what `seal` closed."""
    return SecretBox(own_key(keys, b"second factor")).decrypt(sealed)
