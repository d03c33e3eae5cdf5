"""Promises of the tables."""

from __future__ import annotations

from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from fieldapp.hub import schema


def test_every_table_can_be_made_in_postgresql_too() -> None:
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]  # SQLAlchemy leaves it untyped
    for metadata in (schema.truth, schema.views):
        for table in metadata.sorted_tables:
            assert table.name in str(CreateTable(table).compile(dialect=dialect))


def test_views_never_hold_what_cannot_be_folded_again() -> None:
    views = {table.name for table in schema.views.sorted_tables}
    assert not views & {"frame", "device", "enrol_code", "receipt", "tip", "setting"}
