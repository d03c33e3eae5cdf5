"""A membership: the hub's signed word that a laptop with this key is one of its own, until a day.

    membership = signed "member" of CBOR [1, hub, device, device_key, issued, until, [device...]]

The list names laptops shut out not so long ago that an older membership of theirs could still hold.
Times are Unix seconds of the hub.
"""

from __future__ import annotations

from dataclasses import dataclass

from nacl.signing import SigningKey, VerifyKey

from fieldapp.wire import cbor
from fieldapp.wire.errors import NewerFormat
from fieldapp.wire.fields import Fields
from fieldapp.wire.messages import KEY_BYTES, PROTOCOL
from fieldapp.wire.receipt import MOST_ID_BYTES
from fieldapp.wire.signed import open_signed, sign

KIND = "member"
MAX_MEMBERSHIP_BYTES = 32 * 1024
MOST_SHUT_OUT = 4096


@dataclass(frozen=True, slots=True)
class Membership:
    """`until` is the last second at which it holds."""

    hub: bytes
    device: int
    device_key: bytes
    issued: int
    until: int
    shut_out: tuple[int, ...] = ()


def sign_membership(membership: Membership, key: SigningKey) -> bytes:
    """The membership as it travels and is kept."""
    m = membership
    who = [PROTOCOL, m.hub, m.device, m.device_key, m.issued, m.until]
    return sign(KIND, cbor.dumps([*who, list(m.shut_out)]), key)


def read_membership(data: bytes, key: VerifyKey) -> Membership:
    """Check and read one. Raises Undecodable, NewerFormat or BadSignature."""
    body = open_signed(KIND, data, key)
    fields = Fields(cbor.loads(body, max_bytes=MAX_MEMBERSHIP_BYTES), "membership", 7)
    protocol = fields.number()
    if protocol != PROTOCOL:
        raise NewerFormat(what="membership", version=protocol)
    return Membership(
        hub=fields.bytes(most=MOST_ID_BYTES),
        device=fields.number(least=1),
        device_key=fields.bytes(KEY_BYTES),
        issued=fields.time(),
        until=fields.time(),
        shut_out=fields.all(_device, MOST_SHUT_OUT),
    )


def _device(item: object) -> int:
    return Fields([item], "membership", 1).number(least=1)
