"""A hub of every release is opened by this program, whole, and its laptops go on handing in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

import pytest
from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError

from fieldapp.hub import schema
from fieldapp.hub.booking.tables import booking
from fieldapp.hub.cases.tables import case_decision
from fieldapp.hub.coverage.tables import denominator
from fieldapp.hub.erasure import wishes
from fieldapp.hub.fold.projector import catch_up
from fieldapp.hub.lots.recalls import standing_of
from fieldapp.hub.migrations import FIRST, migrate
from fieldapp.hub.rebuild import rebuild
from fieldapp.hub.running import Hub
from fieldapp.hub.store import open_store
from fieldapp.hub.sync_answer import answer_sync
from fieldapp.hub.verify import verify
from fieldapp.hub.web import accounts
from tests.hub import golden
from tests.hub.conftest import World
from tests.hub.erasure.people import everything_stored
from tests.hub.fake_laptop import NOW_S, VACCINE

_FOLDER = Path(__file__).resolve().parents[1] / "data" / "hubs"
RELEASES = sorted(_FOLDER.glob("*.zip"))
ONE = ("one", ("CREATE TABLE first (a INTEGER)",))
TWO = ("two", ("ALTER TABLE first ADD COLUMN b INTEGER", "INSERT INTO first VALUES (1, 2)"))
BROKEN = ("broken", ("CREATE TABLE third (a INTEGER)", "INSERT INTO missing VALUES (1)"))


@dataclass
class Released:
    """A golden hub, opened by this program."""

    world: World
    folder: Path
    told: dict[str, int]


@pytest.fixture(params=RELEASES, ids=lambda path: path.stem)
def released(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Released]:
    with opened(request.param, tmp_path) as found:
        yield found


@contextmanager
def opened(golden_hub: Path, tmp_path: Path) -> Iterator[Released]:
    with ZipFile(golden_hub) as packed:
        packed.extractall(tmp_path)
    store = open_store(tmp_path / "hub")
    catch_up(store)
    told = json.loads((tmp_path / "told.json").read_text("utf-8"))
    yield Released(World(Hub(store, lambda: NOW_S)), tmp_path, told)
    store.close()


def test_each_step_is_taken_once_and_in_order(world: World) -> None:
    with world.store.writing() as connection:
        assert migrate(connection, FIRST, [ONE]) == FIRST + 1
        assert migrate(connection, FIRST + 1, [ONE, TWO]) == FIRST + 2
        assert migrate(connection, FIRST + 2, [ONE, TWO]) == FIRST + 2
        assert connection.execute(text("SELECT a, b FROM first")).all() == [(1, 2)]


def test_a_step_that_fails_leaves_the_hub_as_it_was(world: World) -> None:
    with pytest.raises(DBAPIError), world.store.writing() as connection:
        migrate(connection, FIRST, [ONE, BROKEN])
    with world.store.reading() as connection:
        assert not {"first", "third"} & set(inspect(connection).get_table_names())


def test_a_hub_of_an_older_version_takes_the_steps_when_it_is_opened(
    sqlite_world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = sqlite_world.store.folder
    sqlite_world.store.close()
    monkeypatch.setattr("fieldapp.hub.store.VERSION", FIRST + 1)
    monkeypatch.setattr(
        "fieldapp.hub.store.migrate", lambda connection, now: migrate(connection, now, [ONE])
    )
    for _ in range(2):
        store = open_store(folder)
        with store.reading() as connection:
            assert "first" in inspect(connection).get_table_names()
        store.close()


def test_the_hub_of_every_release_still_opens_and_is_whole(released: Released) -> None:
    assert released.world.numbers() == released.told
    assert verify(released.folder / "hub").problems == []


def test_its_tables_are_built_anew_beside_and_ask_for_nobodys_erasure(released: Released) -> None:
    with released.world.store.writing() as connection:
        connection.execute(text("DELETE FROM setting WHERE name = 'latecomers'"))
    assert rebuild(released.folder / "hub").differing == ()
    with released.world.store.reading() as connection:
        assert wishes.count_open(connection) == 0


def test_its_tables_of_the_truth_are_those_of_this_program(released: Released) -> None:
    with released.world.store.reading() as connection:
        found = inspect(connection)
        for name, table in schema.truth.tables.items():
            there = {column["name"] for column in found.get_columns(name)}
            assert there == {column.name for column in table.columns}, f"{name} needs a step"


def test_what_people_decided_and_typed_is_still_there(released: Released) -> None:
    with released.world.store.reading() as connection:
        assert accounts.find(connection, golden.SUPERVISOR) is not None
        assert standing_of(connection, VACCINE, golden.LOT) is not None
        for table in (booking, case_decision, denominator):
            assert connection.execute(table.select()).first() is not None, table.name


def test_who_was_erased_at_the_first_release_is_still_gone(tmp_path: Path) -> None:
    with opened(_FOLDER / "0.1.0.zip", tmp_path) as first:
        stored = everything_stored(first.world)
    assert golden.KEPT in stored
    assert golden.GONE not in stored


def test_a_laptop_of_that_release_goes_on_handing_in(released: Released) -> None:
    authorization = (released.folder / "later.txt").read_text("ascii")
    body = (released.folder / "later.bin").read_bytes()
    reply = answer_sync(released.world.hub, authorization, body)
    assert reply.status == 200
    assert len(released.world.receipts(reply)) == 1
    released.world.fold()
    counted = released.world.numbers()["counted"]
    assert counted == released.told["counted"] + 1
