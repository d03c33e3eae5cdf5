"""Promises of ledger and database: whichever lacks an erasure hears of it from the other."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from fieldapp.cli.hub_export import fhir_ground
from fieldapp.hub import postgres, schema
from fieldapp.hub.backup import make
from fieldapp.hub.erasure import again, ledger, wishes
from fieldapp.hub.erasure.errors import NotErasedYet
from fieldapp.hub.erasure.keeping import keep, let_go
from fieldapp.hub.erasure.ledger import Entry
from fieldapp.hub.erasure.tables import erased_event, erasure
from fieldapp.hub.exports.fhir import export_fhir
from fieldapp.hub.keys import KEYS_FILE
from fieldapp.hub.making import open_or_make
from fieldapp.hub.put_back import put_back
from fieldapp.hub.regions.stick import publish_all
from fieldapp.hub.registry.build import build_registry
from fieldapp.hub.running import Hub
from fieldapp.hub.second_set import second_set
from fieldapp.hub.sqlite_file import WRITING
from fieldapp.hub.store import Store
from fieldapp.hub.verify import verify
from fieldapp.hub.web import audit
from tests.hub.conftest import World
from tests.hub.databases import Server, tools
from tests.hub.erasure.people import (
    CANARY,
    LATER_S,
    erased,
    everything_stored,
    published,
    record_everything,
    seen_of,
)
from tests.hub.fake_laptop import NOW_S, FakeLaptop


@pytest.fixture(autouse=True)
def with_tools(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{tools()}{os.pathsep}{os.environ['PATH']}")


def restored(world: World, backup: Path, folder: Path, server: Server | None) -> World:
    """Yesterday's backup put back into a folder with the keys and today's ledger."""
    folder.mkdir()
    for name in (KEYS_FILE, ledger.LEDGER_FILE):
        shutil.copy(world.store.folder / name, folder)
    url = server.empty_database() if server is not None else None
    put_back(backup, folder, database=url, now_s=lambda: LATER_S + 9)
    return World(Hub(open_or_make(folder), lambda: LATER_S + 10))


def day(world: World) -> tuple[FakeLaptop, bytes]:
    laptop = world.laptop()
    canary = record_everything(laptop)
    laptop.give(laptop.register("Somebody Else"), 3)
    world.push(laptop, *laptop.pages(9, 17))
    published(world)
    return laptop, canary.client


def test_who_was_erased_since_the_backup_is_erased_again_before_the_hub_serves(
    world: World, any_server: Server | None, tmp_path: Path
) -> None:
    laptop, canary = day(world)
    make(world.store.folder, tmp_path / "backup", now_s=lambda: NOW_S)
    done = erased(world, canary)
    back = restored(world, tmp_path / "backup", tmp_path / "new", any_server)
    assert CANARY not in everything_stored(back)
    assert "Somebody Else" in everything_stored(back)
    with back.store.reading() as connection:
        acts = [row.act for row in audit.entries(connection, before_no=None, most=1)]
        assert connection.execute(select(erasure.c.version)).scalars().all() == [done.version]
    assert acts == ["person-erased-again"]
    published(back, LATER_S)
    with back.store.reading() as connection:
        assert canary not in set(connection.execute(select(schema.roster_row.c.person)).scalars())
    laptop.register("A Third")
    back.push(laptop, *laptop.pages())
    back.fold()
    assert CANARY not in everything_stored(back) and "A Third" in everything_stored(back)
    back.store.close()
    assert verify(tmp_path / "new").problems == []


def test_records_that_came_after_the_backup_come_back_without_the_person(
    world: World, any_server: Server | None, tmp_path: Path
) -> None:
    laptop = world.laptop()
    world.push_all(laptop)
    make(world.store.folder, tmp_path / "backup", now_s=lambda: NOW_S)
    canary = record_everything(laptop)
    world.push_all(laptop)
    erased(world, canary.client)
    back = restored(world, tmp_path / "backup", tmp_path / "new", any_server)
    back.push(laptop, *laptop.pages(2, 12))
    assert CANARY not in everything_stored(back)
    assert back.numbers() == {"confirmed": 3, "erased": 3}
    back.store.close()
    assert verify(tmp_path / "new").problems == []


def test_an_erasure_that_died_after_the_ledger_is_carried_out_at_the_next_start(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, canary = day(world)

    def dies(*_: object) -> int:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr("fieldapp.hub.erasure.erasing.carry_out", dies)
        erased(world, canary)
    assert CANARY in everything_stored(world)
    assert again.bring_in_line(world.store, LATER_S) == 1
    assert CANARY not in everything_stored(world)
    assert again.bring_in_line(world.store, LATER_S) == 0
    assert verify(world.store.folder).problems == []


def left_by_a_machine_that_died(world: World, client: bytes, version: int) -> Entry:
    """An erasure that is in the ledger and not in the database."""

    def dies(*_: object) -> int:
        raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr("fieldapp.hub.erasure.erasing.carry_out", dies)
        erased(world, client, now_s=version)
    last = ledger.newest(world.store.folder)
    assert last is not None and last.version == version
    return last


@pytest.mark.parametrize("later_s", [0, 30])
def test_what_a_machine_left_undone_goes_under_a_version_that_no_laptop_has_heard_of(
    world: World, tmp_path: Path, later_s: int
) -> None:
    laptop, canary = day(world)
    other = laptop.register("Other Canary")
    world.push_all(laptop)
    undone = left_by_a_machine_that_died(world, canary, LATER_S)
    machine = Store(tmp_path, world.store.keys, world.store.engine)
    beside = World(Hub(machine, lambda: NOW_S))
    done = erased(beside, laptop.hash_at(other), now_s=LATER_S + later_s)
    assert again.bring_in_line(world.store, LATER_S + 5) == 1
    assert CANARY not in everything_stored(world)
    with world.store.reading() as connection:
        fresh = max(connection.execute(select(erasure.c.version)).scalars())
        assert fresh > done.version
        gone = select(erased_event.c.id).where(erased_event.c.version == fresh)
        assert set(connection.execute(gone).scalars()) == {one.id for one in undone.events}
    for store in (world.store, machine):
        again.bring_in_line(store, LATER_S + 99)
        assert again.bring_in_line(store, LATER_S + 99) == 0
        again.must_be_in_line(store)
        last = ledger.newest(store.folder)
        assert last is not None and last.version == fresh
    assert verify(world.store.folder).problems == []


def test_who_may_not_erase_shows_nothing_of_a_database_put_back(world: World) -> None:
    _, canary = day(world)
    again.must_be_in_line(world.store)
    left_by_a_machine_that_died(world, canary, LATER_S)
    with pytest.raises(NotErasedYet):
        again.must_be_in_line(world.store)


def test_nothing_of_people_is_handed_out_of_a_database_put_back(
    world: World, tmp_path: Path
) -> None:
    _, canary = day(world)
    left_by_a_machine_that_died(world, canary, LATER_S)
    folder = world.store.folder
    ground = fhir_ground()
    for hands_out in (
        lambda: build_registry(folder),
        lambda: publish_all(world.hub),
        lambda: export_fhir(folder, tmp_path / "out", ground, now_s=NOW_S),
    ):
        with pytest.raises(NotErasedYet):
            hands_out()
    again.compare(world.store, LATER_S)
    assert build_registry(folder).people == 0


def test_another_machines_ledger_is_written_from_the_database(world: World, tmp_path: Path) -> None:
    _, canary = day(world)
    erased(world, canary, "request")
    other = Store(tmp_path, world.store.keys, world.store.engine)
    assert again.bring_in_line(other, LATER_S) == 0
    (written,), (own,) = ledger.read(tmp_path), ledger.read(world.store.folder)
    assert written == own


def test_what_another_machine_let_go_after_its_day_goes_from_this_ones_ledger_too(
    world: World, tmp_path: Path
) -> None:
    _, canary = day(world)
    erased(world, canary, "request")
    other = Store(tmp_path, world.store.keys, world.store.engine)
    again.bring_in_line(other, LATER_S)
    assert let_go(world.store, 40_000)
    assert any(entry.kept for entry in ledger.read(tmp_path))
    again.compare(other, 40_000 * 86_400)
    assert ledger.read(tmp_path) == ledger.read(world.store.folder)


def test_nobody_is_erased_while_tables_are_built_anew_and_afterwards_they_are(
    world: World,
) -> None:
    _, canary = day(world)
    seen = seen_of(world, canary)
    with world.store.writing() as connection:
        wishes.ask(connection, canary, "never-true", "letter", "sun.li", NOW_S, seen)
        wishes.decide(connection, [1], "lu.qing", NOW_S)
    with second_set(world.store):
        keep(world.hub)
        assert CANARY in everything_stored(world)
    keep(world.hub)
    assert CANARY not in everything_stored(world)


def test_what_the_law_kept_goes_from_the_ledger_while_nobody_is_being_erased(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, canary = day(world)
    erased(world, canary, "request")
    assert ledger.read(world.store.folder)[0].kept
    seen: list[bool] = []

    def noted(folder: Path, entries: Iterable[Entry], real: Any = ledger.replace) -> None:
        seen.append(may_write(world.store))
        real(folder, entries)

    monkeypatch.setattr(ledger, "replace", noted)
    again.compare(world.store, LATER_S + 200 * 366 * 86_400)
    assert seen == [False]
    assert not ledger.read(world.store.folder)[0].kept


def may_write(store: Store) -> bool:
    """Whether somebody else could erase just now."""
    with store.engine.connect() as connection:
        if store.on_server:
            with connection.begin():
                return postgres.take_fold_if_free(connection)
        raw: Any = connection.connection.driver_connection
        raw.execute("PRAGMA busy_timeout = 0")
        try:
            with connection.execution_options(**{WRITING: True}).begin():
                return True
        except OperationalError:
            return False
        finally:
            connection.invalidate()
