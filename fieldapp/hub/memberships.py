"""Memberships: by which two laptops of this hub know each other where the hub cannot be asked."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, bindparam, select

from fieldapp.hub import schema
from fieldapp.hub.asking import Asking
from fieldapp.hub.devices import Device
from fieldapp.hub.running import Hub
from fieldapp.wire.membership import MOST_SHUT_OUT, Membership, sign_membership

LIFE_S = 45 * 86_400
"""Longer than a tour without any network; what a shut-out laptop can use its last one for."""

RENEW_AFTER_S = 3600
CURSOR = "member"

_device = schema.device.c
_SHUT_OUT = (
    select(_device.no)
    .where(_device.revoked_s >= bindparam("since_s"))
    .order_by(_device.revoked_s.desc(), _device.no)
    .limit(MOST_SHUT_OUT)
)


def for_laptop(asking: Asking) -> Iterator[bytes]:
    """A new membership, unless the laptop's is less than an hour old and names all who are out."""
    issued = asking.cursors.get(CURSOR)
    with asking.hub.store.reading() as connection:
        if issued is None or _is_past(connection, issued, asking.now_s):
            yield sign_for_member(asking.hub, connection, asking.device, asking.now_s)


def _is_past(connection: Connection, issued: int, now_s: int) -> bool:
    if not 0 <= now_s - issued < RENEW_AFTER_S:
        return True
    return connection.execute(_SHUT_OUT, {"since_s": issued}).first() is not None


def sign_for_member(hub: Hub, connection: Connection, device: Device, now_s: int) -> bytes:
    """A membership from now on, for a laptop that is not shut out."""
    membership = Membership(
        hub=hub.store.keys.hub_id,
        device=device.no,
        device_key=device.verify_key,
        issued=now_s,
        until=now_s + LIFE_S,
        shut_out=shut_out(connection, now_s),
    )
    return sign_membership(membership, hub.key)


def shut_out(connection: Connection, now_s: int) -> tuple[int, ...]:
    """Laptops revoked so lately that a membership of theirs may still run."""
    revoked = connection.execute(_SHUT_OUT, {"since_s": now_s - LIFE_S})
    return tuple(sorted(number for (number,) in revoked))
