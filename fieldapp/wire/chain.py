"""How events are chained: the four hashes of VX1. Pure arithmetic on bytes.

    c_i    = SHA256(02 | salt_i | body)        commits to a body that may later be erased
    leaf_i = SHA256(00 | header | c_i)
    h_i    = SHA256(01 | h_(i-1) | leaf_i)     the identity of event i
    h_0    = SHA256(03 | epoch)

salt_i is the first 16 bytes of HMAC-SHA256(seed, seq as 8 bytes big-endian); one random 16-byte
seed serves SALT_BLOCK consecutive sequence numbers, so that salts cost a fraction of a byte each.
"""

from __future__ import annotations

import hashlib
import hmac

SALT_BLOCK = 256
SALT_BYTES = 16
HASH_BYTES = 32
EPOCH_BYTES = 8
REF_BYTES = 16
"""A reference to an event of another epoch or device: the first 16 bytes of its hash."""


def genesis(epoch: bytes) -> bytes:
    """h_0 of an epoch."""
    return hashlib.sha256(b"\x03" + epoch).digest()


def salt_block(seq: int) -> int:
    """The number of the salt block that sequence number `seq` (from 1) belongs to."""
    return (seq - 1) // SALT_BLOCK


def salt(seed: bytes, seq: int) -> bytes:
    """salt_i for sequence number `seq`, from its block's seed."""
    return hmac.digest(seed, seq.to_bytes(8, "big"), "sha256")[:SALT_BYTES]


def commitment(salt_i: bytes, body: bytes) -> bytes:
    """c_i: says nothing about the body without the salt."""
    return hashlib.sha256(b"\x02" + salt_i + body).digest()


def leaf(header: bytes, commitment_i: bytes) -> bytes:
    """leaf_i."""
    return hashlib.sha256(b"\x00" + header + commitment_i).digest()


def link(previous: bytes, leaf_i: bytes) -> bytes:
    """h_i, the hash that names event i and everything before it."""
    return hashlib.sha256(b"\x01" + previous + leaf_i).digest()


def extend(previous: bytes, header: bytes, body: bytes, salt_i: bytes) -> bytes:
    """h_i straight from an event's exact bytes."""
    return link(previous, leaf(header, commitment(salt_i, body)))
