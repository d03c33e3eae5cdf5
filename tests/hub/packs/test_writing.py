"""A pack for a stick full of requests, by one command, noted for each of its laptops."""

from __future__ import annotations

from pathlib import Path

import pytest

from fieldapp.hub.errors import FileUnwritable
from fieldapp.hub.packs.making import make_pack
from fieldapp.hub.packs.writing import name_of, write_pack
from fieldapp.hub.web import audit
from fieldapp.wire.pack import is_pack_file
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S
from tests.hub.packs.asking import code_of, line, request
from tests.hub.regions.test_publish import day_of


def test_all_who_asked_on_a_stick_get_one_pack(world: World, tmp_path: Path) -> None:
    day_of(world)
    for number in range(3):
        (tmp_path / f"laptop-{number}.vxe").write_text(line(code_of(world)), "ascii")
    written = write_pack(world.store.folder, tmp_path, now_s=lambda: NOW_S)
    assert (written.devices, written.refused, written.edition) == ((2, 3, 4), (), None)
    assert written.file == tmp_path / "pack-2-to-4.vxk"
    assert is_pack_file(written.file.read_bytes())
    assert written.as_json()["bytes"] == written.file.stat().st_size
    assert "enrol --pack" in written.in_words()
    with world.store.reading() as connection:
        rows = list(audit.entries(connection, before_no=None, most=3))
    assert {(row.login, row.act) for row in rows} == {("(operator)", "laptops-packed")}
    assert {row.subject for row in rows} == {"laptop 2", "laptop 3", "laptop 4"}


def test_a_stick_that_takes_nothing_is_said_and_the_laptop_keeps_its_number(
    world: World, tmp_path: Path
) -> None:
    file = tmp_path / "laptop.vxe"
    file.write_text(line(code_of(world)), "ascii")
    with pytest.raises(FileUnwritable):
        write_pack(world.store.folder, file, tmp_path / "no" / "pack.vxk", now_s=lambda: NOW_S)
    assert write_pack(world.store.folder, file, now_s=lambda: NOW_S).devices == (1,)


def test_a_pack_is_named_by_its_laptops_numbers(world: World) -> None:
    made = make_pack(world.hub, [request(code_of(world))])
    made.closing.close()
    assert name_of(made) == "pack-1.vxk"
