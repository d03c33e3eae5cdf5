"""What places held when an allocation was decided, written down with it and read again."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select

from fieldapp.hub.allocation.problem import Held, Problem
from fieldapp.hub.allocation.tables import allocation_held, allocation_held_week

_held, _week = allocation_held.c, allocation_held_week.c


def write_held(connection: Connection, no: int, problem: Problem) -> None:
    """Beside the decision of this number; of places whose stock was left out of account nothing."""
    places = [
        {"allocation": no, "at": at, "over": held.over, "lost": held.lost, "books": held.books}
        for at, held in _counted(problem)
    ]
    weeks = [
        {"allocation": no, "at": at, "week": week, "doses": doses}
        for at, held in _counted(problem)
        for week, doses in enumerate(held.by_week)
    ]
    for table, rows in ((allocation_held, places), (allocation_held_week, weeks)):
        if rows:
            connection.execute(insert(table), rows)


def _counted(problem: Problem) -> list[tuple[int, Held]]:
    return [(at, one.held) for at, one in enumerate(problem.places) if one.held is not None]


def read_held(connection: Connection, no: int) -> dict[int, Held]:
    """By the place's turn."""
    weeks: dict[int, list[int]] = {}
    listed = select(allocation_held_week).where(_week.allocation == no)
    for row in connection.execute(listed.order_by(_week.at, _week.week)):
        weeks.setdefault(row.at, []).append(row.doses)
    places = connection.execute(select(allocation_held).where(_held.allocation == no)).all()
    return {
        row.at: Held(tuple(weeks.get(row.at, ())), row.over, row.lost, row.books) for row in places
    }
