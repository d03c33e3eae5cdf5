"""Cases listed: those to be decided by how long they wait, those that are decided newest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, func, or_, select, union_all

from fieldapp.hub.cases import decisions
from fieldapp.hub.cases.case import Case, State, state_of
from fieldapp.hub.cases.decisions import Decision, decision_of
from fieldapp.hub.cases.found import Found, found_of
from fieldapp.hub.cases.kinds import WAITING, Kind, Way
from fieldapp.hub.cases.tables import case_decision, found_case, judged_case
from fieldapp.hub.fold.rows import chunks, rows_in

COUNTED_UP_TO = 1000
"""Where many thousands wait, nobody needs to know how many exactly."""
_decision, _found_in, _judged = case_decision.c, found_case.c, judged_case.c
_NO_EFFECT = [Way.UNDONE.value, *(way.value for way in WAITING)]


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """Which cases; `before_s`: posed before this moment."""

    state: State = State.OPEN
    kind: Kind | None = None
    device: int | None = None
    before_s: int | None = None

    def wheres(self, columns: Any) -> list[ColumnElement[bool]]:
        """As conditions on a table of cases."""
        found: list[ColumnElement[bool]] = []
        if self.kind is not None:
            found.append(columns.kind == self.kind.value)
        if self.device is not None:
            found.append(or_(columns.device == self.device, columns.other_device == self.device))
        if self.before_s is not None:
            found.append(columns.since_s < self.before_s)
        if self.state is State.REOPENED:
            found.append(columns.reopened)
        return found


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One case of a list; `newest` is what was said of it last."""

    id: bytes
    about: Found | Decision
    state: State
    newest: Decision | None


def count(connection: Connection, which: CaseFilter) -> int:
    """How many cases, up to COUNTED_UP_TO."""
    few = _asked(which).limit(COUNTED_UP_TO).subquery()
    return int(connection.execute(select(func.count()).select_from(few)).scalar_one())


def page_of(connection: Connection, which: CaseFilter, *, skip: int, most: int) -> list[CaseLine]:
    """One page of them."""
    if which.state is State.DECIDED:
        rows = connection.execute(
            _asked(which).order_by(_decision.no.desc()).offset(skip).limit(most)
        ).all()
        return _decided(connection, [decision_of(row) for row in rows])
    asked = _asked(which).subquery().c
    wanted = select(*asked).order_by(asked.since_s, asked.id).offset(skip).limit(most)
    return _found(connection, connection.execute(wanted).all())


def after(connection: Connection, which: CaseFilter, case: Case) -> bytes | None:
    """The open case that comes after this one, from the oldest again at the end; None where no
    other waits."""
    asked = _asked(which).subquery().c
    later = or_(
        asked.since_s > case.since_s, and_(asked.since_s == case.since_s, asked.id > case.id)
    )
    wanted = (
        select(asked.id)
        .where(asked.id != case.id)
        .order_by(later.desc(), asked.since_s, asked.id)
        .limit(1)
    )
    return connection.execute(wanted).scalar()


def about(
    connection: Connection, clients: Iterable[bytes], doses: Iterable[bytes]
) -> list[CaseLine]:
    """Every case about these registrations or doses, open or decided, the oldest first."""
    registrations, records = set(clients), {*clients, *doses}
    wanted = [
        *(_posed(found_case).where(or_(_found_in.one.in_(ids), _found_in.other.in_(ids)))
          for ids in chunks(records)),
        *(_posed(judged_case).where(_judged.client.in_(ids)) for ids in chunks(registrations)),
    ]  # fmt: skip
    posed = {row.id: row for one in wanted for row in connection.execute(one)}
    made = [one for one in decisions.of_records(connection, records) if one.case_id not in posed]
    lines = _found(connection, list(posed.values())) + _decided(connection, made)
    return sorted(lines, key=lambda line: (line.about.since_s, line.id))


def _asked(which: CaseFilter) -> Select[Any]:
    if which.state is State.DECIDED:
        newest = select(func.max(_decision.no)).group_by(_decision.case_id)
        wanted = select(case_decision).where(
            _decision.no.in_(newest), _decision.way.not_in(_NO_EFFECT)
        )
        return wanted.where(*which.wheres(_decision))
    both = union_all(
        *(_posed(table).where(*which.wheres(table.c)) for table in (found_case, judged_case))
    ).subquery()
    return select(both)


def _posed(table: Table) -> Select[Any]:
    return select(*(table.c[name] for name in ("id", *Found.__slots__)))


def _decided(connection: Connection, made: Sequence[Decision]) -> list[CaseLine]:
    cases = [one.case_id for one in made]
    found = {
        row.id
        for table in (found_case, judged_case)
        for row in rows_in(connection, [table.c.id], table.c.id, cases)
    }
    return [CaseLine(d.case_id, d, state_of(d.case_id in found, d), d) for d in made]


def _found(connection: Connection, rows: Sequence[Any]) -> list[CaseLine]:
    newest = decisions.newest_of(connection, [row.id for row in rows])
    return [
        CaseLine(row.id, found_of(row), state_of(True, newest.get(row.id)), newest.get(row.id))
        for row in rows
    ]
