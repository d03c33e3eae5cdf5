"""A real hub in a process of its own, for as long as the demo lasts."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from fieldapp.cli.this_program import program
from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.made_up import MADE_UP

REGION = "370826"
_READY = "fieldapp hub: listening on "
_GOODBYE_S = 15


class HubDidNotStart(FieldAppError):
    """The hub's process ended or said something else than that it is ready."""

    happened = "The demo's hub did not start: {said}."
    safe = "Nothing outside the demo's own folder was touched."
    next_step = "Try again; if it happens again, run `fieldapp selftest`."


@dataclass(frozen=True, slots=True)
class RunningHub:
    """Where the hub listens, and its folder."""

    url: str
    data: Path


@contextmanager
def running_hub(data: Path, *, log: IO[str] | None = None) -> Iterator[RunningHub]:
    """Start `hub serve` on a free port of this machine; end it by its own handle.

    Every line of its log goes to `log`; without one, only what goes wrong is said, in words, where
    this program's errors go. Raises HubDidNotStart.
    """
    command = [*program(), "hub", "serve", "--data", str(data), "--listen", "127.0.0.1:0"]
    command += ["--log", "words" if log is None else "json"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True)  # noqa: S603  our own program
    try:
        line = process.stdout.readline().strip() if process.stdout else ""
        if not line.startswith(_READY):
            raise HubDidNotStart(said=line or "it ended at once")
        yield RunningHub(line.removeprefix(_READY), data)
    finally:
        process.terminate()
        try:
            process.wait(_GOODBYE_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout:
            process.stdout.close()


def enrolment_code(hub: RunningHub, team: str) -> str:
    """What `hub add-team` prints for a team that practises."""
    command = [*program(), "hub", "add-team", team, "--kind", MADE_UP, "--region", REGION]
    done = subprocess.run(  # noqa: S603  our own program
        [*command, "--data", str(hub.data)], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()
