"""`fieldapp hub pack`, as somebody types it."""

from __future__ import annotations

import json
from pathlib import Path

from nacl.signing import SigningKey

from fieldapp.hub.running import unix_time
from tests.cli.conftest import Run
from tests.hub.conftest import new_world
from tests.hub.packs.asking import code_of, line


def test_a_pack_is_written_and_who_was_refused_is_named(tmp_path: Path, run: Run) -> None:
    world = new_world(tmp_path / "hub")
    code = code_of(world, unix_time())
    world.store.close()
    stick, data = tmp_path / "stick", tmp_path / "hub"
    stick.mkdir()
    (stick / "laptop-1.vxe").write_text(line(code), "ascii")
    said = run("hub", "pack", stick, "--data", data)
    assert (said.code, said.err) == (0, "")
    assert "for laptop 1 (Boat 7)" in said.out
    (stick / "laptop-2.vxe").write_text(line(code, SigningKey.generate(), "Boat 8"), "ascii")
    out = tmp_path / "both.vxk"
    said = run("hub", "pack", stick, "--out", out, "--json", "--no-registry", "--data", data)
    told = json.loads(said.out)
    assert (told["devices"], told["refused"], told["bytes"]) == (
        [1],
        ["Boat 8"],
        out.stat().st_size,
    )
    assert said.code == 1
    assert "Boat 8" in said.err


def test_a_stick_without_a_request_says_what_to_do(tmp_path: Path, run: Run) -> None:
    new_world(tmp_path / "hub").store.close()
    said = run("hub", "pack", tmp_path, "--data", tmp_path / "hub")
    assert said.code == 1
    assert "--to FOLDER" in said.err
