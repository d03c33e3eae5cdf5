"""What is to be shared out: a supply by week, the people who fall due where, and what a dose takes.
Whole numbers throughout; knows no database and no solver.

**From people to doses.** Of `d` doses of which `wastage` per cent are lost, d x (100 - wastage) %
people are vaccinated; the reserve of a place is the doses for everybody due there, and `buffer` per
cent of them on top. What the place holds is taken off; the rest is sent, in whole vials.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

WHOLE = 100
MOST_WASTAGE = 90


@dataclass(frozen=True, slots=True)
class Held:
    """Doses that a place has already, in its teams' hands. `by_week`: those that second doses of
    each week take; `over`: those left for first doses; `lost`: those that end before anybody needs
    them. `books`: what the teams' books say that it has; None: nothing is written down."""

    by_week: tuple[int, ...]
    over: int = 0
    lost: int = 0
    books: int | None = None

    @property
    def doses(self) -> int:
        """All of them."""
        return sum(self.by_week) + self.over + self.lost

    @property
    def by_hand(self) -> bool:
        """Whether a person said another number than the books."""
        return self.doses != (self.books or 0)


@dataclass(frozen=True, slots=True)
class Place:
    """One locality. By week, the first being the present one: `due`, how many people become due a
    second dose; `last`, how many of those have their latest day in it. `reach` people still wait
    for a first dose (None: nobody counted them), and each counts `weight` fold. `held` None: what
    it holds was left out of account, as in the decisions of the first pages."""

    name: str
    due: tuple[int, ...]
    last: tuple[int, ...]
    reach: int | None = None
    weight: int = 1
    held: Held | None = None

    @property
    def held_so_far(self) -> tuple[int, ...]:
        """Doses to hand for second doses by the end of each week, of what it holds."""
        return sums(self.held.by_week if self.held else [0] * len(self.due))

    @property
    def over(self) -> int:
        """Doses that it has left for first ones."""
        return self.held.over if self.held else 0


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

    def people_for(self, vials: int, doses: int = 0) -> int:
        """How many people so many vials vaccinate, and loose doses beside."""
        return (vials * self.vial + doses) * (WHOLE - self.wastage) // WHOLE

    def doses_for(self, people: int) -> int:
        """How many doses so many people take, with what is lost."""
        return _up(people * WHOLE, WHOLE - self.wastage)

    def with_buffer(self, people: int) -> int:
        """The same with the buffer."""
        return _up(people * WHOLE * (WHOLE + self.buffer), (WHOLE - self.wastage) * WHOLE)

    def reserve(self, people: int) -> int:
        """The same in whole vials."""
        return _up(self.with_buffer(people), self.vial)

    def needed(self, place: Place) -> tuple[int, ...]:
        """Doses that second ones take anew in each week, waste and buffer included."""
        return steps([self.with_buffer(people) for people in sums(place.due)])

    def lacking(self, place: Place) -> tuple[int, ...]:
        """Vials that are to be sent by the end of each week, so that every second dose has its
        reserve: what is needed less what is held."""
        wanted = zip(sums(self.needed(place)), place.held_so_far, strict=True)
        return tuple(
            accumulate((_up(max(0, all_ - held), self.vial) for all_, held in wanted), max)
        )

    def first_lacking(self, place: Place) -> int | None:
        """Doses to be sent so that everybody has one who waits for a first; None: nobody counted
        them."""
        return None if place.reach is None else max(0, self.doses_for(place.reach) - place.over)

    def reach_vials(self, place: Place) -> int | None:
        """The same in whole vials; None for no limit."""
        lacking = self.first_lacking(place)
        return None if lacking is None else _up(lacking, self.vial)


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
