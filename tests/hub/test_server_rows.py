"""Promises about many rows at once on PostgreSQL: values of every kind come back as they went."""

from __future__ import annotations

from fieldapp.hub import schema
from fieldapp.hub.server_rows import insert_many, rows_among, update_many
from tests.hub.conftest import World

_dose = schema.dose
RECORD = {
    "device": 70_000, "epoch": b"epoch-01", "seq": 2**40, "version": 1, "recorded_s": 2**33,
    "recorded_by": 'Test "A", \\ {b}', "received_s": 0, "state": "counted",
}  # fmt: skip


def test_rows_are_written_found_and_changed(server_world: World) -> None:
    full = RECORD | {"id": b"\0\xff", "given": True, "from_stock": False, "lot": "批 1"}
    bare = RECORD | {"id": b"bare", "given": False}
    columns = tuple(_dose.c[name] for name in ("id", "recorded_by", "given", "lot", "seq"))
    with server_world.store.writing() as connection:
        insert_many(connection, _dose, [full, bare])
        update_many(
            connection, _dose,
            [{"row_id": b"bare", "lot": None, "seq": 3}, {"row_id": b"none", "lot": "x", "seq": 4}],
            key="row_id",
        )  # fmt: skip
        found = rows_among(connection, columns, _dose.c.id, [b"bare", b"\0\xff", b"none"])
        said = RECORD["recorded_by"]
        assert {tuple(row) for row in found} == {
            (b"\0\xff", said, True, "批 1", 2**40), (b"bare", said, False, None, 3),
        }  # fmt: skip
        by_text = rows_among(connection, columns[:1], _dose.c.lot, ["批 1", "other"])
        assert [row.id for row in by_text] == [b"\0\xff"]
        assert rows_among(connection, columns, _dose.c.id, []) == []
