"""A roster on a stick: each laptop of its regions finds its lease there, nobody else a name."""

from __future__ import annotations

from pathlib import Path

import pytest

from fieldapp.hub.errors import FileUnwritable
from fieldapp.hub.regions.stick import write_roster
from fieldapp.wire.roster_file import read_blobs
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S
from tests.hub.regions.test_publish import day_of


def test_a_laptop_reads_its_regions_from_it(world: World, tmp_path: Path) -> None:
    laptop, reader = day_of(world)
    laptop.give(3, day=30)
    world.push_all(laptop)
    file = tmp_path / "north.vxd"
    written = write_roster(world.store.folder, file, now_s=lambda: NOW_S)
    assert (written.devices, written.regions) == ((laptop.device,), ("north",))
    assert "王小明".encode() not in file.read_bytes()
    with file.open("rb") as stream:
        reader.take(read_blobs(stream))
    assert len(reader.named()["王小明"].doses) == 2
    assert reader.cursors["known/north"] == NOW_S


def test_only_the_regions_asked_for_are_written(world: World, tmp_path: Path) -> None:
    day_of(world)
    written = write_roster(world.store.folder, tmp_path / "f", ["south"], now_s=lambda: NOW_S)
    assert (written.devices, written.regions) == ((), ())


def test_a_stick_that_cannot_be_written_is_said(world: World, tmp_path: Path) -> None:
    day_of(world)
    with pytest.raises(FileUnwritable):
        write_roster(world.store.folder, tmp_path / "no" / "f", now_s=lambda: NOW_S)
