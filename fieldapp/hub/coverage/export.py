"""Coverage as a table with stable columns, and on paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from fieldapp.hub.coverage.denominators import KEY_AREA
from fieldapp.hub.coverage.reading import GOAL_PERCENT, Covered, Standing
from fieldapp.hub.daily.shares import GROUP, HOME
from fieldapp.hub.web.times import Place
from fieldapp.hub.web.words import Said, Words, said
from fieldapp.reports.files import write_table
from fieldapp.reports.table import Cell, Table

if TYPE_CHECKING:
    from fieldapp.hub.paper import Paper

COLUMNS = (
    "as_of", "split", "code", "name", "people", "denominator_as_of", "source", "covered",
    "covered_percent", "fully_covered", "fully_covered_percent", "standing",
)  # fmt: skip
KIND_WORDS: Mapping[str, Said] = {
    GROUP: said("Key groups"),
    KEY_AREA: said("Key areas"),
    HOME: said("Home areas"),
}
ONE_OF: Mapping[str, Said] = {
    GROUP: said("Key group"),
    KEY_AREA: said("Key area"),
    HOME: said("Home area"),
}
STANDING_WORDS: Mapping[Standing, Said] = {
    Standing.OVER_GOAL: said("over {percent} %", percent=GOAL_PERCENT),
    Standing.BELOW: said("not over {percent} % yet", percent=GOAL_PERCENT),
    Standing.DOUBTFUL: said("over 100 %: denominator doubtful"),
    Standing.UNKNOWN: said("no denominator"),
    Standing.TOO_SMALL: said("too few people: not shown to readers"),
}


@dataclass(frozen=True, slots=True)
class Order:
    """For whom it is written, and as of when; `practice`: of made-up people."""

    words: Words
    place: Place
    now_s: int
    hub: str
    day: date
    name: Callable[[str, str], str]
    practice: bool = False


def write(rows: Mapping[str, tuple[Covered, ...]], order: Order, fmt: str, out: Path) -> None:
    """Raises CannotWrite, NoFont."""
    if fmt == "pdf":
        write_pdf(rows, order, out)
    else:
        write_table(table_of(rows, order), fmt, out)


def table_of(rows: Mapping[str, tuple[Covered, ...]], order: Order) -> Table:
    """A row a group or area."""
    listed = [_row(one, order) for parts in rows.values() for one in parts]
    return Table("coverage", COLUMNS, listed)


def _row(one: Covered, order: Order) -> tuple[Cell, ...]:
    entry, figures = one.entry, one.figures
    return (
        order.day.isoformat(), one.kind, one.code, order.name(one.kind, one.code),
        entry.size if entry and figures else None,
        entry.as_of.isoformat() if entry else None, entry.source if entry else None,
        figures.covered if figures else None, _rounded(one.percent_covered),
        figures.completed if figures else None, _rounded(one.percent_full), one.standing.value,
    )  # fmt: skip


def _rounded(percent: float | None) -> float | None:
    return None if percent is None else round(percent, 1)


def percent_words(percent: float | None) -> str:
    """82.4 %, or a dash."""
    return "–" if percent is None else f"{percent:,.1f} %"


def write_pdf(rows: Mapping[str, tuple[Covered, ...]], order: Order, out: Path) -> None:
    """The same on paper. Raises CannotWrite, NoFont."""
    words, place = order.words, order.place
    # fpdf takes a good part of the start, and few papers are asked for
    from fieldapp.hub.paper import Paper

    paper = Paper(
        words("Hub {hub} · as of {moment} ({zone}) · holds no names of people vaccinated",
              hub=order.hub, moment=place.moment(order.now_s), zone=place.zone),
        words("PRACTICE") if order.practice else "",
    )  # fmt: skip
    title = words("Coverage on {day}", day=place.day(order.day))
    paper.set_title(title)
    paper.add_page()
    paper.said(title, 17, "B")
    for kind, parts in rows.items():
        if parts:
            paper.said(words.say(KIND_WORDS[kind]), 12, "B")
            _table(paper, order, kind, parts)
    paper.finish(out)


def _table(paper: Paper, order: Order, kind: str, parts: tuple[Covered, ...]) -> None:
    words = order.words
    heads = [
        words.say(ONE_OF[kind]), words("People"), words("Source"), words("Covered"),
        words("In percent"), words("Fully covered"), words("In percent"), words("State"),
    ]  # fmt: skip
    rows = [_line(one, order) for one in parts]
    paper.rows(heads, (62, 22, 60, 22, 22, 24, 22, 39), "LRLRRRRL", rows)


def _line(one: Covered, order: Order) -> list[str]:
    entry, figures = one.entry, one.figures
    source = "–" if entry is None else f"{entry.source}, {order.place.day(entry.as_of)}"
    return [
        order.name(one.kind, one.code),
        f"{entry.size:,}" if entry and figures else "–",
        source,
        f"{figures.covered:,}" if figures else "–",
        percent_words(one.percent_covered),
        f"{figures.completed:,}" if figures else "–",
        percent_words(one.percent_full),
        order.words.say(STANDING_WORDS[one.standing]),
    ]
