"""What a lot's movements at a team add up to, kept in step: every fold adds what it changed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from sqlalchemy import Connection, and_, bindparam, delete, insert, select, update

from fieldapp.domain.lot import lot_key
from fieldapp.domain.stock import Kind
from fieldapp.hub.fold.shape import fits_index
from fieldapp.hub.lots.tables import lot_sum

COLUMNS: Mapping[str, str] = {
    Kind.RECEIVED: "received",
    Kind.OPENED: "opened",
    Kind.GIVEN: "given",
    Kind.WASTED: "wasted",
    Kind.SENT_BACK: "sent_back",
    Kind.COUNTED: "counted",
    Kind.EXTRA: "extra",
}
"""Loading a box and bringing it back changes nothing of what a team has."""
Where: TypeAlias = tuple[str, str, int]
"""Product, lot as written, laptop."""
Changes: TypeAlias = Mapping[Where, Mapping[str, int]]
_STANDING = ("counted", "contested", "erased")
"""Of an erased dose only what stood says that it came from the stock."""
_sum = lot_sum.c
_SAME = and_(
    _sum.vaccine == bindparam("its_vaccine"),
    _sum.lot == bindparam("its_lot"),
    _sum.device == bindparam("its_device"),
)
_FIND = select(*(_sum[name] for name in COLUMNS.values())).where(_SAME)
_CHANGE, _DROP, _NEW = update(lot_sum).where(_SAME), delete(lot_sum).where(_SAME), insert(lot_sum)


def is_lot(vaccine: str, lot: str) -> bool:
    """Whether these can name a lot; nobody writes longer ones."""
    return fits_index(vaccine, lot, lot_key(lot))


def add(connection: Connection, changes: Changes) -> None:
    """Add these doses; a sum of nothing leaves no row, as if none had ever moved."""
    for where, doses in sorted(changes.items()):
        if any(doses.values()):
            _add(connection, where, doses)


def _add(connection: Connection, where: Where, doses: Mapping[str, int]) -> None:
    vaccine, lot, device = where
    same = {"its_vaccine": vaccine, "its_lot": lot, "its_device": device}
    found = connection.execute(_FIND, same).first()
    before = dict.fromkeys(COLUMNS.values(), 0) if found is None else found._mapping
    after = {name: before[name] + doses.get(name, 0) for name in COLUMNS.values()}
    if not any(after.values()):
        connection.execute(_DROP, same)
    elif found is None:
        own = {"vaccine": vaccine, "lot": lot, "device": device, "lot_key": lot_key(lot)}
        connection.execute(_NEW, own | after)
    else:
        connection.execute(_CHANGE, same | after)


def of_row(kind: str, vaccine: str, lot: str, device: int, doses: int) -> Changes:
    """What one movement changes."""
    column = COLUMNS.get(kind)
    return {} if column is None else {(vaccine, lot, device): {column: doses}}


def negated(changes: Changes) -> Changes:
    """The same taken back."""
    return {where: {name: -n for name, n in doses.items()} for where, doses in changes.items()}


def of_doses(before: Iterable[Any], after: Iterable[Mapping[str, Any]]) -> Changes:
    """What changes of doses given, when rows of `dose` become others; what is not named stays."""
    given: dict[Where, Counter[str]] = defaultdict(Counter)
    known = {row.id: row._mapping for row in before}
    for values in after:
        row = known[values["id"]]
        _count(given, row, -1)
        _count(given, {**row, **values}, 1)
    return given


def _count(given: dict[Where, Counter[str]], row: Mapping[str, Any], sign: int) -> None:
    """A dose that stands and came from the team's stock."""
    vaccine, lot = row["vaccine"], row["lot"]
    stands = row["from_stock"] and row["state"] in _STANDING
    if stands and is_lot(vaccine, lot):
        given[vaccine, lot, row["device"]][COLUMNS[Kind.GIVEN]] += sign
