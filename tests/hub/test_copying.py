"""Promises of copying what was received and decided: every row, and numbers go on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import delete, insert, select

from fieldapp.hub import schema
from fieldapp.hub.copying import copy_all, differing, tables
from tests.hub.conftest import World, new_world
from tests.hub.databases import Server


@pytest.fixture
def there(tmp_path: Path, postgres_server: Server) -> Iterator[World]:
    """Another hub, on a server."""
    made = new_world(tmp_path / "there", postgres_server)
    yield made
    made.store.close()


def test_every_row_goes_over_and_one_that_lacks_is_named(sqlite_world: World, there: World) -> None:
    sqlite_world.push_all(sqlite_world.laptop())
    with sqlite_world.store.reading() as source, there.store.writing() as target:
        for table in reversed(list(tables())):
            target.execute(delete(table))
        assert copy_all(source, target) > 3
        assert differing(source, target) == []
        target.execute(delete(schema.receipt))
        assert differing(source, target) == ["receipt"]


def test_no_number_is_given_twice(sqlite_world: World, there: World) -> None:
    stirred = schema.stirred
    with sqlite_world.store.writing() as source:
        for _ in range(5):
            source.execute(insert(stirred).values(client=bytes(32)))
        source.execute(delete(stirred).where(stirred.c.no > 2))
    with sqlite_world.store.reading() as source, there.store.writing() as target:
        target.execute(delete(schema.setting))
        copy_all(source, target)
        target.execute(insert(stirred).values(client=bytes(32)))
        assert target.scalars(select(stirred.c.no).order_by(stirred.c.no)).all() == [1, 2, 6]
