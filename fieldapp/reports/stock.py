"""The stock report: every movement, the oldest first, then each lot's balance: the sum of them.

Amounts are doses. Holds no name of anybody vaccinated.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from fieldapp.domain.immunization import VaccineLot
from fieldapp.domain.stock import Balance, Kind
from fieldapp.reports.cells import day_or_none, utc
from fieldapp.reports.table import Cell, Table

COLUMNS = (
    "line",
    "when_utc",
    "kind",
    "vaccine",
    "lot",
    "expiry",
    "doses_per_vial",
    "doses",
    "session",
    "reason",
    "note",
    "found_by_count",
    "vvm_stage",
    "by",
    "taken_back",
    *(f"sum_{kind.value.replace('-', '_')}" for kind in Kind),
    "on_hand",
    "in_store",
    "in_boxes",
    "standing",
)


@dataclass(frozen=True, slots=True)
class MovementLine:
    """One movement as it was written down; `doses` below zero takes one back."""

    at: datetime
    kind: Kind
    lot: VaccineLot
    vial_doses: int
    doses: int
    session: str | None
    reason: str | None
    note: str | None
    counted: int | None
    vvm: int | None
    by: str
    taken_back: bool


@dataclass(frozen=True, slots=True)
class BalanceLine:
    """A lot, all its movements added up, and how it stands."""

    lot: VaccineLot
    vial_doses: int
    balance: Balance
    standing: str


def stock_table(movements: Iterable[MovementLine], balances: Iterable[BalanceLine]) -> Table:
    """Movements, then balances. Doses given are only in the balances: their list has each one."""
    rows = [_movement(one) for one in movements]
    return Table("stock", COLUMNS, [*rows, *(_balance(one) for one in balances)])


def _movement(m: MovementLine) -> tuple[Cell, ...]:
    sums: tuple[Cell, ...] = (None,) * (len(Kind) + 4)
    return (
        "movement",
        utc(m.at),
        m.kind.value,
        *_lot(m.lot),
        m.vial_doses,
        m.doses,
        m.session,
        m.reason,
        m.note,
        m.counted,
        m.vvm,
        m.by,
        m.taken_back,
        *sums,
    )


def _balance(b: BalanceLine) -> tuple[Cell, ...]:
    nothing: tuple[Cell, ...] = (None,) * 8
    on_hand, in_store = b.balance.on_hand, b.balance.at(None)
    return (
        "balance",
        None,
        None,
        *_lot(b.lot),
        b.vial_doses,
        *nothing,
        *(b.balance.of(kind) for kind in Kind),
        on_hand,
        in_store,
        on_hand - in_store,
        b.standing,
    )


def _lot(lot: VaccineLot) -> tuple[str, str, str | None]:
    return lot.vaccine_id, lot.lot_number, day_or_none(lot.expiry)
