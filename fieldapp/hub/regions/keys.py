"""The keys that laptops are lent, by name: all follow from one secret of this hub.

    region/<name>   opens the segments of a region, and hashes the documents in them
    roster          the key of one laptop's own roster file: the same in every lease of that laptop,
                    so that a lease that ended and is renewed opens what was pulled before
    registry        with it the pocket registry is asked about a document: one for all and for ever,
                    since ten million slow keys follow from it

A key's id counts the laptops shut out so far: what is published after one was shut out stands under
a key that it never had.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from collections.abc import Callable

from sqlalchemy import Connection, func, select

from fieldapp.hub import schema
from fieldapp.hub.devices import Device
from fieldapp.hub.regions.subscriptions import regions_of
from fieldapp.hub.settings import set_setting, setting
from fieldapp.wire.lease import NamedKey

REGION, VAULT, REGISTRY = "region/", "roster", "registry"
_SECRET = "roster_secret"  # noqa: S105  the name of a setting, not a secret
_SECRET_BYTES = 32
_SHUT_OUT = select(func.count()).where(schema.device.c.revoked_s.is_not(None))


def make_secret(connection: Connection, random: Callable[[int], bytes] = os.urandom) -> None:
    """Make the hub's secret if there is none yet; inside the caller's write transaction."""
    if setting(connection, _SECRET) is None:
        set_setting(connection, _SECRET, random(_SECRET_BYTES).hex())


def has_secret(connection: Connection) -> bool:
    """Whether anything can be lent yet."""
    return setting(connection, _SECRET) is not None


def region_key(connection: Connection, region: str) -> NamedKey:
    """The key under which a region is published from now on."""
    number = 1 + int(connection.execute(_SHUT_OUT).scalar_one())
    name = REGION + region
    return NamedKey(name, number, _derived(connection, f"{name}\x00{number}"))


def registry_key(connection: Connection) -> NamedKey:
    """With what the pocket registry is asked."""
    return NamedKey(REGISTRY, 1, _derived(connection, f"{REGISTRY}\x001"))


def named_keys(connection: Connection, device: Device) -> tuple[NamedKey, ...]:
    """All that a laptop is lent: its roster's key, the registry's, and one a region it pulls."""
    own = NamedKey(VAULT, 1, _derived(connection, f"{VAULT}\x00{device.no}"))
    everybody = registry_key(connection)
    return (
        own,
        everybody,
        *(region_key(connection, region) for region in regions_of(connection, device)),
    )


def _derived(connection: Connection, name: str) -> bytes:
    secret = bytes.fromhex(setting(connection, _SECRET) or "")
    return hmac.digest(secret, b"VX1 lent key\x00" + name.encode(), hashlib.sha256)
