"""What an allocation lacks, in words: a sentence for each week in which people wait."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from fieldapp.hub.allocation.outcome import Week, at_place, outcome
from fieldapp.hub.allocation.problem import Allocation, Held, Place, Problem, steps, sums
from fieldapp.hub.allocation.weeks import week_number
from fieldapp.hub.web.words import Said, counted, said


def shortfalls(weeks: Sequence[Week], mondays: Sequence[date]) -> list[Said]:
    """One sentence a week that lacks second doses; none where all are reserved."""
    return [
        _shortfall(week, monday)
        for week, monday in zip(weeks, mondays, strict=True)
        if week.waiting or week.passing
    ]


def _shortfall(week: Week, monday: date) -> Said:
    number = week_number(monday)
    due = counted("{n} second dose due|{n} second doses due", week.needed)
    told = {"week": number, "due": due, "reserved": f"{week.reserved:,}"}
    waiting = counted("{n} person waits|{n} people wait", week.waiting)
    if not week.passing:
        return said("Week {week}: {due}, {reserved} to hand: {waiting}.", waiting=waiting, **told)
    passing = counted(
        "{n} person passes the latest day|{n} people pass their latest day", week.passing
    )
    return said(
        "Week {week}: {due}, {reserved} to hand: {waiting}, {passing}.",
        waiting=waiting, passing=passing, **told,
    )  # fmt: skip


def at_best(problem: Problem) -> list[Week]:
    """The whole supply against everybody due, as if all were at one place: what no sharing out can
    better."""
    names = range(len(problem.supply))
    everybody = Place(
        "",
        tuple(sum(place.due[week] for place in problem.places) for week in names),
        tuple(sum(place.last[week] for place in problem.places) for week in names),
        held=Held(
            steps([sum(place.held_so_far[week] for place in problem.places) for week in names])
        ),
    )
    sent, row = 0, []
    for came, lacking in zip(sums(problem.supply), problem.lacking(everybody), strict=True):
        more = max(0, min(came, lacking) - sent)
        row.append(more)
        sent += more
    return at_place(problem, everybody, row)


def early_firsts(problem: Problem, given: Allocation) -> bool:
    """Whether first doses leave while somebody waits for a second one, then or later: only a person
    decides so."""
    weeks = outcome(problem, given)
    return any(
        week.first and any(later.waiting for later in weeks[at:]) for at, week in enumerate(weeks)
    )
