"""Promises of the digest."""

from __future__ import annotations

from sqlalchemy import update

from fieldapp.hub import schema
from fieldapp.hub.fold.digest import differing, digest
from tests.hub.conftest import World


def test_one_changed_cell_changes_the_digest_and_names_the_table(world: World) -> None:
    laptop = world.laptop()
    laptop.give(laptop.register("Test A"))
    world.push_all(laptop)
    before = world.digest()
    with world.store.reading() as untouched, world.store.writing() as connection:
        digest(untouched)
        connection.execute(update(schema.dose).values(lot="TEST-9999"))
        assert differing(untouched, connection) == ["dose"]
    assert world.digest() != before
