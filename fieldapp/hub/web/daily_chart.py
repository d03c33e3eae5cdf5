"""The chart of the daily report: a bar a day, or a week once there are many; late records apart.

Drawn here as numbers for an SVG in the page: no script, no style, readable in print.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from fieldapp.hub.daily.report import Day

WIDTH, HEIGHT, BASE, TOP = 1200, 240, 206, 22
MOST_BARS = 62
_WEEK = 7
_MOST_LABELS = 16
_SELDOM = 4


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what was reported at its foot, what came late on top. Sizes are those of the SVG.

    `dated` and `valued`: whether its day and its number stand there; `seldom`: only where there is
    room for many.
    """

    first: date
    last: date
    doses: int
    late: int
    x: float
    width: float
    y: float
    height: float
    late_y: float
    late_height: float
    dated: bool
    valued: bool
    seldom: bool

    @property
    def middle(self) -> float:
        """Where its label stands."""
        return round(self.x + self.width / 2, 1)


@dataclass(frozen=True, slots=True)
class Chart:
    """All of it; `weeks`: a bar is seven days."""

    bars: tuple[Bar, ...]
    weeks: bool
    highest: int
    some_late: bool


def chart_of(days: Sequence[Day]) -> Chart:
    """The days, each once."""
    weeks = len(days) > MOST_BARS
    size = _WEEK if weeks else 1
    parts = [tuple(days[at : at + size]) for at in range(0, len(days), size)]
    sums = [sum(day.figures.known.doses for day in part) for part in parts]
    late = [max(0, sum(day.figures.late for day in part)) for part in parts]
    highest = max(sums, default=0)
    step = WIDTH / max(1, len(parts))
    every = max(1, -(-len(parts) // _MOST_LABELS))
    bars = tuple(
        _bar(
            part, (sums[at], late[at]), at * step, step, highest, _words(len(parts) - 1 - at, every)
        )
        for at, part in enumerate(parts)
    )
    return Chart(bars, weeks, highest, any(late))


def _words(before_last: int, every: int) -> tuple[bool, bool, bool]:
    """Whether a bar is dated, valued, and only seldom so: the last one always is."""
    dated = before_last % every == 0
    return dated, dated or every <= 2, before_last % (every * _SELDOM) != 0


def _bar(
    part: tuple[Day, ...],
    counts: tuple[int, int],
    x: float,
    step: float,
    highest: int,
    words: tuple[bool, bool, bool],
) -> Bar:
    doses, late = counts
    scale = (BASE - TOP) / (highest or 1)
    height, late_height = round((doses - late) * scale, 1), round(late * scale, 1)
    y = round(BASE - height, 1)
    return Bar(
        part[0].day, part[-1].day, doses, late, round(x + step * 0.1, 1), round(step * 0.8, 1),
        y, height, round(y - late_height, 1), late_height, *words,
    )  # fmt: skip
