"""The due report: who is due a next dose, what callers reached, who dropped out, what is needed.

One table of four kinds of lines, in this order; a line leaves the columns of the others empty.
`due`: one person and dose, those off the list included (`call_state` off) so that the sums agree.
`calls`: one caller, how many calls came to what. `drop-out`: one course and month of the first
dose: (dose 1 - dose 2) / dose 1, of those whose time for dose 2 is over. `demand`: doses by product
and place, defined in `domain.demand`. `message` is what became of the newest message that the hub
sent about this dose, as far as it told until `messages_as_of_utc`; empty means unknown here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from fieldapp.domain.call import REACHED, Outcome
from fieldapp.domain.demand import Demand
from fieldapp.domain.due import Cohort
from fieldapp.reports.cells import day_or_none, utc_or_none
from fieldapp.reports.table import Cell, Table, row_under

_PERSON = (
    "client_id",
    "name",
    "birth_date",
    "phone",
    "language",
    "area",
    "place",
    "vaccine",
    "dose",
    "last_dose",
    "due",
    "latest",
    "state",
    "call_state",
    "tries",
    "next_try",
    "promised",
    "last_outcome",
    "last_call_utc",
    "last_caller",
    "wants_calls",
    "wants_messages",
    "message",
    "message_kind",
    "message_day",
    "messages_as_of_utc",
)
NONE_SENT = "none"
"""In the column `message`: the hub told, and it had sent none."""
_CALLS = (
    "team",
    "caller",
    "calls",
    "reached",
    *(outcome.value.replace("-", "_") for outcome in Outcome),
)
_COHORT = ("course", "first_dose_month", "first_doses", "second_doses", "drop_out_percent")
_DEMAND = ("now", "week_1", "week_2")
COLUMNS = ("line", *_PERSON, *_CALLS, *_COHORT, *_DEMAND)


@dataclass(frozen=True, slots=True)
class DueLine:
    """One person's next dose, and how calling them stands."""

    client_id: bytes
    name: str
    birth_date: date | None
    phone: str | None
    language: str | None
    area: str | None
    place: str
    vaccine: str
    dose: int | None
    last_dose: date
    due: date | None
    latest: date | None
    state: str
    call_state: str
    tries: int
    next_try: date | None
    promised: date | None
    last_outcome: str | None
    last_call: datetime | None
    last_caller: str | None
    wants_calls: bool
    wants_messages: bool
    message: str | None = None
    message_kind: str | None = None
    message_day: date | None = None
    messages_as_of: datetime | None = None


@dataclass(frozen=True, slots=True)
class CallerLine:
    """What one caller's calls came to, by the words of `Outcome`; those struck through left out."""

    team: str
    caller: str
    outcomes: Mapping[str, int]


def due_table(
    people: Iterable[DueLine],
    callers: Iterable[CallerLine],
    cohorts: Iterable[Cohort],
    needed: Iterable[Demand],
) -> Table:
    """All four kinds of lines."""
    rows = [_row("due", _person(line)) for line in people]
    rows += [_row("calls", _caller(line)) for line in callers]
    rows += [_row("drop-out", _cohort(cohort)) for cohort in cohorts]
    rows += [_row("demand", _demand(one)) for one in needed]
    return Table("due", COLUMNS, rows)


def _row(line: str, cells: Mapping[str, Cell]) -> tuple[Cell, ...]:
    return row_under(COLUMNS, {"line": line, **cells})


def _person(line: DueLine) -> dict[str, Cell]:
    cells = (
        line.client_id.hex(),
        line.name,
        day_or_none(line.birth_date),
        line.phone,
        line.language,
        line.area,
        line.place,
        line.vaccine,
        line.dose,
        day_or_none(line.last_dose),
        day_or_none(line.due),
        day_or_none(line.latest),
        line.state,
        line.call_state,
        line.tries,
        day_or_none(line.next_try),
        day_or_none(line.promised),
        line.last_outcome,
        utc_or_none(line.last_call),
        line.last_caller,
        line.wants_calls,
        line.wants_messages,
        line.message,
        line.message_kind,
        day_or_none(line.message_day),
        utc_or_none(line.messages_as_of),
    )
    return dict(zip(_PERSON, cells, strict=True))


def _caller(line: CallerLine) -> dict[str, Cell]:
    reached = sum(count for outcome, count in line.outcomes.items() if outcome in REACHED)
    sums = [line.outcomes.get(outcome.value, 0) for outcome in Outcome]
    cells: tuple[Cell, ...] = (line.team, line.caller, sum(sums), reached, *sums)
    return dict(zip(_CALLS, cells, strict=True))


def _cohort(cohort: Cohort) -> dict[str, Cell]:
    percent = round(100 * cohort.drop_out, 1)
    month = f"{cohort.month:%Y-%m}"
    cells = (cohort.series_id, month, cohort.first, cohort.second, percent)
    return dict(zip(_COHORT, cells, strict=True))


def _demand(one: Demand) -> dict[str, Cell]:
    return {
        "vaccine": one.vaccine,
        "place": one.place,
        "now": one.now,
        "week_1": one.week_1,
        "week_2": one.week_2,
    }
