"""Small things that a hub remembers in its database, by name: whose records these are, editions,
how far something has come."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, delete, insert, select

from fieldapp.hub import schema

_SETTING = select(schema.setting.c.value).where(schema.setting.c.name == bindparam("name"))


def setting(connection: Connection, name: str) -> str | None:
    """A stored setting, if there is one."""
    found = connection.execute(_SETTING, {"name": name}).scalar()
    return None if found is None else str(found)


def set_setting(connection: Connection, name: str, value: str) -> None:
    """Store a setting."""
    connection.execute(delete(schema.setting).where(schema.setting.c.name == name))
    connection.execute(insert(schema.setting).values(name=name, value=value))


def forget_setting(connection: Connection, name: str) -> None:
    """Drop a setting."""
    connection.execute(delete(schema.setting).where(schema.setting.c.name == name))
