"""Lots read for the pages: what became of their doses, team by team, and how they stand.

A lot's number counts as the same however people typed it (`domain.lot.lot_key`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, case, func, select

from fieldapp.domain.lot import LotState, lot_key
from fieldapp.domain.stock import Kind
from fieldapp.hub.fold.rows import rows_in
from fieldapp.hub.lots.said import Lot, Said, said_about
from fieldapp.hub.lots.sums import COLUMNS
from fieldapp.hub.lots.tables import lot_sum, stock_row
from fieldapp.wire.dates import from_day

_sum, _row = lot_sum.c, stock_row.c
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
class TeamBalance:
    """What is left of a lot at one team. `lot` as the team typed it; `was_received`: it ever wrote
    down that some came."""

    vaccine: str
    lot: str
    lot_key: str
    device: int
    left: int
    was_received: bool


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
    expiries, said = last_days(connection, found), said_about(connection, found)
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
    expiries: Mapping[Lot, date],
    said: Mapping[Lot, Sequence[Said]],
) -> LotLine:
    lot = (row.vaccine, row.lot_key)
    doses = Doses(**{name: int(row._mapping[name]) for name in COLUMNS.values()})
    states = frozenset(one.about for one in said.get(lot, ()) if one.stands)
    return LotLine(
        row.vaccine, row.lot, row.lot_key, expiries.get(lot), doses, int(row.teams),
        int(row.holding), states,
    )  # fmt: skip


def last_days(connection: Connection, lots: Iterable[Lot]) -> dict[Lot, date]:
    """The earliest expiry that anybody wrote down."""
    rows = (
        select(_row.vaccine, _row.lot, func.min(_row.expiry_day).label("expiry_day"))
        .where(_row.lot.in_(_spellings(connection, lots)))
        .group_by(_row.vaccine, _row.lot)
    )
    found: dict[Lot, date] = {}
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


def _spellings(connection: Connection, lots: Iterable[Lot], vaccine: str | None = None) -> set[str]:
    """Every way in which these were typed (for one product, if one is named)."""
    moved = rows_in(connection, [_sum.vaccine, _sum.lot], _sum.lot_key, {key for _, key in lots})
    return {row.lot for row in moved if vaccine in (None, row.vaccine)}


def balances(
    connection: Connection, vaccine: str | None = None, devices: Set[int] | None = None
) -> list[TeamBalance]:
    """Of every team and lot of which anything is written down; of one product, if one is named; of
    the teams with these laptops alone, if any are."""
    which = _wheres(LotFilter(vaccine))
    if devices is not None:
        which.append(_sum.device.in_(devices))
    wanted = (
        select(
            _sum.vaccine, _sum.lot_key, _sum.device, func.min(_sum.lot).label("lot"),
            func.sum(_LEFT).label("left"), func.sum(_sum.received + _sum.counted).label("came"),
        )
        .where(*which)
        .group_by(_sum.vaccine, _sum.lot_key, _sum.device)
        .order_by(_sum.vaccine, _sum.lot_key, _sum.device)
    )  # fmt: skip
    return [
        TeamBalance(row.vaccine, row.lot, row.lot_key, row.device, int(row.left), row.came > 0)
        for row in connection.execute(wanted)
    ]


def vaccines(connection: Connection) -> list[str]:
    """Every product of which a lot is known."""
    listed = select(_sum.vaccine).distinct().order_by(_sum.vaccine)
    return list(connection.execute(listed).scalars())


def read_lot(connection: Connection, vaccine: str, lot: str) -> OneLot:
    """One lot; with no teams where nothing is known of it."""
    where = (vaccine, lot_key(lot))
    spellings = sorted(_spellings(connection, [where], vaccine))
    return OneLot(
        vaccine,
        spellings[0] if spellings else lot,
        where[1],
        last_days(connection, [where]).get(where),
        tuple(teams_of(connection, [where]).get(where, ())),
        tuple(said_about(connection, [where]).get(where, ())),
        tuple(spellings),
    )


def teams_of(connection: Connection, lots: Collection[Lot]) -> dict[Lot, list[TeamLot]]:
    """The teams of each lot, those that hold most first."""
    doses: dict[Lot, dict[int, list[Doses]]] = {where: defaultdict(list) for where in lots}
    for row in rows_in(connection, list(_sum), _sum.lot_key, {key for _, key in lots}):
        if (row.vaccine, row.lot_key) in doses:
            values = {name: int(row._mapping[name]) for name in COLUMNS.values()}
            doses[row.vaccine, row.lot_key][row.device].append(Doses(**values))
    wasted = _wasted(connection, lots)
    found = {}
    for where, by_team in doses.items():
        teams = [TeamLot(no, _total(all_), wasted[where, no]) for no, all_ in by_team.items()]
        found[where] = sorted(teams, key=lambda team: (-team.doses.left, team.device))
    return found


def _wasted(connection: Connection, lots: Collection[Lot]) -> dict[tuple[Lot, int], Counter[str]]:
    """Doses thrown away, by lot, team and reason."""
    rows = (
        select(
            _row.vaccine, _row.lot, _row.device, _row.reason, func.sum(_row.doses).label("doses")
        )
        .where(_row.lot.in_(_spellings(connection, lots)), _row.kind == Kind.WASTED.value)
        .group_by(_row.vaccine, _row.lot, _row.device, _row.reason)
    )
    found: dict[tuple[Lot, int], Counter[str]] = defaultdict(Counter)
    for row in connection.execute(rows):
        found[(row.vaccine, lot_key(row.lot)), row.device][row.reason or ""] += int(row.doses)
    return found
