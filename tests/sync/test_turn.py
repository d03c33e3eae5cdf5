"""Two syncs never run at once on one home, and a dead one never blocks the next."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from fieldapp.journal.errors import HomeMissing
from fieldapp.sync.errors import SyncRunning
from fieldapp.sync.turn import turn

HOLD = """
import sys
from pathlib import Path
from fieldapp.sync.turn import turn
with turn(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_sync_of_the_same_program_is_told_that_one_is_running(tmp_path: Path) -> None:
    with turn(tmp_path), pytest.raises(SyncRunning), turn(tmp_path):
        pass


def test_the_turn_comes_back_after_a_sync_that_failed(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), turn(tmp_path):
        raise ZeroDivisionError
    with turn(tmp_path):
        pass


def test_another_program_keeps_its_turn_until_it_is_killed(tmp_path: Path) -> None:
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    with other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(SyncRunning), turn(tmp_path):
            pass
        other.kill()
        other.wait()
    with turn(tmp_path):
        pass


def test_a_missing_home_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(HomeMissing), turn(tmp_path / "gone"):
        pass
    assert not (tmp_path / "gone").exists()
