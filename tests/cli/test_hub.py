"""The central server's commands as an operator types them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from fieldapp.cli.demo.hub_process import running_hub
from fieldapp.wire.enrol_code import read_code
from tests.hub.databases import Server, server

from .conftest import Run

TEAM = ["Boat Test", "--kind", "boat", "--region", "370826"]


@pytest.fixture
def data(tmp_path: Path, pin_file: Path) -> Path:
    """A hub's folder, not yet made; `pin_file` keeps this machine's own settings out."""
    return tmp_path / "hub"


def test_a_team_gets_a_code_alone_on_stdout(run: Run, data: Path) -> None:
    said = run("hub", "add-team", *TEAM, "--data", data)
    assert (said.code, said.err) == (0, "")
    assert said.out.count("\n") == 1
    assert read_code(said.out.strip())


def test_every_team_gets_another_code(run: Run, data: Path) -> None:
    codes = {run("hub", "add-team", *TEAM, "--data", data).out for _ in range(3)}
    assert len(codes) == 3


def test_at_a_terminal_the_code_is_shown_to_be_scanned(
    run: Run, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    said = run("hub", "add-team", *TEAM, "--data", data)
    assert said.out.count("\n") == 1, "a script still reads the code alone"
    assert "▀" in said.err or "█" in said.err


def test_a_new_hub_is_whole_and_empty(run: Run, data: Path) -> None:
    run("hub", "add-team", *TEAM, "--data", data)
    status = run("hub", "status", "--data", data, "--json")
    assert (status.code, status.json["doses"], status.json["clients"]) == (0, 0, 0)
    verified = run("hub", "verify", "--data", data, "--json")
    assert (verified.code, verified.json["ok"]) == (0, True)


def test_the_tables_are_built_anew_and_found_to_be_the_same(run: Run, data: Path) -> None:
    run("hub", "add-team", *TEAM, "--data", data)
    built = run("hub", "rebuild", "--data", data, "--json")
    assert (built.code, built.json) == (
        0,
        {"ok": True, "pages": 0, "differing": [], "waits": False},
    )
    assert "say what the old ones said" in run("hub", "rebuild", "--data", data).out


def test_the_folder_may_be_named_in_the_environment(
    run: Run, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FIELDAPP_HUB_DATA", str(data))
    run("hub", "add-team", *TEAM)
    assert (data / "hub.db").exists() or any(data.iterdir())
    assert run("hub", "status", "--json").code == 0


@pytest.mark.parametrize("command", ["status", "verify"])
def test_a_hub_that_is_not_there_is_said_and_never_made(command: str, run: Run, data: Path) -> None:
    said = run("hub", command, "--data", data)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("fieldapp: ")
    assert not data.exists()


def test_a_damaged_hub_is_never_called_whole(run: Run, data: Path) -> None:
    run("hub", "add-team", *TEAM, "--data", data)
    (file,) = data.glob("*.db")
    content = bytearray(file.read_bytes())
    content[4096:] = bytes(len(content) - 4096)
    file.write_bytes(content)
    said = run("hub", "verify", "--data", data)
    assert said.code == 1
    assert said.err.startswith("fieldapp: ")


@pytest.mark.parametrize("address", ["8470", "127.0.0.1", ":8470", "127.0.0.1:x", "h:70000"])
def test_an_address_that_is_none_starts_nothing(address: str, run: Run, data: Path) -> None:
    said = run("hub", "serve", "--data", data, "--listen", address)
    assert said.code == 1
    assert "is not an address to listen on" in said.err
    assert not data.exists()


def test_shutting_out_an_unknown_device_changes_nothing(run: Run, data: Path) -> None:
    run("hub", "add-team", *TEAM, "--data", data)
    said = run("hub", "revoke", "7", "--data", data)
    assert (said.code, said.out) == (1, "")
    assert "7" in said.err


def test_a_beacon_tells_the_hub_what_it_is_owed(
    run: Run, data: Path, home: Path, tmp_path: Path
) -> None:
    with running_hub(data) as hub:
        code = run("hub", "add-team", *TEAM, "--data", data).out.strip()
        run("--home", home, "enrol", "--hub", hub.url, "--code", code)
    line = run("--home", home, "beacon").out.strip()
    told = run("hub", "beacon", "read", line.lower(), "--data", data, "--json")
    assert (told.code, told.json["doses"]) == (0, 0)
    (owed,) = told.json["owed"]
    assert (owed["first_seq"], owed["last_seq"]) == (1, told.json["seq"])
    assert "Owed: events 1 to" in run("hub", "beacon", "read", line, "--data", data).out
    misheard = line[:-1] + ("7" if line[-1] != "7" else "8")
    wrong = run("hub", "beacon", "read", misheard, "--data", data)
    assert (wrong.code, wrong.out) == (1, "")


def test_a_registry_is_made_copied_for_a_stick_and_told(
    run: Run, data: Path, tmp_path: Path
) -> None:
    run("hub", "add-team", *TEAM, "--data", data)
    copy = tmp_path / "registry.vxp"
    made = run("hub", "registry", "write", "--data", data, "--out", copy, "--json")
    assert (made.code, made.json["edition"], made.json["people"]) == (0, 1, 0)
    assert copy.read_bytes() == (data / "registry.vxp").read_bytes()
    assert "Edition 2" in run("hub", "registry", "write", "--data", data).out


@pytest.fixture(scope="module")
def postgres_server() -> Iterator[Server]:
    with server() as running:
        yield running


@pytest.fixture
def on_server(data: Path, run: Run, postgres_server: Server) -> Path:
    """A hub on a server, made by its first command."""
    url = postgres_server.empty_database()
    said = run("hub", "add-team", *TEAM, "--data", data, "--database", url)
    assert read_code(said.out.strip()), said.err
    return data


def test_every_command_finds_the_database_by_the_folder(run: Run, on_server: Path) -> None:
    assert not list(on_server.glob("*.db"))
    assert read_code(run("hub", "add-team", *TEAM, "--data", on_server).out.strip())
    status = run("hub", "status", "--data", on_server, "--json")
    assert (status.code, status.json["doses"], status.json["projected_to"]) == (0, 0, 0)
    verified = run("hub", "verify", "--data", on_server, "--json")
    assert (verified.code, verified.json["ok"]) == (0, True)
    for command in (["demand"], ["registry", "write"], ["messages", "list"]):
        said = run("hub", *command, "--data", on_server, "--json")
        assert said.code == 0, said.err


def test_another_database_than_the_folders_is_refused(run: Run, on_server: Path) -> None:
    said = run("hub", "status", "--data", on_server, "--database", "postgresql://elsewhere/hub")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("fieldapp: ")


def test_a_password_on_the_command_line_is_refused(run: Run, tmp_path: Path) -> None:
    url = "postgresql://hub:secret@db.example.org/hub"
    said = run("hub", "serve", "--data", tmp_path / "new", "--database", url)
    assert said.code == 1
    assert "secret" not in said.err + said.out
    assert not (tmp_path / "new").exists()
