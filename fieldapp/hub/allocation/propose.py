"""The proposal: second doses first, first doses from the rest; always the same answer."""

from __future__ import annotations

from fieldapp.hub.allocation.first_doses import first_doses
from fieldapp.hub.allocation.problem import Allocation, Problem
from fieldapp.hub.allocation.second_doses import second_doses


def propose(problem: Problem) -> Allocation:
    """Always an allocation that the supply suffices for; of nothing, nothing."""
    second = second_doses(problem)
    return Allocation(second, first_doses(problem, second))
