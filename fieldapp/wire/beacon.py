"""A head beacon: 40 bytes a day by SMS or radio, so that the hub knows what it is owed.

    beacon = 01 | device, 3 bytes | day, 2 | epoch, 8 | seq, 4 | the event's id, first 12
             | doses, 4 | HMAC-SHA256(key, all before), first 6
    text   = Crockford's base32 of it in sixteen groups of four

`key` is shared by laptop and hub alone: SHA256(b"VX1 beacon" | X25519 of the laptop's and the hub's
keys). Names nobody; whoever hears it learns how much one laptop has recorded.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass

from nacl.bindings import crypto_scalarmult
from nacl.public import PrivateKey
from nacl.signing import SigningKey, VerifyKey

from fieldapp.wire.chain import EPOCH_BYTES
from fieldapp.wire.errors import BadSignature, NewerFormat, Undecodable
from fieldapp.wire.spelled import spell, unspell

BEACON_BYTES = 40
HASH_PREFIX_BYTES = 12
_VERSION = 1
_MAC_BYTES = 6
_DEVICE, _DAY, _SEQ, _DOSES = 3, 2, 4, 4


@dataclass(frozen=True, slots=True)
class Beacon:
    """`day` counts from 1970-01-01; `head` is the beginning of the newest event's id; `doses` are
    all dose records of the laptop, every epoch's."""

    device: int
    day: int
    epoch: bytes
    seq: int
    head: bytes
    doses: int


def laptops_key(own: SigningKey, hub_public: bytes) -> bytes:
    """The shared key, as the laptop knows it."""
    return _key(bytes(own.to_curve25519_private_key()), hub_public)


def hubs_key(hub_private: bytes, device: VerifyKey) -> bytes:
    """The same, as the hub knows it."""
    return _key(bytes(PrivateKey(hub_private)), bytes(device.to_curve25519_public_key()))


def _key(private: bytes, public: bytes) -> bytes:
    return hashlib.sha256(b"VX1 beacon" + crypto_scalarmult(private, public)).digest()


def write_beacon(beacon: Beacon, key: bytes) -> str:
    """The text to send."""
    b = beacon
    clear = bytes([_VERSION]) + b.device.to_bytes(_DEVICE, "big") + b.day.to_bytes(_DAY, "big")
    clear += b.epoch + b.seq.to_bytes(_SEQ, "big") + b.head[:HASH_PREFIX_BYTES]
    clear += b.doses.to_bytes(_DOSES, "big")
    return spell(clear + _mac(key, clear))


def device_of(text: str) -> int:
    """Whose beacon it says it is. Raises Undecodable, NewerFormat."""
    return int.from_bytes(_bytes(text)[1 : 1 + _DEVICE], "big")


def read_beacon(text: str, key: bytes) -> Beacon:
    """Check and read a beacon as typed or pasted. Raises Undecodable, NewerFormat, BadSignature."""
    data = _bytes(text)
    clear, mac = data[:-_MAC_BYTES], data[-_MAC_BYTES:]
    if not hmac.compare_digest(mac, _mac(key, clear)):
        raise BadSignature(what="beacon", who="the laptop it names")
    fields, at = [], 1
    for size in (_DEVICE, _DAY, EPOCH_BYTES, _SEQ, HASH_PREFIX_BYTES, _DOSES):
        fields.append(clear[at : at + size])
        at += size
    device, day, epoch, seq, head, doses = fields
    return Beacon(_number(device), _number(day), epoch, _number(seq), head, _number(doses))


def _bytes(text: str) -> bytes:
    try:
        data = unspell(text, BEACON_BYTES)
    except ValueError as error:
        raise Undecodable(what="beacon", why=str(error)) from error
    if data[0] != _VERSION:
        raise NewerFormat(what="beacon", version=data[0])
    return data


def _mac(key: bytes, clear: bytes) -> bytes:
    return hmac.digest(key, clear, "sha256")[:_MAC_BYTES]


def _number(data: bytes) -> int:
    return int.from_bytes(data, "big")
