"""Which system calls a command makes on its files, and one of them made to fail."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ON_FILES = (
    "openat",
    "read",
    "pread64",
    "write",
    "pwrite64",
    "fsync",
    "fdatasync",
    "ftruncate",
    "rename",
    "unlink",
)
_WRITES = ("write", "pwrite64", "ftruncate", "openat")
_LINE = re.compile(r"^(\d+) +(\w+)\(")
_ALLOCATIONS = 400  # those of the first second of a command
_SECONDS = 120


@dataclass(frozen=True, slots=True)
class Fault:
    """The `number`th `call` on the watched files: an errno's name, or KILL."""

    call: str
    number: int
    effect: str

    def __str__(self) -> str:
        return f"{self.call} {self.number} {self.effect}"

    @property
    def option(self) -> str:
        """As strace wants it; a full disk stays full, anything else strikes once."""
        what = "signal=KILL" if self.effect == "KILL" else f"error={self.effect}"
        lasting = "+" if self.effect == "ENOSPC" else ""
        return f"inject={self.call}:{what}:when={self.number}{lasting}"


@dataclass(frozen=True, slots=True)
class Command:
    """What is typed, and the files whose system calls count."""

    words: Sequence[str]
    files: Sequence[Path]
    environment: Mapping[str, str]

    def run(self, *tracing: str) -> subprocess.CompletedProcess[str]:
        """Run it to its end, under strace when told how to trace."""
        words = [*_strace(*tracing), *self.words] if tracing else list(self.words)
        return subprocess.run(
            words,
            capture_output=True,
            text=True,
            env=dict(self.environment),
            check=False,
            timeout=_SECONDS,
        )

    def watched(self) -> list[str]:
        """The options that narrow tracing to its files."""
        return [option for file in self.files for option in ("-P", str(file))]

    def calls(self, log: Path) -> Counter[str]:
        """How often it makes each call when nothing fails."""
        done = self.run("-o", str(log), *self.watched(), "-e", f"trace={','.join(ON_FILES)}")
        assert done.returncode == 0, done.stderr
        found = [_LINE.match(line) for line in log.read_text("utf-8", "replace").splitlines()]
        return Counter(line[2] for line in found if line)

    def struck(self, fault: Fault, log: Path) -> subprocess.CompletedProcess[str]:
        """Run it with that fault."""
        where = [] if fault.effect == "ENOMEM" else self.watched()
        traced = ("-o", str(log), *where, "-e", f"trace={fault.call}", "-e", fault.option)
        return self.run(*traced)


def possible() -> bool:
    """Whether this machine lets us trace: strace is there, and allowed."""
    found = shutil.which("strace")
    return bool(found) and subprocess.run(_strace("-o", "/dev/null", "true")).returncode == 0


def faults(calls: Mapping[str, int], each: int, *, memory: bool = True) -> list[Fault]:
    """For every kind of call and effect, `each` of its numbers, from the first to the last."""
    chosen = []
    for call, count in sorted(calls.items()):
        effects = ["EIO", "KILL", *(["ENOSPC"] if call in _WRITES else [])]
        chosen += [Fault(call, n, effect) for effect in effects for n in _spread(count, each)]
    wanting = [Fault("mmap", n, "ENOMEM") for n in _spread(_ALLOCATIONS, each)]
    return chosen + wanting if memory else chosen


def _spread(count: int, each: int) -> list[int]:
    """About `each` of the numbers 1 to `count`, the last among them."""
    return sorted({max(1, round(count * part / each)) for part in range(1, each + 1)})


def _strace(*options: str) -> list[str]:
    return ["strace", "-f", "-qqq", *options]
