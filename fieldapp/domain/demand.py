"""How many next doses a team will need where, from the due days of the people it knows.

**The numbers.** Each person counts once for each dose that is due, at the place of their dose
before and for its product. *Now*: the recommended day has come and the dose is not given yet, the
late included. *Week 1*: the recommended day is one of the next seven, *week 2*: one of the seven
after. Who promised to come on a day counts in the week of that day instead. Not counted: whoever
refused, moved, died, had the dose elsewhere or must not have it, and whose history a clinician has
to see first. Nothing is added for waste and nothing taken off for those who will not come: both
are for whoever allocates, who should see them as figures of their own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from fieldapp.domain.call import Outcome, Plan, Step

WEEK = 7
_GONE = frozenset({Outcome.REFUSED, Outcome.MOVED, Outcome.DECEASED, Outcome.ELSEWHERE})


@dataclass(frozen=True, slots=True)
class Expected:
    """One dose that somebody is due, and what calling them came to. `promised`: the day on which
    they said that they will come."""

    vaccine: str
    place: str
    due: date
    plan: Plan
    promised: date | None = None


@dataclass(frozen=True, slots=True)
class Demand:
    """Doses of one product at one place."""

    vaccine: str
    place: str
    now: int = 0
    week_1: int = 0
    week_2: int = 0

    @property
    def total(self) -> int:
        """All that may be asked for within two weeks."""
        return self.now + self.week_1 + self.week_2


def demand(people: Iterable[Expected], today: date) -> list[Demand]:
    """By product and place, the largest first."""
    sums: dict[tuple[str, str], list[int]] = {}
    for one in people:
        when = None if is_gone(one.plan) else week_of(day_of(one.due, one.promised, today), today)
        if when is not None and when <= 2:
            sums.setdefault((one.vaccine, one.place), [0, 0, 0])[when] += 1
    found = [Demand(vaccine, place, *counts) for (vaccine, place), counts in sums.items()]
    return sorted(found, key=lambda one: (-one.total, one.vaccine, one.place))


def is_gone(plan: Plan) -> bool:
    """Whether calling them found that they will not come."""
    return plan.step is Step.OFF and plan.why in _GONE


def day_of(due: date, promised: date | None, today: date) -> date:
    """The day on which a dose is expected to be asked for: the promised one while it lies ahead."""
    return promised if promised is not None and promised > today else due


def week_of(day: date, today: date) -> int:
    """0 for now, from 1 for the weeks that begin with tomorrow."""
    days = (day - today).days
    return 0 if days <= 0 else (days - 1) // WEEK + 1
