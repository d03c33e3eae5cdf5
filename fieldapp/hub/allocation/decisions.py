"""Allocations that somebody decided: what they saw, what the program had proposed, who and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from fieldapp.hub.allocation.held_rows import read_held, write_held
from fieldapp.hub.allocation.problem import Allocation, Place, Problem
from fieldapp.hub.allocation.tables import (
    allocation,
    allocation_line,
    allocation_place,
    allocation_week,
)
from fieldapp.wire.dates import from_day, to_day

MOST_LISTED = 50
_head, _week, _place, _line = (
    allocation.c, allocation_week.c, allocation_place.c, allocation_line.c,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Head:
    """A decision without its figures."""

    no: int
    vaccine: str
    made_s: int
    login: str
    reason: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided: `given`, where the program had said `proposed`."""

    head: Head
    mondays: tuple[date, ...]
    problem: Problem
    given: Allocation
    proposed: Allocation

    @property
    def by_hand(self) -> bool:
        """Whether anything was changed."""
        return self.given != self.proposed


def decide(
    connection: Connection,
    vaccine: str,
    mondays: Sequence[date],
    problem: Problem,
    given: Allocation,
    proposed: Allocation,
    *,
    login: str,
    reason: str,
    now_s: int,
) -> int:
    """Write a decision down; its number."""
    head = {
        "vaccine": vaccine, "made_s": now_s, "login": login, "reason": reason,
        "vial_doses": problem.vial, "wastage": problem.wastage, "buffer": problem.buffer,
    }  # fmt: skip
    no = int(connection.execute(insert(allocation).values(head).returning(_head.no)).scalar_one())
    weeks = [
        {"allocation": no, "week": at, "monday": to_day(monday), "vials": vials}
        for at, (monday, vials) in enumerate(zip(mondays, problem.supply, strict=True))
    ]
    connection.execute(insert(allocation_week), weeks)
    places = [
        {"allocation": no, "at": at, "place": one.name, "reach": one.reach, "weight": one.weight}
        for at, one in enumerate(problem.places)
    ]
    connection.execute(insert(allocation_place), places)
    lines = [
        {
            "allocation": no, "at": at, "week": week, "due": one.due[week], "last": one.last[week],
            "second": given.second[at][week], "first": given.first[at][week],
            "proposed_second": proposed.second[at][week],
            "proposed_first": proposed.first[at][week],
        }
        for at, one in enumerate(problem.places)
        for week in problem.weeks
    ]  # fmt: skip
    connection.execute(insert(allocation_line), lines)
    write_held(connection, no, problem)
    return no


def newest(connection: Connection, vaccine: str | None = None) -> list[Head]:
    """The newest first; of one product, or of all."""
    wanted = select(allocation).order_by(_head.no.desc()).limit(MOST_LISTED)
    if vaccine is not None:
        wanted = wanted.where(_head.vaccine == vaccine)
    return [_read_head(row) for row in connection.execute(wanted)]


def newest_no(connection: Connection, vaccine: str) -> int | None:
    """The number of the decision that stands for a product."""
    heads = newest(connection, vaccine)
    return heads[0].no if heads else None


def read_decision(connection: Connection, no: int) -> Decision | None:
    """One decision; None for a number that none has."""
    head = connection.execute(select(allocation).where(_head.no == no)).first()
    if head is None:
        return None
    weeks = connection.execute(
        select(allocation_week).where(_week.allocation == no).order_by(_week.week)
    ).all()
    places = connection.execute(
        select(allocation_place).where(_place.allocation == no).order_by(_place.at)
    ).all()
    lines = connection.execute(
        select(allocation_line).where(_line.allocation == no).order_by(_line.at, _line.week)
    ).all()
    of_place = [[line for line in lines if line.at == place.at] for place in places]
    held = read_held(connection, no)
    problem = Problem(
        vial=head.vial_doses,
        supply=tuple(week.vials for week in weeks),
        places=tuple(
            Place(
                place.place,
                _cells(rows, "due"),
                _cells(rows, "last"),
                place.reach,
                place.weight,
                held.get(place.at),
            )
            for place, rows in zip(places, of_place, strict=True)
        ),
        wastage=head.wastage,
        buffer=head.buffer,
    )
    given, proposed = (
        Allocation(
            tuple(_cells(rows, f"{which}second") for rows in of_place),
            tuple(_cells(rows, f"{which}first") for rows in of_place),
        )
        for which in ("", "proposed_")
    )
    mondays = tuple(from_day(week.monday) or date.min for week in weeks)
    return Decision(_read_head(head), mondays, problem, given, proposed)


def _read_head(row: Row[Any]) -> Head:
    return Head(row.no, row.vaccine, row.made_s, row.login, row.reason)


def _cells(rows: Sequence[Row[Any]], name: str) -> tuple[int, ...]:
    return tuple(getattr(row, name) for row in rows)
