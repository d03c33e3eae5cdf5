"""The trust list: which keys of the hub count, and which devices and users no longer do.

trust list = signed "trust" of CBOR [1, version, hub_time, keys, devices, users]
keys       = [[hub, verify_key, box_key, from_time, until_time]...]     Unix seconds
devices    = [device...]      users = [[device, login]...]     revoked; write-only from then on
"""

from __future__ import annotations

from dataclasses import dataclass

from nacl.signing import SigningKey, VerifyKey

from fieldapp.wire import cbor
from fieldapp.wire.errors import NewerFormat
from fieldapp.wire.fields import Fields
from fieldapp.wire.messages import KEY_BYTES, MOST_HEADS, MOST_WORDS, PROTOCOL
from fieldapp.wire.receipt import MOST_ID_BYTES
from fieldapp.wire.signed import MAX_SIGNED_BYTES, open_signed, sign

KIND = "trust"


@dataclass(frozen=True, slots=True)
class HubKeys:
    """The keys of a hub and when they count; times in Unix seconds, both ends included."""

    hub: bytes
    verify_key: bytes
    box_key: bytes
    from_time: int
    until_time: int


@dataclass(frozen=True, slots=True)
class TrustList:
    """A higher `version` replaces a lower one, never the other way round."""

    version: int
    hub_time: int
    keys: tuple[HubKeys, ...]
    revoked_devices: tuple[int, ...] = ()
    revoked_users: tuple[tuple[int, str], ...] = ()


def sign_trust(trust: TrustList, key: SigningKey) -> bytes:
    """The list as GET /v1/trust answers it."""
    keys = [[k.hub, k.verify_key, k.box_key, k.from_time, k.until_time] for k in trust.keys]
    users = [[device, login] for device, login in trust.revoked_users]
    head = [PROTOCOL, trust.version, trust.hub_time, keys]
    return sign(KIND, cbor.dumps([*head, list(trust.revoked_devices), users]), key)


def read_trust(data: bytes, key: VerifyKey) -> TrustList:
    """Check and read a list. Raises Undecodable, NewerFormat or BadSignature."""
    body = open_signed(KIND, data, key)
    fields = Fields(cbor.loads(body, max_bytes=MAX_SIGNED_BYTES), "trust list", 6)
    protocol = fields.number()
    if protocol != PROTOCOL:
        raise NewerFormat(what="trust list", version=protocol)
    return TrustList(
        version=fields.number(least=1),
        hub_time=fields.time(),
        keys=fields.all(_keys, MOST_HEADS),
        revoked_devices=fields.all(_device, MOST_HEADS),
        revoked_users=fields.all(_user, MOST_HEADS),
    )


def _keys(item: object) -> HubKeys:
    fields = Fields(item, "trust list", 5)
    return HubKeys(
        hub=fields.bytes(most=MOST_ID_BYTES),
        verify_key=fields.bytes(KEY_BYTES),
        box_key=fields.bytes(KEY_BYTES),
        from_time=fields.time(),
        until_time=fields.time(),
    )


def _device(item: object) -> int:
    return Fields([item], "trust list", 1).number(least=1)


def _user(item: object) -> tuple[int, str]:
    fields = Fields(item, "trust list", 2)
    return fields.number(least=1), fields.text(MOST_WORDS)
