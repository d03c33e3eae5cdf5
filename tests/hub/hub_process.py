"""A real hub in a process of its own, to be killed; run with a folder and, perhaps, a place to die.

python -m tests.hub.hub_process FOLDER WORKERS [before-commit|after-commit|answering|-] [CERT KEY]
HUB_PORT is where it listens, if not anywhere; HUB_ONLY the part of the work that it does.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import IO

from fieldapp.hub import sync_answer
from fieldapp.hub.serve import serve
from tests.hub.fake_laptop import NOW_S, OTHER_VACCINE, VACCINE

READY = "fieldapp hub: listening on "


@contextmanager
def hub_process(
    folder: Path,
    die: str = "",
    *tls: Path,
    workers: int = 1,
    only: str = "",
    log: IO[str] | None = None,
) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The process and its URL."""
    surroundings = {**os.environ, "HUB_ONLY": only}
    module = [sys.executable, "-m", "tests.hub.hub_process"]
    command = [*module, str(folder), str(workers), die, *map(str, tls)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=log, text=True, env=surroundings
    ) as process:
        assert process.stdout is not None
        try:
            line = process.stdout.readline().strip()
            assert line.startswith(READY), line
            yield process, line.removeprefix(READY)
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
            process.wait(30)


def _plant(die: str) -> None:
    """Let the process die at one step of its first answer."""
    if die == "before-commit":
        _replace(sync_answer, "heard_from")
    elif die == "after-commit":
        _replace(sync_answer, "_signed")
    elif die == "answering":
        _replace(sync_answer, "sign")


def _replace(module: ModuleType, name: str) -> None:
    setattr(module, name, lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL))


if __name__ == "__main__":
    _plant(sys.argv[3])
    certificate, key = map(Path, sys.argv[4:]) if sys.argv[4:] else (None, None)
    serve(
        Path(sys.argv[1]),
        port=int(os.environ.get("HUB_PORT", "0")),
        tls_cert=certificate,
        tls_key=key,
        vaccines=[VACCINE, OTHER_VACCINE],
        workers=int(sys.argv[2]),
        now_s=lambda: NOW_S,
        only=os.environ.get("HUB_ONLY") or None,
    )
