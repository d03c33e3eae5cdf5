"""The trust list: which keys count, of the hub and of the laptops that sign cards, and which no
longer do.

    trust list = signed "trust" of CBOR [1, version, issued, until, hubs, issuers, devices, users]
    hubs       = [[hub, verify_key, box_key, from_time, until_time]...]
    issuers    = [[device, name, P-256 public key (x | y), revoked time or null]...]
    devices    = [device...]      users = [[device, login]...]     revoked; write-only from then on

Times are Unix seconds of the hub. `until` is the last second at which the list may be relied on: a
laptop that hears no newer one cannot know who was shut out since.
"""

from __future__ import annotations

from dataclasses import dataclass

from nacl.signing import SigningKey, VerifyKey

from fieldapp.wire import cbor
from fieldapp.wire.errors import NewerFormat, WireError
from fieldapp.wire.fields import Fields
from fieldapp.wire.messages import KEY_BYTES, MOST_HEADS, MOST_WORDS, PROTOCOL
from fieldapp.wire.receipt import MOST_ID_BYTES
from fieldapp.wire.signed import MAX_SIGNED_BYTES, open_signed, sign

KIND = "trust"
MOST_ISSUERS = 16_384
POINT_BYTES = 64


class OlderTrustList(WireError):
    """Genuine, and older than the one known: whoever was shut out since would be trusted again."""

    happened = "This trust list is older than the one that is known here."
    next_step = "Nothing needs doing: the newer one stays in force."


@dataclass(frozen=True, slots=True)
class HubKeys:
    """The keys of a hub and when they count; times in Unix seconds, both ends included."""

    hub: bytes
    verify_key: bytes
    box_key: bytes
    from_time: int
    until_time: int


@dataclass(frozen=True, slots=True)
class Issuer:
    """A laptop's key for signing cards: `key` is x | y on P-256, `revoked` since when it is shut
    out, `name` that of its team."""

    device: int
    name: str
    key: bytes
    revoked: int | None = None


@dataclass(frozen=True, slots=True)
class TrustList:
    """A higher `version` replaces a lower one, never the other way round."""

    version: int
    issued: int
    until: int
    hubs: tuple[HubKeys, ...]
    issuers: tuple[Issuer, ...] = ()
    revoked_devices: tuple[int, ...] = ()
    revoked_users: tuple[tuple[int, str], ...] = ()


def sign_trust(trust: TrustList, key: SigningKey) -> bytes:
    """The list as GET /v1/trust answers it, and as it comes with a sync."""
    hubs = [[k.hub, k.verify_key, k.box_key, k.from_time, k.until_time] for k in trust.hubs]
    issuers = [[i.device, i.name, i.key, i.revoked] for i in trust.issuers]
    users = [[device, login] for device, login in trust.revoked_users]
    head = [PROTOCOL, trust.version, trust.issued, trust.until, hubs, issuers]
    return sign(KIND, cbor.dumps([*head, list(trust.revoked_devices), users]), key)


def read_trust(data: bytes, key: VerifyKey) -> TrustList:
    """Check and read a list. Raises Undecodable, NewerFormat or BadSignature."""
    body = open_signed(KIND, data, key)
    fields = Fields(cbor.loads(body, max_bytes=MAX_SIGNED_BYTES), "trust list", 8)
    protocol = fields.number()
    if protocol != PROTOCOL:
        raise NewerFormat(what="trust list", version=protocol)
    return TrustList(
        version=fields.number(least=1),
        issued=fields.time(),
        until=fields.time(),
        hubs=fields.all(_hub, MOST_HEADS),
        issuers=fields.all(_issuer, MOST_ISSUERS),
        revoked_devices=fields.all(_device, MOST_ISSUERS),
        revoked_users=fields.all(_user, MOST_HEADS),
    )


def _hub(item: object) -> HubKeys:
    fields = Fields(item, "trust list", 5)
    return HubKeys(
        hub=fields.bytes(most=MOST_ID_BYTES),
        verify_key=fields.bytes(KEY_BYTES),
        box_key=fields.bytes(KEY_BYTES),
        from_time=fields.time(),
        until_time=fields.time(),
    )


def _issuer(item: object) -> Issuer:
    fields = Fields(item, "trust list", 4)
    device, name = fields.number(least=1), fields.text(MOST_WORDS)
    return Issuer(device, name, fields.bytes(POINT_BYTES), fields.maybe_time())


def _device(item: object) -> int:
    return Fields([item], "trust list", 1).number(least=1)


def _user(item: object) -> tuple[int, str]:
    fields = Fields(item, "trust list", 2)
    return fields.number(least=1), fields.text(MOST_WORDS)
