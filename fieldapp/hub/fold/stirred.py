"""Notes whom a fold concerned, until the regions are published (`hub.regions.publish`)."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, insert

from fieldapp.hub import schema

_STIR = insert(schema.stirred)


def stir(connection: Connection, clients: Iterable[bytes]) -> None:
    """These registrations, or their doses, may say something else from now on."""
    rows = [{"client": client} for client in sorted(clients)]
    if rows:
        connection.execute(_STIR, rows)
