"""Which life of its database a hub is in: a new one begins when it is put back from a backup.

Laptops notice by themselves what a hub lacks, and send it again; this is how its people see it, and
why the numbers of laptops that joined since the backup are given to nobody else.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, func, select

from fieldapp.hub import schema
from fieldapp.hub.settings import set_setting, setting

_SETTING, _FLOOR = "generation", "device_floor"
_ID_BYTES = 8
_SKIPPED_NUMBERS = 1000
_device = schema.device.c


@dataclass(frozen=True, slots=True)
class Generation:
    """One life. `made_s` is when the backup was made, `restored_s` when it was put back (Unix)."""

    id: str
    made_s: int
    restored_s: int


def current(connection: Connection) -> Generation | None:
    """The life since the hub was put back last; None if it never was."""
    stored = setting(connection, _SETTING)
    return None if stored is None else Generation(**json.loads(stored))


def begin(
    connection: Connection, made_s: int, now_s: int, random: Callable[[int], bytes] = os.urandom
) -> Generation:
    """A hub was put back: a new life. Laptops that joined since are unknown here; their numbers,
    which may be on pages that neighbours hold, are skipped."""
    begun = Generation(random(_ID_BYTES).hex(), made_s, now_s)
    set_setting(connection, _SETTING, json.dumps(asdict(begun)))
    newest = int(connection.execute(select(func.max(_device.no))).scalar() or 0)
    floor = max(newest, device_floor(connection)) + _SKIPPED_NUMBERS
    set_setting(connection, _FLOOR, str(floor))
    return begun


def device_floor(connection: Connection) -> int:
    """A new laptop's number is above this."""
    return int(setting(connection, _FLOOR) or 0)


def not_heard_since(connection: Connection) -> int:
    """How many laptops have not been here since the hub was put back: what they have sent
    meanwhile may be lacking."""
    life = current(connection)
    if life is None:
        return 0
    heard = func.coalesce(_device.last_contact_s, 0) >= life.restored_s
    silent = select(func.count()).where(~heard, _device.revoked_s.is_(None))
    return int(connection.execute(silent).scalar_one())
