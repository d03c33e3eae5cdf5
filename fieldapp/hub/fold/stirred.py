"""Notes whom a fold concerned, until the regions are published (`hub.regions.publish`) and who is
due is known anew (`hub.due.keeping`)."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, insert

from fieldapp.hub import schema
from fieldapp.hub.due.tables import due_news

_STIR, _NEWS = insert(schema.stirred), insert(due_news)


def stir(connection: Connection, clients: Iterable[bytes]) -> None:
    """These registrations, or their doses, may say something else from now on."""
    rows = [{"client": client} for client in sorted(clients)]
    if rows:
        connection.execute(_STIR, rows)
        connection.execute(_NEWS, rows)
