"""A campaign: very many histories, whose log says which are done, so that it can be stopped.

A line of the log is a chunk: its first seed, how many, the program's commit, what happened in it,
and the stories that broke a promise. The same command again does only what is not in the log.
"""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path


@dataclass
class Chunk:
    """Some histories in a row, and what came of them."""

    first: int
    count: int
    commit: str = ""
    happened: dict[str, int] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)


def this_commit() -> str:
    """Which program the histories are of; with a plus sign where it was changed since."""
    named = ["git", "describe", "--always", "--dirty=+", "--abbrev=7", "--exclude=*"]
    here = Path(__file__).parent
    found = subprocess.run(named, cwd=here, capture_output=True, text=True, check=False)
    return found.stdout.strip()


def read_log(log: Path | None) -> list[Chunk]:
    """The chunks in a log; a last line cut short by a power cut is as if it had not been done."""
    if log is None or not log.exists():
        return []
    return list(_whole(log.read_text("utf-8").splitlines()))


def _whole(lines: Iterable[str]) -> Iterator[Chunk]:
    for line in lines:
        try:
            yield Chunk(**json.loads(line))
        except ValueError:
            continue


def write_log(log: Path | None, chunk: Chunk) -> None:
    """Add a chunk that is done."""
    if log is not None:
        with log.open("a", encoding="utf-8") as stream:
            stream.write(json.dumps(asdict(chunk)) + "\n")


def to_do(first: int, seeds: int, size: int, done: Iterable[Chunk]) -> list[Chunk]:
    """The chunks that are not in the log."""
    known = {(chunk.first, chunk.count) for chunk in done}
    wanted = [
        Chunk(start, min(size, first + seeds - start))
        for start in range(first, first + seeds, size)
    ]
    return [chunk for chunk in wanted if (chunk.first, chunk.count) not in known]


def summary(chunks: Iterable[Chunk]) -> tuple[int, Counter[str], list[str], Counter[str]]:
    """Histories, what happened in them, the stories that broke, and histories by commit."""
    histories, happened, by_commit = 0, Counter[str](), Counter[str]()
    broken: list[str] = []
    for chunk in chunks:
        histories += chunk.count
        by_commit[chunk.commit] += chunk.count
        happened.update(chunk.happened)
        broken += chunk.broken
    return histories, happened, broken, by_commit
