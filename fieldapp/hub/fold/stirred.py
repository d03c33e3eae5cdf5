"""Notes whom a fold concerned, until the regions are published (`hub.regions.publish`), who is due
is known anew (`hub.due.keeping`) and other systems can ask what changed (`hub.changes`)."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection

from fieldapp.hub import schema
from fieldapp.hub.changes.tables import change_news
from fieldapp.hub.due.tables import due_news
from fieldapp.hub.fold.rows import insert_rows, rows_in

_NOTES = (schema.stirred, due_news, change_news)
_client = schema.client.c
_WHOSE = [_client.id, _client.person]


def stir(connection: Connection, clients: Iterable[bytes]) -> None:
    """These registrations, or their doses, may say something else from now on."""
    rows = [{"client": client} for client in sorted(clients)]
    for table in _NOTES:
        insert_rows(connection, table, rows)


def around(connection: Connection, touched: Iterable[bytes]) -> tuple[set[bytes], set[bytes]]:
    """Every registration of the people concerned, and who these people are now."""
    noted = set(touched)
    persons = {person for _, person in rows_in(connection, _WHOSE, _client.id, noted)}
    theirs = {id_ for id_, _ in rows_in(connection, _WHOSE, _client.person, persons)}
    return noted | theirs, persons
