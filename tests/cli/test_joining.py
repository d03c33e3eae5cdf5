"""`fieldapp enrol`, by the three ways that somebody may type it."""

from __future__ import annotations

from pathlib import Path

from fieldapp.hub.enrolment import add_team
from fieldapp.hub.packs.writing import write_pack
from fieldapp.hub.running import unix_time
from tests.cli.conftest import Run

URL = "https://hub.invalid"


def test_without_a_network_it_asks_and_takes_the_pack(home: Path, run: Run, tmp_path: Path) -> None:
    hub, stick = tmp_path / "hub", tmp_path / "stick"
    stick.mkdir()
    code = add_team(hub, "Boat Test", "boat", "north", now_s=unix_time())
    asked = run("--home", home, "enrol", "--hub", URL, "--code", code, "--to", stick)
    assert (asked.code, asked.err) == (0, "")
    (file,) = stick.glob("*.vxe")
    assert file.read_text("ascii").strip() in asked.out, "it may go as a message"
    pack = write_pack(hub, stick).file
    joined = run("--home", home, "enrol", "--pack", pack)
    assert "has joined the hub as device 1" in joined.out
    again = run("--home", home, "bundle", "read", pack, "--json")
    assert again.json == {"device": 1, "people": 0, "in_all": 0, "registry": None}


def test_what_is_asked_comes_as_json_too(home: Path, run: Run, tmp_path: Path) -> None:
    code = add_team(tmp_path / "hub", "Boat Test", "boat", "north", now_s=unix_time())
    ask = ("--home", home, "enrol", "--hub", URL, "--code", code, "--to", tmp_path, "--json")
    told = run(*ask).json
    assert Path(told["file"]).read_text("ascii").strip() == told["request"]


def test_half_a_way_is_wrong_usage(home: Path, run: Run, tmp_path: Path) -> None:
    for words in (
        ("--hub", URL),
        ("--code", "ABCD"),
        ("--pack", tmp_path / "p", "--hub", URL),
        ("--pack", tmp_path / "p", "--to", tmp_path),
        (),
    ):
        assert run("--home", home, "enrol", *words).code == 2


def test_a_pack_that_is_none_is_refused_in_words(home: Path, run: Run, tmp_path: Path) -> None:
    said = run("--home", home, "enrol", "--pack", tmp_path / "gone.vxk")
    assert said.code == 1
    assert "damaged or cut short. Nothing was changed" in said.err
