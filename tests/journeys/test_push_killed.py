"""The program that pushes is killed in the midst of it: whoever pushes next doubles nothing and
misses nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from fieldapp.hub.fold.projector import use_vaccines
from fieldapp.hub.push import keeping
from fieldapp.hub.store import open_store
from tests.hub.api.program import somebody
from tests.hub.conftest import new_world
from tests.hub.messages.clinic import BIBP
from tests.hub.push.fhir_server import FhirServer, fhir_server

PEOPLE = 70
_CODE = "from fieldapp.cli import main; import sys; sys.exit(main(sys.argv[1:]))"


def command(folder: Path, url: str) -> list[str]:
    push = ["hub", "push", "fhir", "--to", url, "--data", str(folder)]
    return [sys.executable, "-c", _CODE, *push]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A hub with people in it that nobody has open."""
    world = new_world(tmp_path / "hub")
    use_vaccines(world.store, [BIBP])
    laptop = world.laptop()
    for number in range(PEOPLE):
        laptop.give(somebody(laptop, f"测试{number}", f"E{number:08}"), 8, vaccine=BIBP)
    world.push(laptop, *laptop.pages(*range(50, laptop.seq, 50)))
    world.fold()
    world.store.close()
    return tmp_path / "hub"


@pytest.fixture
def server() -> Iterator[FhirServer]:
    """A FHIR server that holds nothing yet."""
    with fhir_server() as listening:
        yield listening


@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9")
@pytest.mark.parametrize("bundle", [1, 2])
def test_killed_between_the_servers_commit_and_its_answer(
    folder: Path, server: FhirServer, bundle: int
) -> None:
    process = subprocess.Popen(command(folder, server.url), env={**os.environ, "PYTHONPATH": "."})

    def kill(bundles: int) -> None:
        if bundles == bundle:
            process.send_signal(signal.SIGKILL)
            process.wait(30)

    server.after_commit = kill
    assert process.wait(120) == -signal.SIGKILL
    came = len(server.of("Patient"))
    assert 0 < came < PEOPLE
    server.after_commit = lambda _: None
    again = subprocess.run(
        command(folder, server.url), capture_output=True, text=True, timeout=120, check=False
    )
    assert again.returncode == 0, again.stderr
    assert len(server.of("Patient")) == len(server.of("Immunization")) == PEOPLE
    assert set(server.versions.values()) == {1}, "what came twice was the same, and changed nothing"
    store = open_store(folder)
    with store.reading() as connection:
        (target,) = keeping.targets(connection)
        assert keeping.waiting(connection, target) == 0
    store.close()
