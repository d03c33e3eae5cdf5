"""First doses from what is left once every second dose has its reserve: in proportion to weight and
people still to reach. What a place has over already is the beginning of its part."""

from __future__ import annotations

from collections.abc import Sequence

from fieldapp.hub.allocation.problem import Problem, steps, sums
from fieldapp.hub.allocation.shares import weighted


def first_doses(problem: Problem, second: Sequence[Sequence[int]]) -> tuple[tuple[int, ...], ...]:
    """Vials by place and week. Where nobody counted whom to reach, a place counts as one."""
    counted = any(place.reach for place in problem.places)
    weights = [place.weight * ((place.reach or 0) if counted else 1) for place in problem.places]
    most = [problem.reach_vials(place) for place in problem.places]
    so_far, over = [0] * len(problem.places), [one.over // problem.vial for one in problem.places]
    by_week = []
    for new in steps(free_by(problem, second)):
        room = [
            None if limit is None else limit - got for limit, got in zip(most, so_far, strict=True)
        ]
        has = [before + held for before, held in zip(so_far, over, strict=True)]
        got = weighted(new, weights, room, has)
        so_far = [before + more for before, more in zip(so_far, got, strict=True)]
        by_week.append(got)
    return tuple(zip(*by_week, strict=True)) if problem.places else ()


def free_by(problem: Problem, second: Sequence[Sequence[int]]) -> list[int]:
    """How many vials may leave as first doses by the end of each week, so that none is missed by a
    second dose in this week or a later one."""
    came = sums(problem.supply)
    taken = sums(sum(row[week] for row in second) for week in problem.weeks)
    left = [there - gone for there, gone in zip(came, taken, strict=True)]
    return [min(left[week:]) for week in problem.weeks]
