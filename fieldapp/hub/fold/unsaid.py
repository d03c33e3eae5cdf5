"""What erased events said of others: corrections, links and withdrawals go with them, and what they
were about is settled anew."""

from __future__ import annotations

from sqlalchemy import Column, Connection, Table, delete

from fieldapp.hub import schema
from fieldapp.hub.erasure import about
from fieldapp.hub.fold import quarantine
from fieldapp.hub.fold.change import Change
from fieldapp.hub.fold.rows import chunks, rows_in
from fieldapp.hub.messages import tables

_event, _amendment, _decision = schema.event.c, schema.amendment.c, schema.decision.c
_client, _dose, _void = schema.client.c, schema.dose.c, schema.void.c
_call, _withdrawn, _wish = tables.call.c, tables.call_withdrawn.c, tables.wish.c


def unsay(change: Change) -> None:
    """Take back what the erased events of this change said."""
    connection, gone = change.connection, change.erased
    if not gone:
        return
    corrected = _taken_back(connection, schema.amendment, [_amendment.target], gone)
    change.clients |= _among(connection, _client.id, corrected)
    change.doses |= _among(connection, _dose.id, corrected)
    change.doses |= _taken_back(connection, schema.void, [_void.dose], gone)
    change.people |= _taken_back(
        connection, schema.decision, [_decision.one, _decision.other], gone
    )
    calls = _taken_back(connection, tables.call_withdrawn, [_withdrawn.call], gone)
    for column, ids in ((_call, calls | gone), (_wish, gone)):
        rows = rows_in(connection, [column.client], column.id, ids)
        change.people |= {row.client for row in rows}
    _drop(connection, tables.reaction_withdrawn, gone)
    about.forget(connection, gone)
    for id_, late in rows_in(connection, [_event.id, _event.late], _event.id, gone):
        if not late:  # what came too late stays in quarantine, whatever it said
            quarantine.release(connection, id_)


def _taken_back(
    connection: Connection, table: Table, names: list[Column[bytes]], ids: set[bytes]
) -> set[bytes]:
    """Drop these rows; what they were about."""
    found = {id_ for row in rows_in(connection, names, table.c.id, ids) for id_ in row}
    _drop(connection, table, ids)
    return found


def _drop(connection: Connection, table: Table, ids: set[bytes]) -> None:
    for chunk in chunks(ids):
        connection.execute(delete(table).where(table.c.id.in_(chunk)))


def _among(connection: Connection, column: Column[bytes], ids: set[bytes]) -> set[bytes]:
    return {row[0] for row in rows_in(connection, [column], column, ids)}
