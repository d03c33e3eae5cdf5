"""Makes the hub's tables anew when this program makes other ones than the database holds.

Views follow from frames alone, so a new table, column or fact needs no migration: at the first
opening by another program they are made anew and folded again. What was received is never touched;
a table of it that is new is made, empty.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import AbstractContextManager, nullcontext

from sqlalchemy import Connection, insert, select
from sqlalchemy.schema import CreateTable

from fieldapp import __version__
from fieldapp.hub import postgres, schema, server_tables
from fieldapp.hub.allocation import tables as of_given  # noqa: F401  its tables join `schema`'s
from fieldapp.hub.api import tables as of_programs  # noqa: F401  so do these
from fieldapp.hub.booking import tables as of_booking  # noqa: F401  so do these
from fieldapp.hub.bulk import tables as of_bulk  # noqa: F401  so do these
from fieldapp.hub.cases import tables as of_cases  # noqa: F401  so do these
from fieldapp.hub.changes import tables as of_changes
from fieldapp.hub.coverage import tables as of_coverage  # noqa: F401  and these
from fieldapp.hub.daily import tables as of_days  # noqa: F401  and these
from fieldapp.hub.due import tables as of_due
from fieldapp.hub.erasure import tables as of_erasure  # noqa: F401  and these
from fieldapp.hub.lots import tables as of_lots  # noqa: F401  so do these
from fieldapp.hub.messages import tables  # noqa: F401  and these
from fieldapp.hub.operating import tables as of_sessions  # noqa: F401  and these
from fieldapp.hub.push import tables as of_pushing  # noqa: F401  and these
from fieldapp.hub.registry import tables as of_registry
from fieldapp.hub.sync_log import tables as of_sync_log  # noqa: F401  and these
from fieldapp.hub.telephones import team_telephone  # noqa: F401  and this
from fieldapp.hub.web import tables as of_pages  # noqa: F401  and these
from fieldapp.wire.facts import CURRENT


def _edition() -> str:
    """A fingerprint of the tables, of the facts that are known, and of the program that folds."""
    made = [
        str(CreateTable(table))
        for metadata in (schema.truth, schema.views)
        for table in metadata.sorted_tables
    ]
    told = repr((__version__, sorted(CURRENT.values()), made))
    return hashlib.sha256(told.encode()).hexdigest()


def make_truth(connection: Connection) -> None:
    """Make the tables of what was received, those that are missing."""
    if postgres.is_server(connection):
        server_tables.make_frame(connection)
    schema.truth.create_all(connection)
    of_registry.kept.create_all(connection)


def make_views(connection: Connection, into: str = postgres.VIEWS) -> None:
    """Make the tables that follow from frames, empty; `into`: a schema of the server's."""
    with _views_go_to(connection, into):
        schema.views.create_all(connection)
        connection.execute(insert(schema.progress).values(no=1, projected_to=0, decided_to=0))


def make_anew(connection: Connection) -> dict[str, str]:
    """Bring an older database to this program. What was built beside its tables by this program
    takes their place, and the settings by which it was built are returned; else its frames wait to
    be folded."""
    make_truth(connection)
    if postgres.is_server(connection):
        built = json.loads(server_tables.said_of_second(connection) or "{}")
        if built.pop("edition", None) == EDITION:
            server_tables.put_second_in_place(connection)
            server_tables.drop_second(connection)
            tell_everybody(connection)
            return {str(name): str(value) for name, value in built.items()}
    with _views_go_to(connection, postgres.VIEWS):
        schema.views.drop_all(connection)
    make_views(connection)
    return {}


def tell_everybody(connection: Connection) -> None:
    """Whoever keeps something that follows from the views looks at everybody again."""
    everybody = select(schema.client.c.id)
    for table in (schema.stirred, of_due.due_news, of_changes.change_news):
        connection.execute(insert(table).from_select(["client"], everybody))


def _views_go_to(connection: Connection, name: str) -> AbstractContextManager[None]:
    is_server = postgres.is_server(connection)
    return server_tables.tables_go_to(connection, name) if is_server else nullcontext()


EDITION = _edition()
