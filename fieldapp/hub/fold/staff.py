"""Which users were named on which laptop."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, insert, select

from fieldapp.hub import schema
from fieldapp.hub.fold.rows import rows_in

_staff = schema.staff.c


def name_user(connection: Connection, device: int, login: str) -> None:
    """A user was named; again changes nothing."""
    if not is_named(connection, device, login):
        connection.execute(insert(schema.staff).values(device=device, login=login))


def named_on(connection: Connection, devices: Iterable[int]) -> set[tuple[int, str]]:
    """Every user of these laptops."""
    rows = rows_in(connection, [_staff.device, _staff.login], _staff.device, set(devices))
    return {(device, login) for device, login in rows}


def is_named(connection: Connection, device: int, login: str) -> bool:
    """Whether a laptop ever named this user."""
    named = select(_staff.login).where(_staff.device == device, _staff.login == login)
    return connection.execute(named).first() is not None
