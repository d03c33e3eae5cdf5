"""What is to be shared out: a supply by week, the people who fall due where, and what a dose takes.
Whole numbers throughout; knows no database and no solver.

**From people to doses.** Of `d` doses of which `wastage` per cent are lost, d x (100 - wastage) %
people are vaccinated; the reserve of a place is the doses for everybody due there, and `buffer` per
cent of them on top, in whole vials.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

WHOLE = 100
MOST_WASTAGE = 90


@dataclass(frozen=True, slots=True)
class Place:
    """One locality. By week, the first being the present one: `due`, how many people become due a
    second dose; `last`, how many of those have their latest day in it. `reach` people still wait
    for a first dose (None: nobody counted them), and each counts `weight` fold."""

    name: str
    due: tuple[int, ...]
    last: tuple[int, ...]
    reach: int | None = None
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """One product. `supply` is in vials that come in each week, `vial` the doses in one."""

    vial: int
    supply: tuple[int, ...]
    places: tuple[Place, ...]
    wastage: int = 0
    buffer: int = 0

    @property
    def weeks(self) -> range:
        """By number."""
        return range(len(self.supply))

    def people_for(self, vials: int) -> int:
        """How many people so many vials vaccinate."""
        return vials * self.vial * (WHOLE - self.wastage) // WHOLE

    def doses_for(self, people: int) -> int:
        """How many doses so many people take, with what is lost."""
        return _up(people * WHOLE, WHOLE - self.wastage)

    def reserve(self, people: int) -> int:
        """The same in whole vials, with the buffer."""
        with_buffer = _up(people * WHOLE * (WHOLE + self.buffer), (WHOLE - self.wastage) * WHOLE)
        return _up(with_buffer, self.vial)

    def reach_vials(self, place: Place) -> int | None:
        """How many vials everybody takes who waits for a first dose; None for no limit."""
        return None if place.reach is None else _up(self.doses_for(place.reach), self.vial)


@dataclass(frozen=True, slots=True)
class Allocation:
    """Vials by place and week, in the order of the problem's places."""

    second: tuple[tuple[int, ...], ...]
    first: tuple[tuple[int, ...], ...]

    def sent_in(self, week: int) -> int:
        """All that leaves in one week."""
        return sum(row[week] for row in (*self.second, *self.first))


def sums(numbers: Iterable[int]) -> tuple[int, ...]:
    """Each with all before it."""
    return tuple(accumulate(numbers))


def steps(totals: Sequence[int]) -> tuple[int, ...]:
    """The inverse of `sums`."""
    return tuple(later - before for before, later in zip((0, *totals), totals, strict=False))


def over_supply(problem: Problem, given: Allocation) -> int | None:
    """The first week by whose end more has left than had come; None where it always suffices."""
    sent = sums(given.sent_in(week) for week in problem.weeks)
    came = sums(problem.supply)
    return next((week for week in problem.weeks if sent[week] > came[week]), None)


def _up(number: int, by: int) -> int:
    return -(-number // by)
