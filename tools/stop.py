"""Owns the one way a chore says that it cannot go on, and how it starts other programs."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence


class Stop(Exception):
    """The chore cannot go on; the text says what happened and what to type now."""


def call(command: Sequence[str], env: Mapping[str, str] | None = None) -> int:
    """Run one program in the foreground and return its exit code.

    Ctrl-C reaches the program itself; it may end in its own time, so we keep waiting.
    """
    with subprocess.Popen(command, env=env) as program:
        while True:
            try:
                return program.wait()
            except KeyboardInterrupt:
                continue
