"""Whether a hub is for practice: its first team decides, and the other kind never joins."""

from __future__ import annotations

from sqlalchemy import Connection, select, union

from fieldapp.domain.made_up import is_made_up
from fieldapp.hub import schema
from fieldapp.hub.errors import TwoWorlds

_code, _device = schema.enrol_code.c, schema.device.c
_ONE_OF = tuple(select(kind).limit(1) for kind in (_device.kind, _code.kind))


def is_for_practice(connection: Connection) -> bool:
    """Whether everybody in it is made up. While it has no team, it is not."""
    kinds = (connection.execute(one).scalar() for one in _ONE_OF)
    return is_made_up(next((kind for kind in kinds if kind is not None), ""))


def keep_apart(connection: Connection, kind: str) -> None:
    """Made-up people and real ones never share a hub. Raises TwoWorlds."""
    kinds = connection.execute(union(select(_code.kind), select(_device.kind))).scalars().all()
    worlds = {is_made_up(known) for known in kinds}
    if worlds - {is_made_up(kind.strip())}:
        raise TwoWorlds(kind="real" if is_made_up(kind.strip()) else "for practice")
