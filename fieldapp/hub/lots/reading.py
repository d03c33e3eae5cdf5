"""Lots read for the pages: what became of their doses, team by team, and how they stand.

A lot's number counts as the same however people typed it (`domain.lot.lot_key`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, case, func, select

from fieldapp.domain.lot import LotState, lot_key
from fieldapp.domain.stock import Kind
from fieldapp.hub.fold.order import epoch_ranks, standing
from fieldapp.hub.fold.rows import rows_in
from fieldapp.hub.lots.sums import COLUMNS
from fieldapp.hub.lots.tables import lot_said, lot_sum, stock_row
from fieldapp.wire.dates import from_day

_sum, _row, _said = lot_sum.c, stock_row.c, lot_said.c
_LEFT = (
    _sum.received + _sum.counted + _sum.extra - _sum.given - _sum.wasted - _sum.sent_back
)  # as `domain.stock` adds up, over all places of a team


@dataclass(frozen=True, slots=True)
class Doses:
    """What a lot's movements add up to. `left` below zero: more went out than came in."""

    received: int = 0
    opened: int = 0
    given: int = 0
    wasted: int = 0
    sent_back: int = 0
    counted: int = 0
    extra: int = 0

    @property
    def left(self) -> int:
        """The sum of all movements."""
        came = self.received + self.counted + self.extra
        return came - self.given - self.wasted - self.sent_back


@dataclass(frozen=True, slots=True)
class LotFilter:
    """Which lots; `lot` is how its number begins. `held`: only those that some team still has."""

    vaccine: str | None = None
    lot: str = ""
    held: bool = False


@dataclass(frozen=True, slots=True)
class LotLine:
    """One lot. `holding`: teams that have some; `said`: what teams decided and still stands."""

    vaccine: str
    lot: str
    key: str
    expiry: date | None
    doses: Doses
    teams: int
    holding: int
    said: frozenset[LotState]


@dataclass(frozen=True, slots=True)
class TeamLot:
    """One team's share of a lot; `wasted` by reason."""

    device: int
    doses: Doses
    wasted: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Said:
    """What a team decided about a lot, with the excursion of temperature behind it if one was."""

    device: int
    about: LotState
    holds: bool
    stands: bool
    reason: str | None
    note: str | None
    at_s: int
    login: str
    container: str | None
    began_s: int | None
    minutes: int | None


@dataclass(frozen=True, slots=True)
class OneLot:
    """Everything about a lot; teams that hold most first."""

    vaccine: str
    lot: str
    key: str
    expiry: date | None
    teams: tuple[TeamLot, ...]
    said: tuple[Said, ...]
    spellings: tuple[str, ...] = field(default=())

    @property
    def doses(self) -> Doses:
        """All teams together."""
        return _total(team.doses for team in self.teams)

    @property
    def holding(self) -> int:
        """Teams that have some."""
        return sum(team.doses.left > 0 for team in self.teams)


def _total(listed: Iterable[Doses]) -> Doses:
    whole: Counter[str] = Counter()
    for doses in listed:
        whole.update({name: getattr(doses, name) for name in COLUMNS.values()})
    return Doses(**{name: whole[name] for name in COLUMNS.values()})


def count(connection: Connection, which: LotFilter) -> int:
    """How many lots."""
    return int(
        connection.execute(select(func.count()).select_from(_lots(which).subquery())).scalar_one()
    )


def page_of(connection: Connection, which: LotFilter, *, skip: int = 0, most: int) -> list[LotLine]:
    """One page of lots, by product and number."""
    wanted = _lots(which).order_by("vaccine", "lot_key").offset(skip).limit(most)
    rows = connection.execute(wanted).all()
    found = [(row.vaccine, row.lot_key) for row in rows]
    expiries, said = _expiries(connection, found), said_about(connection, found)
    return [_line(row, expiries, said) for row in rows]


def _lots(which: LotFilter) -> Select[Any]:
    """One row a lot: its sums, its teams, how many of them have some."""
    sums = [func.sum(_sum[name]).label(name) for name in COLUMNS.values()]
    team = (
        select(
            _sum.vaccine, _sum.lot_key, func.min(_sum.lot).label("lot"), *sums,
            func.sum(_LEFT).label("left"),
        )
        .where(*_wheres(which))
        .group_by(_sum.vaccine, _sum.lot_key, _sum.device)
        .subquery()
    ).c  # fmt: skip
    holding = func.sum(case((team.left > 0, 1), else_=0))
    lots = select(
        team.vaccine, team.lot_key, func.min(team.lot).label("lot"),
        *(func.sum(team[name]).label(name) for name in COLUMNS.values()),
        func.count().label("teams"), holding.label("holding"),
    ).group_by(team.vaccine, team.lot_key)  # fmt: skip
    return lots.having(holding > 0) if which.held else lots


