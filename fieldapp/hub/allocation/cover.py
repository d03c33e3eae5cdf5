"""What the doses that a place holds already cover, week by week: what expires first is used first.

A dose counts in a week only if it is good until the Sunday of that week, so that nobody is sent too
little for a lot that ends on the way. It covers people first; what is kept as a buffer must be good
until the last of the weeks. What no second dose takes is over, for first doses; what ends in the
present week and is needed by nobody is lost. Pure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from fieldapp.domain.demand import WEEK
from fieldapp.hub.allocation.problem import Held

_TO_SUNDAY = timedelta(days=WEEK - 1)


@dataclass(frozen=True, slots=True)
class Batch:
    """Doses that are good until the same day; None where a person said that they are."""

    doses: int
    last: date | None


def cover(
    batches: Sequence[Batch],
    people: Sequence[int],
    buffer: Sequence[int],
    mondays: Sequence[date],
    books: int | None,
) -> Held:
    """Doses of each week that need not be sent. `people` and `buffer`: doses needed anew in it."""
    left = _Left(batches)
    covered = [left.take(doses, monday) for doses, monday in zip(people, mondays, strict=True)]
    kept = [left.take(doses, mondays[-1]) for doses in buffer]
    by_week = tuple(one + more for one, more in zip(covered, kept, strict=True))
    return Held(by_week, left.good_in(mondays[0]), left.ending_in(mondays[0]), books)


class _Left:
    """What is left of the batches, those that end first before the others."""

    def __init__(self, batches: Sequence[Batch]) -> None:
        ordered = sorted(batches, key=lambda one: one.last or date.max)
        self._days = [one.last or date.max for one in ordered]
        self._doses = [one.doses for one in ordered]

    def take(self, wanted: int, monday: date) -> int:
        """As many as there are that are good all of this week, and no more."""
        before = wanted
        for at, day in enumerate(self._days):
            if day >= monday + _TO_SUNDAY:
                taken = min(wanted, self._doses[at])
                self._doses[at] -= taken
                wanted -= taken
        return before - wanted

    def good_in(self, monday: date) -> int:
        """Those that are good all of this week."""
        return sum(self._doses) - self.ending_in(monday)

    def ending_in(self, monday: date) -> int:
        """Those that are not."""
        return sum(
            doses
            for doses, day in zip(self._doses, self._days, strict=True)
            if day < monday + _TO_SUNDAY
        )
