"""The secret of the pocket registry: without it nobody can ask a file about anybody.

Made once, kept in the encrypted database, handed to laptops in their leases.
"""

from __future__ import annotations

import os
from collections.abc import Callable

from sqlalchemy import Connection

from fieldapp.hub.store import set_setting, setting
from fieldapp.wire.registry.key import SECRET_BYTES

_SECRET = "registry_secret"  # noqa: S105  the name of a setting, not a secret


def secret_of(connection: Connection, random: Callable[[int], bytes] = os.urandom) -> bytes:
    """The hub's secret, made at the first call; inside the caller's write transaction."""
    known = known_secret(connection)
    if known is not None:
        return known
    made = random(SECRET_BYTES)
    set_setting(connection, _SECRET, made.hex())
    return made


def known_secret(connection: Connection) -> bytes | None:
    """The secret, if there is one yet."""
    found = setting(connection, _SECRET)
    return None if found is None else bytes.fromhex(found)
