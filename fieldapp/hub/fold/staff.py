"""Which users were named on which laptop."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, insert, select

from fieldapp.hub import schema
from fieldapp.hub.fold.rows import rows_in

_staff = schema.staff.c
_NAMED = select(_staff.login).where(
    _staff.device == bindparam("device"), _staff.login == bindparam("login")
)
_NEW = insert(schema.staff)


def name_user(connection: Connection, device: int, login: str) -> None:
    """A user was named; again changes nothing."""
    if not is_named(connection, device, login):
        connection.execute(_NEW, {"device": device, "login": login})


def named_on(connection: Connection, devices: Iterable[int]) -> set[tuple[int, str]]:
    """Every user of these laptops."""
    rows = rows_in(connection, [_staff.device, _staff.login], _staff.device, set(devices))
    return {(device, login) for device, login in rows}


def is_named(connection: Connection, device: int, login: str) -> bool:
    """Whether a laptop ever named this user."""
    found = connection.execute(_NAMED, {"device": device, "login": login})
    return found.first() is not None
