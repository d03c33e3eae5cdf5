"""Erasing at the hub as an operator types it."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from fieldapp.hub.erasure import wishes
from fieldapp.hub.making import open_or_make
from fieldapp.hub.running import Hub
from tests.hub.conftest import World
from tests.hub.erasure.people import CANARY, everything_stored, record_everything
from tests.hub.fake_laptop import NOW_S

from .conftest import Run


@pytest.fixture
def canary(tmp_path: Path, pin_file: Path) -> str:
    """The number of somebody at a hub in the folder `hub`."""
    world = World(Hub(open_or_make(tmp_path / "hub"), lambda: NOW_S))
    laptop = world.laptop()
    person = record_everything(laptop)
    world.push_all(laptop)
    world.store.close()
    return person.client.hex()


def stored(data: Path) -> str:
    world = World(Hub(open_or_make(data), lambda: NOW_S))
    try:
        return everything_stored(world)
    finally:
        world.store.close()


def test_what_would_go_is_shown_and_nothing_is_done(run: Run, tmp_path: Path, canary: str) -> None:
    data = tmp_path / "hub"
    shown = run("hub", "erase", canary[:12], "--basis", "request", "--dry-run", "--data", data)
    assert shown.code == 0 and "doses: 3, a sealed copy of 3 is kept by law" in shown.out
    told = run("hub", "erase", canary, "--basis", "ordered", "--dry-run", "--json", "--data", data)
    assert told.json["kinds"]["doses"] == {"records": 3, "kept": 0}
    assert CANARY in stored(data)


def test_a_person_is_erased_once_their_number_is_typed(
    run: Run, tmp_path: Path, canary: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "hub"
    words = ("hub", "erase", canary, "--basis", "request", "--why", "letter 12", "--data", data)
    monkeypatch.setattr("sys.stdin", io.StringIO("12345678\n"))
    refused = run(*words)
    assert refused.code == 1 and "not the number of this person" in refused.err
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{canary[:8].upper()}\n"))
    done = run(*words)
    assert (done.code, "erasures.jsonl" in done.out, "kept by law" in done.out) == (0, True, True)
    assert CANARY not in stored(data)
    assert run("hub", "verify", "--data", data).code == 0
    (listed,) = run("hub", "erasures", "--json", "--data", data).json
    assert (listed["basis"], listed["why"], listed["waiting"]) == ("request", "letter 12", [1])
    assert "not yet by 1 Boat Test" in run("hub", "erasures", "--data", data).out
    key = data / "recovery-key.txt"
    opened = run(
        "hub", "erasures", "--open", listed["version"], "--recovery-key", key, "--data", data
    )
    assert json.loads(opened.out.splitlines()[0])["says"]["name"] == CANARY
    no_key = run("hub", "erasures", "--open", listed["version"], "--data", data)
    assert no_key.code == 1 and "--recovery-key" in no_key.err


def test_what_is_missing_or_unknown_is_said(run: Run, tmp_path: Path, canary: str) -> None:
    data = tmp_path / "hub"
    for words, why in (
        ((canary, "--basis", "because"), "not a legal basis"),
        ((canary, "--basis", "ordered", "--yes"), "not said"),
        (("00000000", "--basis", "ordered", "--yes", "--why", "x"), "Nobody is recorded"),
    ):
        refused = run("hub", "erase", *words, "--data", data)
        assert refused.code == 1 and why in refused.err
    assert run("hub", "erasures", "--data", data).out == "Nobody was ever erased here.\n"
    done = run("hub", "erase", canary, "--basis", "ordered", "--yes", "--why", "x", "--json",
               "--data", data)  # fmt: skip
    assert done.json["kept"] == 0 and done.json["events"] > 20


def test_what_came_while_it_was_confirmed_is_not_erased_unseen(
    run: Run, tmp_path: Path, canary: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "hub"

    class Typing:
        """Whoever types; meanwhile a dose comes in."""

        def readline(self) -> str:
            world = World(Hub(open_or_make(data), lambda: NOW_S))
            laptop = world.laptop(b"epoch-02")
            laptop.give(bytes.fromhex(canary)[:16], 30)
            world.push_all(laptop)
            world.store.close()
            return f"{canary[:8]}\n"

    monkeypatch.setattr("sys.stdin", Typing())
    refused = run("hub", "erase", canary, "--basis", "ordered", "--why", "x", "--data", data)
    assert refused.code == 1 and "came or went since" in refused.err
    assert CANARY in stored(data)


def test_what_waits_for_a_decision_is_listed(run: Run, tmp_path: Path, canary: str) -> None:
    data = tmp_path / "hub"
    world = World(Hub(open_or_make(data), lambda: NOW_S))
    with world.store.writing() as connection:
        person = bytes.fromhex(canary)
        wishes.ask(connection, person, "ordered", wishes.WITH_A_DOSE, "(hub)", NOW_S)
    world.store.close()
    listed = run("hub", "erasures", "--data", data).out
    assert f"Not decided: {canary[:12]}, ordered, by (hub): came later" in listed
    assert "with a dose" in listed
