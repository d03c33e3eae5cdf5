"""Sessions folded: every event about one is kept, and the newest of each kind makes its row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, and_, delete, insert, or_, select

from fieldapp.hub.fold.change import Change, insert_row
from fieldapp.hub.fold.events import Placed
from fieldapp.hub.fold.order import Rank, epoch_ranks, standing
from fieldapp.hub.fold.records import read_fact
from fieldapp.hub.fold.rows import chunks, rows_in
from fieldapp.hub.fold.rules import UNREADABLE, Doubt
from fieldapp.hub.fold.shape import fits_index
from fieldapp.hub.operating.tables import operation, session_event
from fieldapp.wire import facts
from fieldapp.wire.events import AnyFact
from fieldapp.wire.facts import Fact, Value

_said, _operation = session_event.c, operation.c
_ABOUT = (
    facts.SessionOpened, facts.SessionEquipped, facts.SessionReconciled, facts.SessionClosed,
)  # fmt: skip
_LOT_PARTS = 6
_MOST_COUNT = 2**53
SessionKey = tuple[int, str]
"""A laptop's number and the session's label."""


@dataclass(frozen=True, slots=True)
class Said:
    """One event about a session; `by` is a login."""

    id: bytes
    device: int
    epoch: bytes
    seq: int
    label: str
    said_s: int
    by: str
    fact: AnyFact


def _about(
    change: Change, event: Placed, fact: facts.SessionOpened | facts.SessionClosed
) -> Doubt | None:
    assert event.header is not None  # noqa: S101  what is applied was read from its header on
    if not fits_index(fact.label):
        return UNREADABLE
    insert_row(
        change, session_event,
        id=event.id, device=event.device, epoch=event.epoch, seq=event.seq, label=fact.label,
        type=event.type, version=event.header.version, said_s=event.header.wall_s,
        said_by=event.header.user, body=event.body,
    )  # fmt: skip
    change.sessions.add((event.device, fact.label))
    return None


APPLY: dict[type, Callable[[Change, Placed, Any], Doubt | None]] = dict.fromkeys(_ABOUT, _about)


def settle(connection: Connection, touched: set[SessionKey], erased: Iterable[bytes]) -> None:
    """Bring the rows of these sessions up to date, and of those of which an event was erased."""
    gone = rows_in(connection, [_said.id, _said.device, _said.label], _said.id, set(erased))
    for chunk in chunks(row.id for row in gone):
        connection.execute(delete(session_event).where(_said.id.in_(chunk)))
    keys = touched | {(row.device, row.label) for row in gone}
    if not keys:
        return
    rank = epoch_ranks(connection, {device for device, _ in keys})
    told = events_of(connection, keys)
    for device, label in keys:
        same = _operation.device == device, _operation.label == label
        connection.execute(delete(operation).where(*same))
    rows = [
        {"device": key[0], "label": key[1], **_summary(told[key], rank)}
        for key in sorted(keys)
        if told[key]
    ]
    if rows:
        connection.execute(insert(operation), rows)


def events_of(connection: Connection, keys: Iterable[SessionKey]) -> dict[SessionKey, list[Said]]:
    """All that was said of these sessions."""
    found: dict[SessionKey, list[Said]] = defaultdict(list)
    for chunk in chunks(keys):
        wanted = or_(*(and_(_said.device == no, _said.label == label) for no, label in chunk))
        for row in connection.execute(select(session_event).where(wanted).order_by(_said.id)):
            fact = read_fact(row.type, row.version, row.body)
            if not isinstance(fact, Doubt):
                place = (bytes(row.id), row.device, bytes(row.epoch), row.seq, row.label)
                found[row.device, row.label].append(Said(*place, row.said_s, row.said_by, fact))
    return found


def newest(told: Sequence[Said], kind: type[Fact], rank: Rank) -> Said | None:
    """The last word of one kind; of branches that nobody ordered the same one everywhere."""
    made = [one for one in told if isinstance(one.fact, kind)]
    return min(standing(made, rank), key=lambda one: one.id, default=None)


def _summary(told: Sequence[Said], rank: Rank) -> dict[str, object]:
    values: dict[str, object] = dict.fromkeys(
        column.name for column in operation.columns if not column.primary_key
    )
    opened, closed = (newest(told, kind, rank) for kind in (_ABOUT[0], _ABOUT[3]))
    if opened is not None and isinstance(opened.fact, facts.SessionOpened):
        fact = opened.fact
        values |= {
            "number": fact.operation, "place": fact.place, "key_area": fact.key_area,
            "programme": fact.programme, "opened_s": opened.said_s,
        }  # fmt: skip
    if closed is not None:
        values["closed_s"] = closed.said_s
    equipped = newest(told, facts.SessionEquipped, rank)
    if equipped is not None and isinstance(equipped.fact, facts.SessionEquipped):
        values["unit"] = equipped.fact.unit
    counted = newest(told, facts.SessionReconciled, rank)
    if counted is not None and isinstance(counted.fact, facts.SessionReconciled):
        values |= _counted(counted.fact)
    return values


def _counted(fact: facts.SessionReconciled) -> dict[str, object]:
    lots = lots_of(fact)
    return {
        "given": sum(lot.given for lot in lots),
        "wasted": sum(lot.wasted for lot in lots),
        "currency": fact.currency,
        "cash_expected": fact.cash_expected,
        "cash_counted": fact.cash_counted,
        "unsent": fact.unsent,
    }


@dataclass(frozen=True, slots=True)
class Lot:
    """What was counted of one lot at the close, in doses."""

    vaccine: str
    lot: str
    loaded: int
    given: int
    wasted: int
    returned: int


def lots_of(fact: facts.SessionReconciled) -> list[Lot]:
    """The lots that can be read."""
    return [Lot(*parts) for one in fact.lots if (parts := _lot(one)) is not None]


def _lot(value: Value) -> tuple[str, str, int, int, int, int] | None:
    if not isinstance(value, list) or len(value) != _LOT_PARTS:
        return None
    vaccine, lot, *counts = value
    numbers = [n for n in counts if isinstance(n, int) and abs(n) < _MOST_COUNT]
    if not isinstance(vaccine, str) or not isinstance(lot, str) or len(numbers) != len(counts):
        return None
    loaded, given, wasted, returned = numbers
    return vaccine, lot, loaded, given, wasted, returned
