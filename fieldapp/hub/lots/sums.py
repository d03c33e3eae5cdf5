"""What a lot's movements at a team add up to, kept in step: every fold adds what it changed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from sqlalchemy import Connection, and_, bindparam, delete, text

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
_NAMES = tuple(COLUMNS.values())
_MORE = text(
    f"INSERT INTO lot_sum (vaccine, lot, device, lot_key, {', '.join(_NAMES)}) "  # noqa: S608  our own names
    f"VALUES (:vaccine, :lot, :device, :lot_key, {', '.join(f':{name}' for name in _NAMES)}) "
    "ON CONFLICT (vaccine, lot, device) DO UPDATE SET "
    + ", ".join(f"{name} = lot_sum.{name} + excluded.{name}" for name in _NAMES)
)
_DROP_EMPTY = delete(lot_sum).where(_SAME, *(_sum[name] == 0 for name in _NAMES))


def is_lot(vaccine: str, lot: str) -> bool:
    """Whether these can name a lot; nobody writes longer ones."""
    return fits_index(vaccine, lot, lot_key(lot))


def add(connection: Connection, changes: Changes) -> None:
    """Add these doses; a sum of nothing leaves no row, as if none had ever moved."""
    moved = [(where, doses) for where, doses in sorted(changes.items()) if any(doses.values())]
    if moved:
        connection.execute(_MORE, [_row(*one) for one in moved])
        names = ("its_vaccine", "its_lot", "its_device")
        wheres = [dict(zip(names, where, strict=True)) for where, _ in moved]
        connection.execute(_DROP_EMPTY, wheres)


def _row(where: Where, doses: Mapping[str, int]) -> dict[str, object]:
    vaccine, lot, device = where
    own = {"vaccine": vaccine, "lot": lot, "device": device, "lot_key": lot_key(lot)}
    return own | {name: doses.get(name, 0) for name in _NAMES}


def of_row(kind: str, vaccine: str, lot: str, device: int, doses: int) -> Changes:
    """What one movement changes."""
    column = COLUMNS.get(kind)
    return {} if column is None else {(vaccine, lot, device): {column: doses}}


def negated(changes: Changes) -> Changes:
    """The same taken back."""
    return {where: {name: -n for name, n in doses.items()} for where, doses in changes.items()}


def of_doses(moves: Iterable[tuple[Mapping[str, Any], Mapping[str, Any]]]) -> Changes:
    """What changes of doses given, when rows of `dose` (as they were) become others."""
    given: dict[Where, Counter[str]] = defaultdict(Counter)
    for before, after in moves:
        _count(given, before, -1)
        _count(given, after, 1)
    return given


def _count(given: dict[Where, Counter[str]], row: Mapping[str, Any], sign: int) -> None:
    """A dose that stands and came from the team's stock."""
    vaccine, lot = row["vaccine"], row["lot"]
    stands = row["from_stock"] and row["state"] in _STANDING
    if stands and is_lot(vaccine, lot):
        given[vaccine, lot, row["device"]][COLUMNS[Kind.GIVEN]] += sign
