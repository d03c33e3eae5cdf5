"""Coverage read: people covered and fully covered of each group and area, of how many there are.

A percentage over 100 says that the denominator is doubtful, not that nobody is left. Of small
groups readers see no figures (`daily.small`): they could tell who is meant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from sqlalchemy import Connection, select

from fieldapp.hub.coverage.denominators import KEY_AREA, KINDS, Entry, entries, holding_on
from fieldapp.hub.daily.known import known, sums
from fieldapp.hub.daily.report import NOTHING, Figures, sums_until
from fieldapp.hub.daily.shares import GROUP, HOME, SESSION, session_code
from fieldapp.hub.daily.small import hidden, sizes_of
from fieldapp.hub.daily.tables import FIGURES
from fieldapp.hub.operating.tables import operation
from fieldapp.hub.web.catalogue import code_called
from fieldapp.wire.dates import to_day

GOAL_PERCENT = 80
_operation = operation.c


class Standing(StrEnum):
    """What is to be said of a row."""

    OVER_GOAL = "over-goal"
    BELOW = "below"
    DOUBTFUL = "doubtful"
    UNKNOWN = "unknown"
    TOO_SMALL = "too-small"


@dataclass(frozen=True, slots=True)
class Covered:
    """One group or area; `entry` None: nobody entered how many people it has. `figures` None: they
    are not for this reader."""

    kind: str
    code: str
    figures: Figures | None
    entry: Entry | None

    @property
    def standing(self) -> Standing:
        """Doubt first, then the goal."""
        if self.figures is None:
            return Standing.TOO_SMALL
        if self.entry is None:
            return Standing.UNKNOWN
        if max(self.figures.covered, self.figures.completed) > self.entry.size:
            return Standing.DOUBTFUL
        covered = 100 * self.figures.covered > GOAL_PERCENT * self.entry.size
        return Standing.OVER_GOAL if covered else Standing.BELOW

    def percent(self, number: int) -> float | None:
        """Of all people of the group; None where that is not known."""
        return None if self.entry is None else 100 * number / self.entry.size

    @property
    def percent_covered(self) -> float | None:
        """By one dose at least."""
        return self.percent(self.figures.covered) if self.figures else None

    @property
    def percent_full(self) -> float | None:
        """By a whole course."""
        return self.percent(self.figures.completed) if self.figures else None


def read_coverage(
    connection: Connection, day: date, *, all_shown: bool
) -> dict[str, tuple[Covered, ...]]:
    """By kind; unless `all_shown`, without the figures of the small."""
    holding = holding_on(entries(connection), day)
    until = to_day(day) or 0
    by_kind = {
        GROUP: sums_until(connection, GROUP, until),
        KEY_AREA: _by_key_area(connection, until),
        HOME: sums_until(connection, HOME, until),
    }
    return {kind: _rows(kind, by_kind[kind], holding, all_shown) for kind in KINDS}


def _rows(
    kind: str,
    figures_of: Mapping[str, Figures],
    holding: Mapping[tuple[str, str], Entry],
    all_shown: bool,
) -> tuple[Covered, ...]:
    entered = {code for of, code in holding if of == kind}
    # there are thousands of home areas: those stand here that somebody asked for
    codes = entered if kind == HOME else entered | {code for code in figures_of if code}
    rows = [
        Covered(kind, code, figures_of.get(code, NOTHING), holding.get((kind, code)))
        for code in codes
    ]
    covered = {code: figures.covered for code, figures in figures_of.items()}
    gone = frozenset() if all_shown else hidden(sizes_of(kind, covered, holding))
    shown = [replace(row, figures=None) if row.code in gone else row for row in rows]
    return tuple(sorted(shown, key=_by_need))


def _by_need(row: Covered) -> tuple[bool, float, str]:
    """The best covered first; those without a percentage last."""
    percent = row.percent_covered
    return percent is None, -(percent or 0.0), row.code


def _by_key_area(connection: Connection, until: int) -> dict[str, Figures]:
    """A key area belongs to a session: what was given in its sessions, under its code."""
    sessions = {
        session_code(device, label): code_called(KEY_AREA, area)
        for device, label, area in connection.execute(
            select(_operation.device, _operation.label, _operation.key_area).where(
                _operation.key_area.is_not(None), _operation.key_area != ""
            )
        )
    }
    if not sessions:
        return {}
    rows = sums(known.code).where(known.kind == SESSION, known.day <= until)
    found: dict[str, Figures] = defaultdict(Figures)
    for row in connection.execute(rows):
        area = sessions.get(row.code)
        if area is not None:
            figures = Figures(*(int(getattr(row, name)) for name in FIGURES))
            found[area] = found[area].plus(figures)
    return dict(found)
