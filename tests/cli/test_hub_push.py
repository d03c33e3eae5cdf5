"""Promises of the commands that push: a token from a file or the environment, never an argument;
what came of it, and what was refused, in words and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from fieldapp.cli import main
from fieldapp.hub.fold.projector import use_vaccines
from tests.hub.api.program import a_team
from tests.hub.conftest import new_world
from tests.hub.messages.clinic import BIBP
from tests.hub.push.fhir_server import FhirServer, fhir_server


@pytest.fixture
def server() -> Iterator[FhirServer]:
    with fhir_server() as listening:
        listening.token = "secret-of-theirs"
        yield listening


@pytest.fixture
def data(tmp_path: Path) -> Path:
    world = new_world(tmp_path / "hub")
    use_vaccines(world.store, [BIBP])
    a_team(world)
    world.store.close()
    return tmp_path / "hub"


def push(data: Path, url: str, *more: str) -> int:
    return main(["hub", "push", "fhir", "--to", url, "--data", str(data), *more])


def test_pushed_with_a_token_of_a_file_or_the_environment(
    data: Path,
    server: FhirServer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    token = tmp_path / "token.txt"
    token.write_text("secret-of-theirs\n", "ascii")
    assert push(data, server.url, "--token-file", str(token), "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["people"], told["refused"]) == (3, 0)
    monkeypatch.setenv("FIELDAPP_PUSH_TOKEN", "secret-of-theirs")
    assert push(data, server.url) == 0
    assert capsys.readouterr().out.startswith("0 people pushed")
    monkeypatch.setenv("FIELDAPP_PUSH_TOKEN_FILE", str(tmp_path / "none.txt"))
    assert push(data, server.url) == 1
    assert "cannot be read" in capsys.readouterr().err


def test_what_was_refused_is_listed_with_why(
    data: Path,
    server: FhirServer,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("FIELDAPP_PUSH_TOKEN", "Bearer secret-of-theirs")
    server.refuse = lambda one: "no doses here" if "lotNumber" in one else None
    assert push(data, server.url) == 1
    told = capsys.readouterr()
    assert "4 refused; `fieldapp hub push list` says why." in told.out
    assert told.err == "fieldapp: 4 refused; `fieldapp hub push list` says why\n"
    assert main(["hub", "push", "list", "--data", str(data)]) == 0
    said = capsys.readouterr().out
    assert f"{server.url}  last went" in said and "secret" not in said
    assert said.count("refused (422): invalid: no doses here") == 4
    assert main(["hub", "push", "list", "--json", "--data", str(data)]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["waiting"], row["failures"], len(row["refused"])) == (0, 0, 4)


def test_a_server_that_does_not_know_us_is_said(
    data: Path, server: FhirServer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert push(data, server.url) == 1
    assert "it answered 401" in capsys.readouterr().err
    assert push(data, "https://fhir.example.org") == 1
    assert "--ca FILE" in capsys.readouterr().err
    assert main(["hub", "push", "list", "--data", str(data)]) == 0
    assert "failed 1 times" in capsys.readouterr().out


def test_before_the_first_push_there_is_nothing(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["hub", "push", "list", "--data", str(data)]) == 0
    assert capsys.readouterr().out == "Nothing was pushed from this hub yet.\n"
