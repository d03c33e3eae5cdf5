"""One program sends at a time; a dead one is not in the way."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from fieldapp.hub.messages.alone import alone
from fieldapp.hub.messages.errors import AlreadySending

HOLD = (
    "import sys, pathlib; from fieldapp.hub.messages.alone import alone\n"
    "with alone(pathlib.Path(sys.argv[1])): print('held', flush=True); input()"
)


def test_a_second_program_is_refused_at_once_until_the_first_is_dead(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdout is not None and process.stdout.readline() == "held\n"
        with pytest.raises(AlreadySending), alone(tmp_path):
            pass
        process.kill()
        process.wait(30)
    with alone(tmp_path):
        pass
