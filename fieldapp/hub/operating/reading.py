"""Operations read: a list by team, day and state, and one with all that its laptop said of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from fieldapp.hub.daily.shares import SESSION, session_code
from fieldapp.hub.daily.small import SMALL
from fieldapp.hub.daily.tables import day_count
from fieldapp.hub.fold.order import epoch_ranks
from fieldapp.hub.operating.folding import Lot, Said, events_of, lots_of, newest
from fieldapp.hub.operating.tables import operation
from fieldapp.wire.facts import SessionClosed, SessionEquipped, SessionOpened, SessionReconciled

OPEN, CLOSED, UNEVEN = "open", "closed", "uneven"
STATES = (OPEN, CLOSED, UNEVEN)
_row, _count = operation.c, day_count.c
_DEGREE = 100_000


@dataclass(frozen=True, slots=True)
class OperationFilter:
    """Which operations; `from_s` and `until_s` bound when they were opened."""

    device: int | None = None
    from_s: int | None = None
    until_s: int | None = None
    state: str = ""

    @property
    def wheres(self) -> list[ColumnElement[bool]]:
        """As conditions."""
        found: list[ColumnElement[bool]] = []
        if self.device is not None:
            found.append(_row.device == self.device)
        if self.from_s is not None:
            found.append(_row.opened_s >= self.from_s)
        if self.until_s is not None:
            found.append(_row.opened_s < self.until_s)
        if self.state == OPEN:
            found.append(_row.closed_s.is_(None))
        elif self.state == CLOSED:
            found.append(_row.closed_s.is_not(None))
        elif self.state == UNEVEN:
            found.append(_row.cash_counted != _row.cash_expected)
        return found


@dataclass(frozen=True, slots=True)
class Operation:
    """One row of the list; `doses` are the records that are here and stand. Money is in the
    currency's smallest unit."""

    device: int
    label: str
    number: int | None
    unit: str
    place: str
    key_area: str
    programme: str
    opened_s: int | None
    closed_s: int | None
    given: int | None
    wasted: int | None
    currency: str
    cash_expected: int | None
    cash_counted: int | None
    unsent: int | None
    doses: int

    @property
    def is_small(self) -> bool:
        """Whether readers could tell who is meant."""
        return max(self.given or 0, self.doses) < SMALL

    @property
    def lacking(self) -> int:
        """Doses counted at the close of which no record is here that stands."""
        return 0 if self.given is None else self.given - self.doses

    @property
    def cash_missing(self) -> int:
        """What was short in the cash box; below zero: there was too much."""
        if self.cash_counted is None or self.cash_expected is None:
            return 0
        return self.cash_expected - self.cash_counted


@dataclass(frozen=True, slots=True)
class Summary:
    """One operation with all that was said of it."""

    row: Operation
    opened: Said | None
    closed: Said | None
    counted: Said | None
    staff: tuple[tuple[str, str], ...]
    position: tuple[float, float] | None
    cash_float: int | None
    lots: tuple[Lot, ...]
    note: str
    cash_reason: str
    second_person: str


def count(connection: Connection, which: OperationFilter) -> int:
    """How many fit."""
    wanted = select(func.count()).select_from(operation).where(*which.wheres)
    return int(connection.execute(wanted).scalar_one())


def page_of(
    connection: Connection, which: OperationFilter, *, skip: int, most: int
) -> list[Operation]:
    """One page of them, opened last first."""
    wanted = (
        select(operation)
        .where(*which.wheres)
        .order_by(_row.opened_s.is_(None), _row.opened_s.desc(), _row.device, _row.label)
        .offset(skip)
        .limit(most)
    )
    rows = connection.execute(wanted).all()
    doses = _doses_of(connection, {session_code(row.device, row.label) for row in rows})
    return [_operation(row, doses) for row in rows]


def _doses_of(connection: Connection, codes: Iterable[str]) -> dict[str, int]:
    """Records that stand, by the code of their session."""
    rows = (
        select(_count.code, func.sum(_count.doses))
        .where(_count.kind == SESSION, _count.code.in_(sorted(codes)))
        .group_by(_count.code)
    )
    return {code: int(doses) for code, doses in connection.execute(rows)}


def _operation(row: Any, doses: dict[str, int]) -> Operation:
    return Operation(
        row.device, row.label, row.number, row.unit or "", row.place or "", row.key_area or "",
        row.programme or "", row.opened_s, row.closed_s, row.given, row.wasted,
        row.currency or "CNY", row.cash_expected, row.cash_counted, row.unsent,
        doses.get(session_code(row.device, row.label), 0),
    )  # fmt: skip


def read_one(connection: Connection, device: int, label: str) -> Summary | None:
    """One operation; None where no laptop spoke of it."""
    wanted = select(operation).where(_row.device == device, _row.label == label)
    row = connection.execute(wanted).first()
    if row is None:
        return None
    told = events_of(connection, [(device, label)])[device, label]
    rank = epoch_ranks(connection, [device])
    opened, closed, equipped, counted = (
        newest(told, kind, rank)
        for kind in (SessionOpened, SessionClosed, SessionEquipped, SessionReconciled)
    )
    doses = _doses_of(connection, [session_code(device, label)])
    kit = equipped.fact if equipped else None
    sums = counted.fact if counted else None
    end = closed.fact if closed else None
    return Summary(
        row=_operation(row, doses),
        opened=opened,
        closed=closed,
        counted=counted,
        staff=_staff(kit) if isinstance(kit, SessionEquipped) else (),
        position=_position(kit) if isinstance(kit, SessionEquipped) else None,
        cash_float=kit.cash_float if isinstance(kit, SessionEquipped) else None,
        lots=tuple(lots_of(sums)) if isinstance(sums, SessionReconciled) else (),
        note=(end.note or "") if isinstance(end, SessionClosed) else "",
        cash_reason=(sums.cash_reason or "") if isinstance(sums, SessionReconciled) else "",
        second_person=(sums.second_person or "") if isinstance(sums, SessionReconciled) else "",
    )


def _staff(kit: SessionEquipped) -> tuple[tuple[str, str], ...]:
    """Names and logins; "" for who has none."""
    pairs = [one for one in kit.staff if isinstance(one, list) and len(one) == 2]
    return tuple((str(name), "" if login is None else str(login)) for name, login in pairs)


def _position(kit: SessionEquipped) -> tuple[float, float] | None:
    """Degrees north and east."""
    if kit.latitude_e5 is None or kit.longitude_e5 is None:
        return None
    return kit.latitude_e5 / _DEGREE, kit.longitude_e5 / _DEGREE
