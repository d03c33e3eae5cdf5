"""A hub of an older program gets the tables of this one, and loses nothing that it received."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import inspect

from fieldapp.hub import schema
from fieldapp.hub.edition import EDITION
from fieldapp.hub.fold.projector import catch_up, projected_to
from fieldapp.hub.settings import set_setting, setting
from fieldapp.hub.store import newest_place, open_store
from tests.hub.conftest import new_world


def test_an_older_hub_gets_new_tables_and_folds_again(tmp_path: Path) -> None:
    world = new_world(tmp_path / "hub")
    laptop = world.laptop()
    laptop.give(laptop.register("Test A"))
    world.push_all(laptop)
    before = world.digest()
    with world.store.writing() as connection:
        schema.issuing_key.drop(connection)
        schema.claim.drop(connection)
        set_setting(connection, "edition", "that of an older program")
    world.store.close()
    store = open_store(tmp_path / "hub")
    with store.reading() as connection:
        assert setting(connection, "edition") == EDITION
        assert projected_to(connection) < newest_place(connection)
        wanted = {*schema.truth.tables, *schema.views.tables}
        assert wanted <= set(inspect(connection).get_table_names())
    catch_up(store)
    assert world.digest() == before
    store.close()


def test_a_hub_of_this_program_is_left_as_it_is(tmp_path: Path) -> None:
    world = new_world(tmp_path / "hub")
    laptop = world.laptop()
    world.push_all(laptop)
    world.store.close()
    store = open_store(tmp_path / "hub")
    with store.reading() as connection:
        assert projected_to(connection) == newest_place(connection) > 0
    store.close()
