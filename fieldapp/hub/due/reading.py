"""The kept courses read: how many are expected when and where, how they stand, and who they are."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, case, func, select

from fieldapp.domain.call import CallRules
from fieldapp.domain.due import Cohort, DueState
from fieldapp.hub.due.tables import due_course
from fieldapp.wire.dates import from_day, to_day

GONE = "not-coming"
STATES = (*(state.value for state in DueState if state is not DueState.COMPLETE), GONE)
LISTED = (DueState.SOON, DueState.DUE, DueState.OVERDUE, DueState.PAST)
_MONTHS_BACK = timedelta(days=183)
_c = due_course.c


@dataclass(frozen=True, slots=True)
class Awaited:
    """So many people of one team who are due alike."""

    vaccine: str
    device: int
    offset_min: int
    due: date
    latest: date | None
    promised: date | None
    people: int


@dataclass(frozen=True, slots=True)
class DueFilter:
    """Which courses; None asks for all. `state` is one of STATES."""

    devices: tuple[int, ...] | None = None
    vaccine: str | None = None
    state: str | None = None
    due_from: date | None = None
    due_to: date | None = None

    def wheres(self, today: date, rules: CallRules) -> list[ColumnElement[bool]]:
        """As conditions; without a state, those who are due now or soon, or were."""
        states = (self.state,) if self.state else tuple(state.value for state in LISTED)
        found: list[ColumnElement[bool]] = [_c.complete.is_(False)]
        found.append(state_column(today, rules).in_(states))
        if self.devices is not None:
            found.append(_c.device.in_(self.devices))
        if self.vaccine is not None:
            found.append(_c.vaccine == self.vaccine)
        if self.due_from is not None:
            found.append(_c.due_day >= _number(self.due_from))
        if self.due_to is not None:
            found.append(_c.due_day <= _number(self.due_to))
        return found


@dataclass(frozen=True, slots=True)
class Line:
    """One person's next dose; `person` is how the hub's tables know them."""

    person: bytes
    course: str
    vaccine: str
    dose: int | None
    device: int
    last: date
    due: date | None
    latest: date | None
    promised: date | None
    outcome: str | None
    state: str


@dataclass
class TeamCounts:
    """People of one team, by state; and its drop-out, over all of its courses."""

    states: Counter[str] = field(default_factory=Counter)
    first: int = 0
    second: int = 0

    @property
    def drop_out(self) -> float | None:
        """The share that did not come back in time, of those whose time is over; None of nobody."""
        return Cohort("", date.min, self.first, self.second).drop_out if self.first else None


def awaited(connection: Connection) -> list[Awaited]:
    """Everybody who is expected for a next dose on some day, counted alike with alike."""
    columns = (_c.vaccine, _c.device, _c.offset_min, _c.due_day, _c.latest_day, _c.promised_day)
    wanted = (
        select(*columns, func.count().label("people"))
        .where(_c.complete.is_(False), _c.due_day.is_not(None), _c.gone.is_(False))
        .group_by(*columns)
        .order_by(*columns)
    )
    return [
        Awaited(
            row.vaccine, row.device, row.offset_min, _day(row.due_day), from_day(row.latest_day),
            from_day(row.promised_day), row.people,
        )
        for row in connection.execute(wanted)
    ]  # fmt: skip


def state_column(today: date, rules: CallRules) -> ColumnElement[str]:
    """How a course that is not complete stands: what `CourseStanding.state` says, for many at once;
    of those who will not come, that."""
    now = _number(today)
    return case(
        (_c.gone, GONE),
        (_c.due_day.is_(None), DueState.ASK.value),
        (_c.latest_day < now, DueState.PAST.value),
        (_c.due_day < now - rules.overdue_after_days, DueState.OVERDUE.value),
        (_c.due_day <= now, DueState.DUE.value),
        (_c.due_day <= now + rules.soon_days, DueState.SOON.value),
        else_=DueState.NOT_YET.value,
    )


def counts_by_team(
    connection: Connection, today: date, rules: CallRules, vaccine: str | None = None
) -> dict[int, TeamCounts]:
    """By laptop: whose newest dose it gave and how they stand; whose courses it began and how many
    of those it lost."""
    found: defaultdict[int, TeamCounts] = defaultdict(TeamCounts)
    state = state_column(today, rules).label("state")
    product = [] if vaccine is None else [_c.vaccine == vaccine]
    wanted = (
        select(_c.device, state, func.count())
        .where(_c.complete.is_(False), *product)
        .group_by(_c.device, "state")
    )
    for device, which, number in connection.execute(wanted):
        found[device].states[which] += number
    for row in connection.execute(_cohort_rows(today, product)):
        found[row.first_device].first += row.first
        found[row.first_device].second += row.second
    return dict(found)


def cohorts(connection: Connection, today: date) -> list[Cohort]:
    """Drop-out by course and month of the first dose, as laptops report it."""
    sums: dict[tuple[date, str], list[int]] = {}
    for row in connection.execute(_cohort_rows(today, [])):
        month = _day(row.first_day).replace(day=1)
        counts = sums.setdefault((month, row.course), [0, 0])
        counts[:] = counts[0] + row.first, counts[1] + row.second
    return [
        Cohort(course, month, first, second)
        for (month, course), (first, second) in sorted(sums.items())
    ]


def _cohort_rows(today: date, product: list[ColumnElement[bool]]) -> Select[Any]:
    """Of the last half year, those whose time for the second dose is over."""
    return (
        select(
            _c.first_device, _c.course, _c.first_day,
            func.count().label("first"), func.count(_c.second_day).label("second"),
        )
        .where(
            _c.first_day >= _number(today - _MONTHS_BACK),
            _c.second_by_day < _number(today),
            *product,
        )
        .group_by(_c.first_device, _c.course, _c.first_day)
    )  # fmt: skip


def count(connection: Connection, which: DueFilter, today: date, rules: CallRules) -> int:
    """How many courses fit."""
    wanted = select(func.count()).select_from(due_course).where(*which.wheres(today, rules))
    return int(connection.execute(wanted).scalar_one())


def page_of(
    connection: Connection,
    which: DueFilter,
    today: date,
    rules: CallRules,
    *,
    skip: int = 0,
    most: int,
) -> list[Line]:
    """Some of them, those due longest first."""
    wanted = (
        select(due_course, state_column(today, rules).label("state"))
        .where(*which.wheres(today, rules))
        .order_by(_c.due_day, _c.person, _c.course)
        .offset(skip)
        .limit(most)
    )
    return [_line(row) for row in connection.execute(wanted)]


def products(connection: Connection) -> list[str]:
    """Those that anybody is due."""
    wanted = select(_c.vaccine).where(_c.complete.is_(False)).distinct().order_by(_c.vaccine)
    return list(connection.execute(wanted).scalars())


def _line(row: Row[Any]) -> Line:
    return Line(
        person=bytes(row.person),
        course=row.course,
        vaccine=row.vaccine,
        dose=row.dose,
        device=row.device,
        last=_day(row.last_day),
        due=from_day(row.due_day),
        latest=from_day(row.latest_day),
        promised=from_day(row.promised_day),
        outcome=row.outcome,
        state=row.state,
    )


def _day(number: int) -> date:
    found = from_day(number)
    assert found is not None  # noqa: S101  a number is a day
    return found


def _number(day: date) -> int:
    found = to_day(day)
    assert found is not None  # noqa: S101  a day is a number
    return found
