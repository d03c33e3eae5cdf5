"""Stock: what moved, vials opened and closed, what teams decided about lots.

Doses and remainders are counted as the laptops count them (`domain.stock`); doses given are told by
the dose records.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select

from fieldapp.domain.lot import LotState, lot_key
from fieldapp.domain.stock import Kind
from fieldapp.hub.fold.change import Change, find, insert_row
from fieldapp.hub.fold.events import Placed
from fieldapp.hub.fold.rows import rows_in
from fieldapp.hub.fold.rules import UNREADABLE, Doubt
from fieldapp.hub.lots import sums
from fieldapp.hub.lots.tables import lot_said, stock_row
from fieldapp.wire import facts
from fieldapp.wire.facts import CURRENT

_OPENED = CURRENT[facts.VialOpened][0]
_KINDS = frozenset(kind.value for kind in Kind)
_MOST_DOSES = 10**9
_row = stock_row.c
_OPENING = select(_row.vaccine, _row.lot, _row.expiry_day, _row.vial_doses).where(
    _row.id == bindparam("vial")
)


def _moved(change: Change, event: Placed, fact: facts.StockMoved) -> Doubt | None:
    """Of an unknown kind nothing is counted."""
    if fact.kind not in _KINDS:
        return None
    lot = (fact.vaccine, fact.lot, fact.expiry_day, fact.vial_doses)
    return _write(change, event, fact.kind, lot, fact.doses, fact.reason)


def _opened(change: Change, event: Placed, fact: facts.VialOpened) -> Doubt | None:
    lot = (fact.vaccine, fact.lot, fact.expiry_day, fact.doses)
    return _write(change, event, Kind.OPENED, lot, fact.doses, None, event.id)


def _closed(change: Change, event: Placed, fact: facts.VialClosed) -> Doubt | None:
    """What is left is thrown away; below zero it gave more than its label says."""
    kind = Kind.WASTED if fact.doses_left > 0 else Kind.EXTRA
    return _rest(change, event, fact.vial, kind, abs(fact.doses_left), fact.reason)


def _kept(change: Change, event: Placed, fact: facts.VialKept) -> Doubt | None:
    return _rest(change, event, fact.vial, Kind.RETURNED, max(0, fact.doses_left), None)


def _rest(
    change: Change, event: Placed, ref: facts.Ref, kind: Kind, doses: int, reason: str | None
) -> Doubt | None:
    """The remainder of a vial; nothing where its opening says nothing (any more)."""
    vial = find(change, event, ref, (_OPENED,))
    if isinstance(vial, Doubt):
        return vial
    opening = change.connection.execute(_OPENING, {"vial": vial}).first()
    if opening is None or doses == 0:
        return None
    return _write(change, event, kind, tuple(opening), doses, reason, vial)


def _write(
    change: Change,
    event: Placed,
    kind: str,
    lot: tuple[str, str, int | None, int],
    doses: int,
    reason: str | None,
    vial: bytes | None = None,
) -> Doubt | None:
    assert event.header is not None  # noqa: S101  what is applied was read from its header on
    vaccine, number, expiry_day, vial_doses = lot
    if not sums.is_lot(vaccine, number) or abs(doses) > _MOST_DOSES:
        return UNREADABLE
    insert_row(
        change, stock_row,
        id=event.id, device=event.device, kind=str(kind), vaccine=vaccine, lot=number,
        expiry_day=expiry_day, vial_doses=vial_doses, doses=doses, reason=reason,
        at_s=event.header.wall_s, vial=vial,
    )  # fmt: skip
    sums.add(change.connection, sums.of_row(kind, vaccine, number, event.device, doses))
    return None


def _held(change: Change, event: Placed, fact: facts.LotHeld) -> Doubt | None:
    excursion = {"container": fact.container, "began_s": fact.began_s, "minutes": fact.minutes}
    return _say(change, event, fact, (LotState.HELD, True), fact.reason, fact.note, **excursion)


def _released(change: Change, event: Placed, fact: facts.LotReleased) -> Doubt | None:
    return _say(change, event, fact, (LotState.HELD, False), fact.reason, fact.note)


def _recalled(change: Change, event: Placed, fact: facts.LotRecalled) -> Doubt | None:
    return _say(change, event, fact, (LotState.RECALLED, True), None, fact.notice)


def _withdrawn(change: Change, event: Placed, fact: facts.RecallWithdrawn) -> Doubt | None:
    return _say(change, event, fact, (LotState.RECALLED, False), fact.reason, None)


def _say(
    change: Change,
    event: Placed,
    fact: facts.LotHeld | facts.LotReleased | facts.LotRecalled | facts.RecallWithdrawn,
    said: tuple[LotState, bool],
    reason: str | None,
    note: str | None,
    **excursion: object,
) -> Doubt | None:
    assert event.header is not None  # noqa: S101  what is applied was read from its header on
    if not sums.is_lot(fact.vaccine, fact.lot):
        return UNREADABLE
    about, holds = said
    insert_row(
        change, lot_said,
        id=event.id, device=event.device, epoch=event.epoch, seq=event.seq, vaccine=fact.vaccine,
        lot=fact.lot, lot_key=lot_key(fact.lot), about=about.value, holds=holds, reason=reason,
        note=note, at_s=event.header.wall_s, login=event.header.user, **excursion,
    )  # fmt: skip
    return None


def erase(connection: Connection, events: Iterable[bytes]) -> None:
    """Drop what these events said, and what was left of vials that they opened."""
    for column in (_row.id, _row.vial):
        gone = rows_in(connection, list(_row), column, events)
        for row in gone:
            moved = sums.of_row(row.kind, row.vaccine, row.lot, row.device, row.doses)
            sums.add(connection, sums.negated(moved))
            connection.execute(delete(stock_row).where(_row.id == row.id))
    for row in rows_in(connection, [lot_said.c.id], lot_said.c.id, events):
        connection.execute(delete(lot_said).where(lot_said.c.id == row.id))


APPLY: dict[type, Callable[[Change, Placed, Any], Doubt | None]] = {
    facts.StockMoved: _moved,
    facts.VialOpened: _opened,
    facts.VialClosed: _closed,
    facts.VialKept: _kept,
    facts.LotHeld: _held,
    facts.LotReleased: _released,
    facts.LotRecalled: _recalled,
    facts.RecallWithdrawn: _withdrawn,
}
