"""Which users were named on which laptop."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select

from fieldapp.hub import schema

_staff = schema.staff.c


def name_user(connection: Connection, device: int, login: str) -> None:
    """A user was named; again changes nothing."""
    if not is_named(connection, device, login):
        connection.execute(insert(schema.staff).values(device=device, login=login))


def is_named(connection: Connection, device: int, login: str) -> bool:
    """Whether a laptop ever named this user."""
    named = select(_staff.login).where(_staff.device == device, _staff.login == login)
    return connection.execute(named).first() is not None
