"""Promises of the command's verb: for its owner's eyes, on record, never half written."""

from __future__ import annotations

import stat
from dataclasses import replace
from pathlib import Path

import pytest

from fieldapp.hub.errors import NoSuchDevice
from fieldapp.hub.web import audit
from fieldapp.hub.workbook.gathering import Order
from fieldapp.hub.workbook.writing import Sheet, write_workbook
from tests.hub.conftest import World
from tests.hub.messages.clinic import ground
from tests.hub.workbook.boats import PIER, TODAY, boat

SHEET = Sheet("en", 5)


def acts(world: World) -> list[str]:
    with world.store.reading() as connection:
        return [one.act for one in audit.entries(connection, before_no=None, most=9)]


def test_it_is_for_its_owners_eyes_and_its_writing_is_on_record(
    world: World, tmp_path: Path
) -> None:
    boat(world)
    path, hub = tmp_path / "book.xlsx", replace(world.hub, ground=ground)
    found, made = write_workbook(hub, Order(1, PIER, TODAY), SHEET, path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert (len(found.due), path.read_bytes() == made.content) == (2, True)
    with world.store.reading() as connection:
        (entry,) = audit.entries(connection, before_no=None, most=1)
    assert (entry.login, entry.act, entry.subject) == (
        audit.OPERATOR, "workbook-exported", "laptop 1",
    )  # fmt: skip
    assert entry.details == f"{made.workbook}, 2021-06-30 {PIER}, 2 people"


def test_for_no_laptop_nothing_is_written_and_nothing_said(world: World, tmp_path: Path) -> None:
    path, hub = tmp_path / "book.xlsx", replace(world.hub, ground=ground)
    with pytest.raises(NoSuchDevice):
        write_workbook(hub, Order(9, PIER, TODAY), SHEET, path)
    assert not path.exists() and acts(world) == []
