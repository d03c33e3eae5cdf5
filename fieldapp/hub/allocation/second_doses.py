"""Second doses by HiGHS, one aim after another, each held while the next is sought:

1. as few people as possible pass their latest day, 2. as few as possible wait, week by week, 3. no
place waits far worse than another: the fairest shares, parts of vials allowed, and then the whole
vials that are nearest to them. What is left fills the reserves up, buffers included.

The answer is the same every time: one thread, a fixed seed, a limit of nodes and none of time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from fieldapp.hub.allocation.problem import WHOLE, Problem, steps, sums
from fieldapp.hub.allocation.shares import shares

if TYPE_CHECKING:
    from highspy import Highs

MOST_NODES, _NODES_TO_ROUND = 400, 1
_HELD = 1e-3
_OPTIONS: dict[str, bool | float | str] = {
    "output_flag": False, "threads": 1, "parallel": "off", "random_seed": 0,
    "mip_max_nodes": MOST_NODES, "mip_rel_gap": 1e-6,
}  # fmt: skip


def second_doses(problem: Problem) -> tuple[tuple[int, ...], ...]:
    """Vials by place and week: never over the supply, never over what a reserve lacks beside the
    doses that are held, and none left lying that one lacks."""
    if not problem.places:
        return ()
    from highspy import Highs  # here, because it takes long to load, and few pages need it

    found = _Model(problem, Highs()).solved()  # type: ignore[no-untyped-call]  # its own stub
    if found is None or not _fits(problem, found):
        found = [[0] * len(problem.supply) for _ in problem.places]
    return tuple(steps(row) for row in _topped_up(problem, found))


@dataclass
class _Model:
    """The numbers that are sought: by place and week, `sent` vials and people `served` so far."""

    problem: Problem
    highs: Highs
    sent: list[list[Any]] = field(default_factory=list)
    served: list[list[Any]] = field(default_factory=list)

    def solved(self) -> list[list[int]] | None:
        """Vials sent so far by place and week; None where nothing was found."""
        for name, value in _OPTIONS.items():
            self.highs.setOptionValue(name, value)
        self._describe()
        waiting = -self._sum(one for row in self.served for one in row)
        found = None
        for aim in (self._passing(), waiting):
            if not self._reach(aim):
                return found
            found = self._vials()
        return self._fair() or found

    def _reach(self, aim: Any) -> bool:
        """Come as near to an aim as can be, and hold that from now on."""
        self.highs.minimize(aim)
        if not self.highs.getSolution().value_valid:
            return False
        self.highs.addConstr(aim <= self.highs.val(aim) + _HELD)
        return True

    def _fair(self) -> list[list[int]] | None:
        cells = [one for row in self.sent for one in row]
        for one in cells:
            self.highs.setContinuous(one)
        self.highs.minimize(self._unevenness())
        if not self.highs.getSolution().value_valid:
            return None
        away = []
        for one, fairest in [(one, self.highs.val(one)) for one in cells]:
            self.highs.setInteger(one)
            distance = self.highs.addVariable(0)
            self.highs.addConstr(distance >= one - fairest)
            self.highs.addConstr(distance >= fairest - one)
            away.append(distance)
        self.highs.setOptionValue("mip_max_nodes", _NODES_TO_ROUND)
        self.highs.minimize(self._sum(away))
        return self._vials() if self.highs.getSolution().value_valid else None

    def _vials(self) -> list[list[int]]:
        return [[round(self.highs.val(one)) for one in row] for row in self.sent]

    def _describe(self) -> None:
        problem, highs = self.problem, self.highs
        rate = problem.vial * (WHOLE - problem.wastage) / WHOLE
        for place in problem.places:
            sent = [highs.addIntegral(0, most) for most in problem.lacking(place)]
            served = [highs.addVariable(0, people) for people in sums(place.due)]
            for before, after in pairwise(sent):
                highs.addConstr(after >= before)
            for vials, held, people in zip(sent, place.held_so_far, served, strict=True):
                highs.addConstr(people <= rate * vials + rate / problem.vial * held)
            self.sent.append(sent)
            self.served.append(served)
        for week, came in enumerate(sums(problem.supply)):
            highs.addConstr(self._sum(row[week] for row in self.sent) <= came)

    def _passing(self) -> Any:
        """How many pass their latest day: at their place, by the worst of the weeks."""
        passed = []
        for place, served in zip(self.problem.places, self.served, strict=True):
            past = self.highs.addVariable(0, sum(place.last))
            for week, last in enumerate(sums(place.last)):
                self.highs.addConstr(past >= last - served[week])
            passed.append(past)
        return self._sum(passed)

    def _unevenness(self) -> Any:
        """By week, the share of its people who wait at the place that is worst off."""
        worst = []
        for week in self.problem.weeks:
            share = self.highs.addVariable(0, 1)
            for place, served in zip(self.problem.places, self.served, strict=True):
                due = sums(place.due)[week]
                if due:
                    self.highs.addConstr(due * share >= due - served[week])
            worst.append(share)
        return self._sum(worst)

    def _sum(self, parts: Iterable[Any]) -> Any:
        return self.highs.qsum(list(parts))


def _fits(problem: Problem, sent: list[list[int]]) -> bool:
    """Whether what was found keeps to the rules exactly, not only nearly."""
    reserves = _reserves(problem)
    rising = all(row == sorted(row) for row in sent)
    within = all(
        0 <= one <= most
        for row, limits in zip(sent, reserves, strict=True)
        for one, most in zip(row, limits, strict=True)
    )
    came = sums(problem.supply)
    return rising and within and all(
        sum(row[week] for row in sent) <= came[week] for week in problem.weeks
    )  # fmt: skip


def _reserves(problem: Problem) -> list[tuple[int, ...]]:
    return [problem.lacking(place) for place in problem.places]


def _topped_up(problem: Problem, sent: list[list[int]]) -> list[list[int]]:
    """Send what is left to where a reserve lacks it, from the last week back: no vial lies while
    one does. What a week is sent in all is the most that those before it may be."""
    reserves, came = _reserves(problem), sums(problem.supply)
    most = [row[-1] for row in reserves]
    for week in reversed(problem.weeks):
        left = came[week] - sum(row[week] for row in sent)
        limits = [min(one, row[week]) for one, row in zip(most, reserves, strict=True)]
        lacking = [limit - row[week] for row, limit in zip(sent, limits, strict=True)]
        for row, more in zip(sent, shares(left, lacking), strict=True):
            row[week] += more
        most = [row[week] for row in sent]
    return sent
