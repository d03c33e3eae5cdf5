"""Promises about many rows at once."""

from __future__ import annotations

from sqlalchemy import select

from fieldapp.hub import schema
from fieldapp.hub.fold.rows import chunks, insert_rows, rows_about, rows_in, update_rows
from tests.hub.conftest import World


def test_chunks_hold_everything_once() -> None:
    values = {number.to_bytes(2, "big") for number in range(1201)}
    assert sorted(value for chunk in chunks(values) for value in chunk) == sorted(values)


def test_many_rows_change_each_its_own_columns(world: World) -> None:
    clients = schema.client
    blank = {"device": 1, "epoch": b"epoch-01", "seq": 1, "version": 1, "recorded_s": 0}
    blank |= {"recorded_by": "", "received_s": 0, "counts": False, "amended_apart": False}
    ids = [number.to_bytes(2, "big") for number in range(700)]
    with world.store.writing() as connection:
        insert_rows(connection, clients, [{"id": id_, "person": id_, **blank} for id_ in ids])
        insert_rows(connection, clients, [])
        both = (clients.c.id, clients.c.person)
        assert len(rows_about(connection, [clients.c.id], both, ids)) == len(ids)
        update_rows(connection, clients, [{"id": id_, "name": id_.hex()} for id_ in ids])
        update_rows(
            connection, clients, [{"id": ids[0], "counts": True}, {"id": ids[1], "name": "x"}]
        )
        update_rows(connection, clients, [])
        found = rows_in(connection, [clients.c.id, clients.c.name], clients.c.id, ids)
        assert {row.id: row.name for row in found} == {id_: id_.hex() for id_ in ids} | {
            ids[1]: "x"
        }
        counted = connection.execute(select(clients.c.id).where(clients.c.counts)).scalars().all()
        assert counted == [ids[0]]
