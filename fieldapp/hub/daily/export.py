"""The daily report as a table with stable columns, and on paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from fieldapp.hub.daily.report import Day, Figures, Part, Report, Restated
from fieldapp.hub.daily.shares import GROUP, HOME, TOTAL, VACCINE
from fieldapp.hub.web.times import Place
from fieldapp.hub.web.words import Said, Words, counted, said
from fieldapp.reports.cells import utc
from fieldapp.reports.files import write_table
from fieldapp.reports.table import Cell, Table

if TYPE_CHECKING:
    from fieldapp.hub.paper import Paper

COLUMNS = (
    "line", "day", "split", "code", "name", "doses", "doses_reported", "reported_utc", "late",
    "contested", "told_elsewhere", "people_covered", "people_covered_reported", "fully_covered",
    "fully_covered_reported",
)  # fmt: skip
SPLIT_WORDS: Mapping[str, Said] = {
    VACCINE: said("By product"),
    GROUP: said("By key group"),
    HOME: said("By home area"),
}
ONE_OF: Mapping[str, Said] = {
    VACCINE: said("Product"),
    GROUP: said("Key group"),
    HOME: said("Home area"),
}
_MOST_DAYS_ON_PAPER = 31
Naming = Callable[[str, str], str]
"""What a part of a split is called."""


@dataclass(frozen=True, slots=True)
class Order:
    """For whom the report is written, and when; `practice`: of made-up people."""

    words: Words
    place: Place
    now_s: int
    hub: str
    name: Naming
    practice: bool = False


def write(report: Report, order: Order, fmt: str, out: Path) -> None:
    """Raises CannotWrite, NoFont."""
    if fmt == "pdf":
        write_pdf(report, order, out)
    else:
        write_table(table_of(report, order.name), fmt, out)


def table_of(report: Report, name: Naming) -> Table:
    """Every day since the start, then the sum, then the splits of the day and of all days."""
    rows = [_row("day", one, TOTAL, "", "", one.figures) for one in report.days]
    rows.append(_row("so-far", report.day, TOTAL, "", "", report.so_far))
    for split, parts in report.parts.items():
        for part in parts:
            called = split, part.code, name(split, part.code)
            rows.append(_row("day", report.day, *called, part.on_day))
            rows.append(_row("so-far", report.day, *called, Restated(part.so_far, None)))
    return Table("daily-report", COLUMNS, rows)


def _row(
    line: str, day: Day, split: str, code: str, name: str, figures: Restated
) -> tuple[Cell, ...]:
    known, then = figures.known, figures.said
    at = (
        None if then is None or day.said_s is None else utc(datetime.fromtimestamp(day.said_s, UTC))
    )
    return (
        line, day.day.isoformat(), split, code, name,
        known.doses, then.doses if then else None, at, figures.late if then else None,
        known.contested, known.told,
        known.covered, then.covered if then else None,
        known.completed, then.completed if then else None,
    )  # fmt: skip


def write_pdf(report: Report, order: Order, out: Path) -> None:
    """The same on paper, the newest days first. Raises CannotWrite, NoFont."""
    words, place = order.words, order.place
    # fpdf takes a good part of the start, and few papers are asked for
    from fieldapp.hub.paper import Paper

    paper = Paper(
        words("Hub {hub} · as of {moment} ({zone}) · holds no names of people vaccinated",
              hub=order.hub, moment=place.moment(order.now_s), zone=place.zone),
        words("PRACTICE") if order.practice else "",
    )  # fmt: skip
    title = words("Daily report of {day}", day=place.day(report.day.day))
    paper.set_title(title)
    paper.add_page()
    paper.said(title, 17, "B")
    paper.said(words.say(restated_words(report.day, place)), 11, "B")
    known = report.so_far.known
    paper.said(_sums(words, known), 10)
    paper.ln(3)
    for split, parts in report.parts.items():
        if parts:
            paper.said(words.say(SPLIT_WORDS[split]), 12, "B")
            _parts(paper, order, split, parts)
    paper.said(words("Day by day"), 12, "B")
    _days(paper, order, report.days[-_MOST_DAYS_ON_PAPER:])
    paper.finish(out)


def restated_words(day: Day, place: Place) -> Said:
    """Reported on the 14th: 812; today known: 831 (+19 late)."""
    known, then = day.figures.known.doses, day.figures.said
    if then is None or day.said_s is None:
        return counted(
            "{n} dose known so far; this day is not published yet.|"
            "{n} doses known so far; this day is not published yet.",
            known,
        )
    values = {"said": f"{then.doses:,}", "moment": place.moment(day.said_s), "known": f"{known:,}"}
    late = day.figures.late
    if late > 0:
        return said(
            "Reported on {moment}: {said}. Today known: {known} (+{late} late)",
            **values, late=f"{late:,}",
        )  # fmt: skip
    if late < 0:
        return said(
            "Reported on {moment}: {said}. Today known: {known} (−{less} struck through since)",
            **values, less=f"{-late:,}",
        )  # fmt: skip
    return said("Reported on {moment}: {said}. Nothing came late.", **values)


def _sums(words: Words, known: Figures) -> str:
    return words(
        "Since the start: {doses} doses, {covered} people covered, {full} fully covered",
        doses=f"{known.doses:,}", covered=f"{known.covered:,}", full=f"{known.completed:,}",
    )  # fmt: skip


def _parts(paper: Paper, order: Order, split: str, parts: tuple[Part, ...]) -> None:
    words = order.words
    heads = [
        words.say(ONE_OF[split]), words("Doses on the day"), words("Reported"), words("Late"),
        words("Doses so far"), words("People covered"), words("Fully covered"),
    ]  # fmt: skip
    rows = [
        [
            order.name(split, part.code), f"{part.on_day.known.doses:,}", *_then(part.on_day),
            f"{part.so_far.doses:,}", f"{part.so_far.covered:,}", f"{part.so_far.completed:,}",
        ]
        for part in parts
    ]  # fmt: skip
    paper.rows(heads, (93, 30, 30, 30, 30, 30, 30), "LRRRRRR", rows)


def _then(figures: Restated) -> tuple[str, str]:
    if figures.said is None:
        return "–", "–"
    return f"{figures.said.doses:,}", f"{figures.late:+,}" if figures.late else "0"


def _days(paper: Paper, order: Order, days: tuple[Day, ...]) -> None:
    words, place = order.words, order.place
    heads = [
        words("Day"), words("Doses"), words("Reported"), words("Reported on"), words("Late"),
        words("People covered"), words("Fully covered"),
    ]  # fmt: skip
    rows = []
    for one in reversed(days):
        then, late = _then(one.figures)
        at = "–" if one.said_s is None else place.moment(one.said_s)
        known = one.figures.known
        counts = f"{known.covered:,}", f"{known.completed:,}"
        rows.append([place.day(one.day), f"{known.doses:,}", then, at, late, *counts])
    paper.rows(heads, (45, 35, 35, 63, 30, 33, 32), "LRRLRRR", rows)
