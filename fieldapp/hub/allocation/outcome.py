"""What an allocation comes to, week by week, in people: who is vaccinated, who waits, who passes
the latest day. Holds for the program's proposal and for one changed by hand alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fieldapp.hub.allocation.problem import Allocation, Place, Problem, steps, sums


@dataclass(frozen=True, slots=True)
class Week:
    """One place, or all together, in one week. `due` people, those who waited before included;
    `needed` doses for them and `reserved` doses to hand, of which `held` lay at the place already;
    `waiting` people go on waiting; `passing` pass their latest day in this week. `first` and `left`
    are doses, `came` all that came in."""

    due: int
    needed: int
    reserved: int
    waiting: int
    passing: int
    first: int = 0
    came: int = 0
    left: int = 0
    held: int = 0


@dataclass(frozen=True, slots=True)
class Sending:
    """What a place is to be sent for second doses of one week, in doses: `needed` with waste and
    buffer, less `held`, is `to_send`."""

    needed: int
    held: int

    @property
    def to_send(self) -> int:
        """Of this week, before whole vials."""
        return self.needed - self.held


def sending(problem: Problem, place: Place) -> list[Sending]:
    """Week by week, whatever the supply."""
    held = steps(place.held_so_far)
    return [Sending(*pair) for pair in zip(problem.needed(place), held, strict=True)]


def outcome(problem: Problem, given: Allocation) -> list[Week]:
    """All places together."""
    parts = [at_place(problem, place, row)
             for place, row in zip(problem.places, given.second, strict=True)]  # fmt: skip
    stock = sums(problem.supply)
    sent = sums(given.sent_in(week) for week in problem.weeks)
    return [
        Week(
            due=sum(part[week].due for part in parts),
            needed=sum(part[week].needed for part in parts),
            reserved=sum(part[week].reserved for part in parts),
            waiting=sum(part[week].waiting for part in parts),
            passing=sum(part[week].passing for part in parts),
            first=problem.vial * sum(row[week] for row in given.first),
            came=problem.vial * problem.supply[week],
            left=problem.vial * (stock[week] - sent[week]),
            held=sum(part[week].held for part in parts),
        )
        for week in problem.weeks
    ]


def at_place(problem: Problem, place: Place, second: Sequence[int]) -> list[Week]:
    """One place. Who has the earliest latest day is vaccinated first, which is also who became due
    first."""
    due, last, sent, held = sums(place.due), sums(place.last), sums(second), place.held_so_far
    served = [min(there, problem.people_for(vials, had))
              for there, vials, had in zip(due, sent, held, strict=True)]  # fmt: skip
    passed, so_far = [], 0
    for people, done in zip(last, served, strict=True):
        so_far = max(so_far, people - done)
        passed.append(so_far)
    new_passed, before = steps(passed), (0, *served)
    opening = [0, *(vials * problem.vial + had - problem.doses_for(people)
                    for vials, had, people in zip(sent, held, served, strict=True))]  # fmt: skip
    had_new = steps(held)
    return [
        Week(
            due=due[week] - before[week],
            needed=problem.doses_for(due[week] - before[week]),
            reserved=max(0, opening[week]) + problem.vial * second[week] + had_new[week],
            waiting=due[week] - served[week],
            passing=new_passed[week],
            held=had_new[week],
        )
        for week in problem.weeks
    ]


def second_need_of(problem: Problem, given: Allocation) -> int:
    """How many people the first doses given away here will owe a second one, later."""
    return sum(problem.people_for(sum(row)) for row in given.first)
