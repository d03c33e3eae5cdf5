"""A lease: keys by name, lent by the hub to one laptop until a day, sealed so that it alone reads.

    lease = signed "lease" of CBOR [1, hub, device, issued, until, sealed]
    sealed = a NaCl sealed box, to the device's Ed25519 key taken as X25519, of
             CBOR [[name, key id, key of 32 bytes]...]

Whoever carries a lease learns whom it is for and when it ends, and no key. Times are Unix seconds
of the hub.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from nacl.exceptions import CryptoError
from nacl.public import SealedBox
from nacl.signing import SigningKey, VerifyKey

from fieldapp.wire import cbor
from fieldapp.wire.errors import NewerFormat, Undecodable
from fieldapp.wire.fields import Fields
from fieldapp.wire.messages import KEY_BYTES, PROTOCOL
from fieldapp.wire.receipt import MOST_ID_BYTES
from fieldapp.wire.signed import open_signed, sign

KIND = "lease"
MAX_LEASE_BYTES = 256 * 1024
MOST_KEYS = 1024
MOST_NAME = 200


@dataclass(frozen=True, slots=True)
class NamedKey:
    """One lent key. A new `id` under the same name replaces the key of before."""

    name: str
    id: int
    key: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Lease:
    """`until` is the last second at which the keys may be used."""

    hub: bytes
    device: int
    issued: int
    until: int
    keys: tuple[NamedKey, ...]


@dataclass(frozen=True, slots=True)
class SealedLease:
    """A lease as anybody can read it; `sealed` holds the keys."""

    hub: bytes
    device: int
    issued: int
    until: int
    sealed: bytes = field(repr=False)


def sign_lease(lease: Lease, device_key: VerifyKey, hub_key: SigningKey) -> bytes:
    """The lease as it travels."""
    named = [[key.name, key.id, key.key] for key in lease.keys]
    box = SealedBox(device_key.to_curve25519_public_key())
    head = [PROTOCOL, lease.hub, lease.device, lease.issued, lease.until]
    return sign(KIND, cbor.dumps([*head, box.encrypt(cbor.dumps(named))]), hub_key)


def read_sealed(data: bytes, hub_key: VerifyKey) -> SealedLease:
    """Whom it is for and until when. Raises Undecodable, NewerFormat or BadSignature."""
    body = open_signed(KIND, data, hub_key)
    fields = Fields(cbor.loads(body, max_bytes=MAX_LEASE_BYTES), "lease", 6)
    protocol = fields.number()
    if protocol != PROTOCOL:
        raise NewerFormat(what="lease", version=protocol)
    return SealedLease(
        hub=fields.bytes(most=MOST_ID_BYTES),
        device=fields.number(least=1),
        issued=fields.time(),
        until=fields.time(),
        sealed=fields.bytes(),
    )


def open_lease(sealed: SealedLease, device_key: SigningKey) -> Lease:
    """Take the keys out. Raises Undecodable when it was sealed to another laptop."""
    box = SealedBox(device_key.to_curve25519_private_key())
    try:
        opened = box.decrypt(sealed.sealed)
    except CryptoError as error:
        raise Undecodable(what="lease", why="it is for another laptop") from error
    fields = Fields([cbor.loads(opened, max_bytes=MAX_LEASE_BYTES)], "lease", 1)
    keys = fields.all(_key, MOST_KEYS)
    return Lease(sealed.hub, sealed.device, sealed.issued, sealed.until, keys)


def _key(item: object) -> NamedKey:
    fields = Fields(item, "lease", 3)
    return NamedKey(fields.text(MOST_NAME), fields.number(), fields.bytes(KEY_BYTES))
