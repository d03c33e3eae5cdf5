"""A decision as a file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from fieldapp.hub.allocation.decisions import Decision
from fieldapp.hub.allocation.outcome import Sending, at_place, outcome, sending
from fieldapp.hub.allocation.weeks import week_number
from fieldapp.reports.allocation import AllocationHead, AllocationLine, allocation_table
from fieldapp.reports.files import write_table
from fieldapp.reports.table import Table


def write_decision(decision: Decision, fmt: str, out: Path) -> None:
    """CSV, JSON lines or Excel. Raises CannotWrite."""
    write_table(decision_table(decision), fmt, out)


def decision_table(decision: Decision) -> Table:
    """A row a place and week, then a row a week."""
    head, problem = decision.head, decision.problem
    decided = datetime.fromtimestamp(head.made_s, UTC)
    shared = AllocationHead(
        head.no, decided, head.login, head.reason, head.vaccine,
        problem.vial, problem.wastage, problem.buffer,
    )  # fmt: skip
    return allocation_table(shared, [*_places(decision), *_totals(decision)])


def _places(decision: Decision) -> Iterator[AllocationLine]:
    problem, given, proposed = decision.problem, decision.given, decision.proposed
    for at, place in enumerate(problem.places):
        wanted, held = sending(problem, place), place.held
        for week, told in enumerate(at_place(problem, place, given.second[at])):
            yield AllocationLine(
                week=week_number(decision.mondays[week]),
                monday=decision.mondays[week],
                place=place.name,
                due=told.due,
                last=place.last[week],
                second=problem.vial * given.second[at][week],
                waiting=told.waiting,
                passing=told.passing,
                first=problem.vial * given.first[at][week],
                reach=place.reach,
                weight=place.weight,
                proposed_second=problem.vial * proposed.second[at][week],
                proposed_first=problem.vial * proposed.first[at][week],
                needed=wanted[week].needed,
                held=wanted[week].held if held else None,
                to_send=wanted[week].to_send,
                over=held.over if held else None,
                books=held.books if held else None,
            )


def _totals(decision: Decision) -> Iterator[AllocationLine]:
    problem, given, proposed = decision.problem, decision.given, decision.proposed
    wanted = [sending(problem, place) for place in problem.places]
    for week, told in enumerate(outcome(problem, given)):
        sums = Sending(sum(row[week].needed for row in wanted), told.held)
        yield AllocationLine(
            week=week_number(decision.mondays[week]),
            monday=decision.mondays[week],
            place=None,
            due=told.due,
            last=sum(place.last[week] for place in problem.places),
            second=problem.vial * sum(row[week] for row in given.second),
            waiting=told.waiting,
            passing=told.passing,
            first=told.first,
            reach=None,
            weight=None,
            proposed_second=problem.vial * sum(row[week] for row in proposed.second),
            proposed_first=problem.vial * sum(row[week] for row in proposed.first),
            supply=told.came,
            left=told.left,
            needed=sums.needed,
            held=sums.held if any(place.held for place in problem.places) else None,
            to_send=sums.to_send,
        )
