"""An allocation as rows: one a place and week, then the total of each week. Amounts are doses, but
where a column says people. Names of users and places, and of nobody vaccinated.

`second_doses` are reserved for second doses that fall due, `first_doses` for first ones: never
added up. `proposed_*` is what the program had proposed before somebody changed it.
`second_needed_doses` (waste and buffer included) less `second_held_doses`, which the place has, is
`second_to_send_doses`. `held_over_doses` are left for first doses, `held_by_books_doses` is what
its teams' books say in all; these two are the same in each week of a place. Empty: not known, or
left out of account.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from fieldapp.reports.cells import utc
from fieldapp.reports.table import Cell, Table

COLUMNS = (
    "line",
    "decision",
    "decided_utc",
    "decided_by",
    "reason",
    "vaccine",
    "doses_per_vial",
    "wastage_percent",
    "buffer_percent",
    "week",
    "monday",
    "place",
    "second_due_people",
    "second_latest_day_people",
    "second_doses",
    "second_waiting_people",
    "second_passing_people",
    "first_doses",
    "first_to_reach_people",
    "first_weight",
    "proposed_second_doses",
    "proposed_first_doses",
    "supply_doses",
    "left_doses",
    "second_needed_doses",
    "second_held_doses",
    "second_to_send_doses",
    "held_over_doses",
    "held_by_books_doses",
)


@dataclass(frozen=True, slots=True)
class AllocationHead:
    """What all rows of a decision share."""

    no: int
    decided: datetime
    login: str
    reason: str
    vaccine: str
    vial: int
    wastage: int
    buffer: int


@dataclass(frozen=True, slots=True)
class AllocationLine:
    """One place in one week; `place` None: all of them together."""

    week: int
    monday: date
    place: str | None
    due: int
    last: int
    second: int
    waiting: int
    passing: int
    first: int
    reach: int | None
    weight: int | None
    proposed_second: int
    proposed_first: int
    supply: int | None = None
    left: int | None = None
    needed: int | None = None
    held: int | None = None
    to_send: int | None = None
    over: int | None = None
    books: int | None = None


def allocation_table(head: AllocationHead, lines: Iterable[AllocationLine]) -> Table:
    """In the order given."""
    return Table("allocation", COLUMNS, [_row(head, line) for line in lines])


def _row(head: AllocationHead, line: AllocationLine) -> tuple[Cell, ...]:
    return (
        "total" if line.place is None else "place",
        head.no,
        utc(head.decided),
        head.login,
        head.reason,
        head.vaccine,
        head.vial,
        head.wastage,
        head.buffer,
        line.week,
        line.monday.isoformat(),
        line.place,
        line.due,
        line.last,
        line.second,
        line.waiting,
        line.passing,
        line.first,
        line.reach,
        line.weight,
        line.proposed_second,
        line.proposed_first,
        line.supply,
        line.left,
        line.needed,
        line.held,
        line.to_send,
        line.over,
        line.books,
    )
