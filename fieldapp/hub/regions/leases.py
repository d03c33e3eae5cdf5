"""Leases: a laptop's keys for two weeks, renewed at a sync a day, never for who is shut out."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from fieldapp.hub import schema
from fieldapp.hub.asking import Asking
from fieldapp.hub.devices import Device
from fieldapp.hub.regions.keys import has_secret, named_keys
from fieldapp.hub.regions.subscriptions import newest_change_s
from fieldapp.hub.running import Hub
from fieldapp.wire.lease import Lease, sign_lease

CURSOR = "lease"
LIFE_S = 14 * 86_400
RENEW_AFTER_S = 86_400

_REVOKED = select(func.max(schema.device.c.revoked_s))


def for_laptop(asking: Asking) -> Iterator[bytes]:
    """A lease for a laptop that says which one it has, if that is a day old or lacks a key."""
    issued = asking.cursors.get(CURSOR)
    if issued is None:
        return
    with asking.hub.store.reading() as connection:
        if has_secret(connection) and _is_past(connection, asking, issued):
            yield sign_for(asking.hub, connection, asking.device, asking.now_s)


def _is_past(connection: Connection, asking: Asking, issued: int) -> bool:
    if not 0 <= asking.now_s - issued < RENEW_AFTER_S:
        return True
    revoked = connection.execute(_REVOKED).scalar() or 0
    return issued <= max(revoked, newest_change_s(connection, asking.device))


def sign_for(hub: Hub, connection: Connection, device: Device, now_s: int) -> bytes:
    """A lease from now on."""
    keys = named_keys(connection, device)
    lease = Lease(hub.store.keys.hub_id, device.no, now_s, now_s + LIFE_S, keys)
    return sign_lease(lease, device.key, hub.key)
