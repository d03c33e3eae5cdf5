"""The operator's page is true: its commands exist, and run in the order in which they stand."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from fieldapp.hub.database_roles import Role
from fieldapp.hub.upkeep.health import LEAST_FREE_BYTES
from fieldapp.hub.upkeep.quota import MOST_BYTES_AN_HOUR
from fieldapp.hub.upkeep.serving import LEAST_TOKEN, TOKEN_FILE
from tests.journeys.pages_of_operators import ROOT, blocks, commands, is_understood

PAGE = ROOT / "docs" / "OPERATING.md"
_MIB = 1024 * 1024


def test_every_command_of_the_page_exists() -> None:
    found = [words for block in blocks(PAGE, to_be_run=False) for words in commands(block)]
    assert len(found) > 15
    assert [words for words in found if not is_understood(words)] == []


@pytest.mark.skipif(sys.platform == "win32", reason="the page is about Linux")
def test_the_commands_run_in_their_order(tmp_path: Path) -> None:
    program, pin = tmp_path / "bin" / "fieldapp", tmp_path / "passphrase"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m fieldapp "$@"\n')
    program.chmod(0o755)
    pin.write_text("correct horse battery", "ascii")
    script = "\n".join(blocks(PAGE, to_be_run=True))
    for theirs, ours in (("/var/lib/fieldapp", "lib"), ("/var/backups/fieldapp", "backups")):
        script = script.replace(theirs, str(tmp_path / ours))
    script = script.replace("2027-11-30", (date.today() + timedelta(days=365)).isoformat())
    surroundings = {
        **os.environ,
        "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
        "FIELDAPP_PIN_FILE": str(pin),
    }
    done = subprocess.run(
        ["bash", "-e"], input=script, capture_output=True, text=True, env=surroundings, cwd=ROOT,
        check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Put back on" in done.stdout and "CREATE ROLE" in done.stdout


def test_the_page_names_what_the_program_has() -> None:
    text = PAGE.read_text("utf-8")
    for role in Role:
        assert f"`hub_{role.value}`" in text
    assert TOKEN_FILE in text and f"{LEAST_TOKEN} characters" in text
    assert f"under {LEAST_FREE_BYTES // _MIB} MB" in text
    assert f"over {MOST_BYTES_AN_HOUR // _MIB} MB in an hour" in text