def _wheres(which: LotFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if which.vaccine is not None:
        found.append(_sum.vaccine == which.vaccine)
    if which.lot:
        found.append(_sum.lot_key.startswith(lot_key(which.lot), autoescape=True))
    return found


def _line(
    row: Row[Any],
    expiries: Mapping[tuple[str, str], date],
    said: Mapping[tuple[str, str], Sequence[Said]],
) -> LotLine:
    lot = (row.vaccine, row.lot_key)
    doses = Doses(**{name: int(row._mapping[name]) for name in COLUMNS.values()})
    states = frozenset(one.about for one in said.get(lot, ()) if one.stands)
    return LotLine(
        row.vaccine, row.lot, row.lot_key, expiries.get(lot), doses, int(row.teams),
        int(row.holding), states,
    )  # fmt: skip


def _expiries(
    connection: Connection, lots: Iterable[tuple[str, str]]
) -> dict[tuple[str, str], date]:
    """The earliest expiry that anybody wrote down."""
    rows = (
        select(_row.vaccine, _row.lot, func.min(_row.expiry_day).label("expiry_day"))
        .where(_row.lot.in_(_spellings(connection, lots)))
        .group_by(_row.vaccine, _row.lot)
    )
    found: dict[tuple[str, str], date] = {}
    for row in connection.execute(rows):
        where, day = (row.vaccine, lot_key(row.lot)), _day(row.expiry_day)
        if day is not None:
            found[where] = min(day, found.get(where, day))
    return found


def _day(number: int | None) -> date | None:
    """None also for what no calendar knows."""
    try:
        return from_day(number)
    except OverflowError:
        return None


def _spellings(connection: Connection, lots: Iterable[tuple[str, str]]) -> set[str]:
    """Every way in which these were typed."""
    keys = {key for _, key in lots}
    moved = rows_in(connection, [_sum.lot], _sum.lot_key, keys)
    return {row.lot for row in moved} | keys


def vaccines(connection: Connection) -> list[str]:
    """Every product of which a lot is known."""
    listed = select(_sum.vaccine).distinct().order_by(_sum.vaccine)
    return list(connection.execute(listed).scalars())


def read_lot(connection: Connection, vaccine: str, lot: str) -> OneLot:
    """One lot; with no teams where nothing is known of it."""
    key = lot_key(lot)
    mine = (_sum.vaccine == vaccine, _sum.lot_key == key)
    by_team: dict[int, list[Doses]] = defaultdict(list)
    spellings = set()
    for row in connection.execute(select(lot_sum).where(*mine)):
        values = {name: int(row._mapping[name]) for name in COLUMNS.values()}
        by_team[row.device].append(Doses(**values))
        spellings.add(row.lot)
    wasted = _wasted(connection, vaccine, spellings)
    teams = [TeamLot(no, _total(doses), wasted[no]) for no, doses in by_team.items()]
    teams.sort(key=lambda team: (-team.doses.left, team.device))
    where = (vaccine, key)
    said = tuple(said_about(connection, [where]).get(where, ()))
    expiry = _expiries(connection, [where]).get(where)
    shown = min(spellings, default=lot)
    return OneLot(vaccine, shown, key, expiry, tuple(teams), said, tuple(sorted(spellings)))


def _wasted(
    connection: Connection, vaccine: str, spellings: Collection[str]
) -> dict[int, Counter[str]]:
    rows = (
        select(_row.device, _row.reason, func.sum(_row.doses).label("doses"))
        .where(_row.lot.in_(spellings), _row.vaccine == vaccine, _row.kind == Kind.WASTED.value)
        .group_by(_row.device, _row.reason)
    )
    found: dict[int, Counter[str]] = defaultdict(Counter)
    for row in connection.execute(rows):
        found[row.device][row.reason or ""] += int(row.doses)
    return found


def said_about(
    connection: Connection, lots: Sequence[tuple[str, str]]
) -> dict[tuple[str, str], list[Said]]:
    """What teams decided about lots, newest first; of each team and question its last word stands.
    Teams' words are about their own vials: one team's release leaves another's hold."""
    rows: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for row in rows_in(connection, list(_said), _said.lot, _spellings(connection, lots)):
        rows[row.vaccine, lot_key(row.lot)].append(row)
    rank = epoch_ranks(connection, {row.device for listed in rows.values() for row in listed})
    found = {}
    for lot, listed in rows.items():
        last = {
            row.id
            for about in LotState
            for row in standing([one for one in listed if one.about == about], rank)
        }
        said = [_as_said(row, row.id in last) for row in listed]
        found[lot] = sorted(said, key=lambda one: -one.at_s)
    return found


def _as_said(row: Any, is_last: bool) -> Said:
    return Said(
        row.device, LotState(row.about), bool(row.holds), is_last and bool(row.holds), row.reason,
        row.note, row.at_s, row.login, row.container, row.began_s, row.minutes,
    )  # fmt: skip
