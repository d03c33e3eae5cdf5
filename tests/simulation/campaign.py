"""A campaign: very many histories, whose log says which are done, so that it can be stopped.

A line of the log is a chunk: its first seed, how many, the program's commit, what happened in it,
and the stories that broke a promise. The same command again does only what is not in the log, and
first writes it shorter: neighbours of one program become one line. `campaign.jsonl` beside this
file is such a log, kept as what was shown so far.
"""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field, replace
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
            stream.write(_line(chunk))


def gathered(chunks: Iterable[Chunk]) -> list[Chunk]:
    """The same histories in fewer chunks: neighbours of one program together."""
    found: list[Chunk] = []
    for chunk in sorted(chunks, key=lambda chunk: chunk.first):
        last = found[-1] if found else None
        if last and (last.commit, last.first + last.count) == (chunk.commit, chunk.first):
            last.count += chunk.count
            last.happened = dict(Counter(last.happened) + Counter(chunk.happened))
            last.broken = [*last.broken, *chunk.broken]
        else:
            found.append(replace(chunk))
    return found


def rewrite_log(log: Path | None, chunks: Iterable[Chunk]) -> None:
    """Replace a log at once."""
    if log is not None and log.exists():
        fresh = log.with_name(log.name + ".new")
        fresh.write_text("".join(_line(chunk) for chunk in chunks), encoding="utf-8")
        fresh.replace(log)


def _line(chunk: Chunk) -> str:
    return json.dumps(asdict(chunk)) + "\n"


def to_do(first: int, seeds: int, size: int, done: Iterable[Chunk]) -> list[Chunk]:
    """The chunks of which not every seed is in the log."""
    known = {seed for one in done for seed in range(one.first, one.first + one.count)}
    wanted = [
        Chunk(start, min(size, first + seeds - start))
        for start in range(first, first + seeds, size)
    ]
    return [one for one in wanted if not known.issuperset(range(one.first, one.first + one.count))]


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
