"""The newest figures of every benchmark, each with its day, commit and machine; and their pages.

latest.jsonl          beside this file: one line a figure, replaced when it is measured again
docs/BENCHMARKS.md    all of them
README.md             those that have a goal, between two marks
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from tests.benchmarks.figure import Figure, rounded

ROOT = Path(__file__).parents[2]
LATEST = Path(__file__).with_name("latest.jsonl")
PAGE = ROOT / "docs" / "BENCHMARKS.md"
README = ROOT / "README.md"
MARKS = ("<!-- figures -->", "<!-- end of figures -->")
_HEAD = "| | What | Figure | Goal | Ratio |\n|---|---|---:|---:|---:|"


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure, and where and when it was found."""

    figure: Figure
    day: str
    commit: str
    machine: str


def machine() -> str:
    """In words: nothing that names one machine."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{os.cpu_count()} cores, {memory:.0f} GB, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}"
    )


def measured_now(figures: Iterable[Figure]) -> list[Measured]:
    """These figures, of the commit that is checked out."""
    done = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    day, here = f"{datetime.now(UTC):%Y-%m-%d}", machine()
    return [Measured(figure, day, done.stdout.strip(), here) for figure in figures]


def read(file: Path = LATEST) -> list[Measured]:
    """What is kept."""
    if not file.exists():
        return []
    rows = (json.loads(line) for line in file.read_text("utf-8").splitlines())
    return [Measured(Figure(**row.pop("figure")), **row) for row in rows]


def keep(found: Sequence[Measured], order: Sequence[str], file: Path = LATEST) -> list[Measured]:
    """Replace what these benchmarks said before; all that is kept now, in the order of codes."""
    again = {one.figure.code for one in found}
    kept = [one for one in read(file) if one.figure.code not in again] + list(found)
    kept.sort(key=lambda one: order.index(one.figure.code))
    lines = (json.dumps(asdict(one), ensure_ascii=False) for one in kept)
    file.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return kept


def write_pages(kept: Sequence[Measured], page: Path = PAGE, readme: Path = README) -> None:
    """docs/BENCHMARKS.md, and the table of goals in the README."""
    page.write_text(_whole_page(kept), "utf-8")
    before, _, rest = readme.read_text("utf-8").partition(MARKS[0])
    after = rest.partition(MARKS[1])[2]
    goals = worst_of_each_goal(kept)
    table = f"{MARKS[0]}\n{_table(goals)}\n\n{_origin(goals)}\n{MARKS[1]}"
    readme.write_text(f"{before}{table}{after}", "utf-8")


def worst_of_each_goal(kept: Iterable[Measured]) -> list[Measured]:
    """Of all figures that share a benchmark and a goal the one that is furthest from it."""
    shared: dict[tuple[object, ...], list[Measured]] = {}
    for one in kept:
        figure = one.figure
        if figure.goal is not None:
            shared.setdefault((figure.code, figure.unit, figure.goal), []).append(one)
    return [_worst(group) for group in shared.values()]


def _worst(group: list[Measured]) -> Measured:
    worst = max(group, key=lambda one: one.figure.ratio or 0)
    if len(group) == 1:
        return worst
    words = f"{worst.figure.words}; the worst of {len(group)}"
    return replace(worst, figure=replace(worst.figure, words=words, note=""))


def _whole_page(kept: Sequence[Measured]) -> str:
    return (
        "# Speed and size, as measured\n\n"
        "Written by `make bench ARGS=--write`. A ratio of 1 or less meets its goal; goals that are "
        "missed stay in the table.\nWhat has no goal is told so that a change is seen.\n\n"
        f"{_table(kept)}\n\n{_origin(kept)}\n"
    )


def _table(rows: Sequence[Measured]) -> str:
    return "\n".join([_HEAD, *(_row(one.figure) for one in rows)])


def _row(figure: Figure) -> str:
    ratio = "" if figure.ratio is None else f"{figure.ratio:.2f}"
    if figure.ratio is not None and figure.ratio > 1:
        ratio = f"**{ratio}**"
    words = figure.words + (f" ({figure.note})" if figure.note else "")
    value = f"{rounded(figure.value)} {figure.unit}".rstrip()
    return f"| {figure.code} | {words} | {value} | {figure.goal_words} | {ratio} |"


def _origin(rows: Sequence[Measured]) -> str:
    """Which machine, which day, which commit: once for all that share them."""
    groups: dict[tuple[str, str, str], list[str]] = {}
    for one in rows:
        codes = groups.setdefault((one.day, one.commit, one.machine), [])
        if one.figure.code not in codes:
            codes.append(one.figure.code)
    return "  \n".join(
        f"{', '.join(codes)}: {day}, commit {commit}, {where}."
        for (day, commit, where), codes in groups.items()
    )
