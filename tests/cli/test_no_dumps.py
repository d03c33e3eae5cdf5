"""A crash leaves no memory behind: neither in a file nor for another program to read."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="how Linux keeps dumps")

_CRASH = "import os; os.abort()"
_GUARDED = f"from fieldapp.cli.no_dumps import forbid_dumps; forbid_dumps(); {_CRASH}"


@pytest.fixture
def dumping_machine() -> None:
    """One that writes core files, as a developer or a helpful administrator may have set it."""
    _, most = resource.getrlimit(resource.RLIMIT_CORE)
    if most == 0 or Path("/proc/sys/kernel/core_pattern").read_text("ascii")[:1] in "|/":
        pytest.skip("this machine writes no core file beside the program")


def crash(program: str, folder: Path) -> list[str]:
    """The files that a crash leaves where the program was started."""
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CORE, (_most(), _most())),
        check=False,
    )
    assert done.returncode == -signal.SIGABRT
    return [file.name for file in folder.iterdir()]


def _most() -> int:
    return resource.getrlimit(resource.RLIMIT_CORE)[1]


@pytest.mark.usefixtures("dumping_machine")
def test_a_crash_leaves_no_file_behind(tmp_path: Path) -> None:
    assert crash(_CRASH, tmp_path) != []  # this machine would
    for file in tmp_path.iterdir():
        file.unlink()
    assert crash(_GUARDED, tmp_path) == []


def test_every_command_begins_by_forbidding_dumps() -> None:
    asked = "import resource; from fieldapp.cli import main; main(['doctor', '--home', '/nowhere'])"
    shown = "print(resource.getrlimit(resource.RLIMIT_CORE)[0])"
    done = subprocess.run(
        [sys.executable, "-c", f"{asked}; {shown}"], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip().splitlines()[-1] == "0"
