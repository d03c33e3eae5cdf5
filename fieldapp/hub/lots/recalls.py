"""Recalls: decided here by supervisors, in force until lifted, and taken to every laptop as one
signed list.

Nothing is edited: a recall and its lifting are two rows, each with who, when and why. The list's
version begins at this hub's clock and counts up, so that a hub put back from a backup goes on above
what it said before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, func, insert, select

from fieldapp.domain.lot import RECALL_LIFTED_REASONS, RECALL_REASONS, lot_key
from fieldapp.hub.lots.errors import BadRecall, RecallStands, TooManyRecalls
from fieldapp.hub.lots.sums import is_lot
from fieldapp.hub.lots.tables import lot_recall
from fieldapp.hub.running import Hub
from fieldapp.wire.recalls import Recall, RecallList, sign_recalls

MOST_IN_FORCE = 300
"""With the longest notes the list still fits into one answer."""
MOST_LOT, MOST_NOTE = 60, 200
_recall = lot_recall.c


@dataclass(frozen=True, slots=True)
class Decision:
    """A recall, or (`recalled` false) its lifting. `version`: the list that says so first."""

    version: int
    vaccine: str
    lot: str
    lot_key: str
    recalled: bool
    reason: str
    note: str
    at_s: int
    login: str


@dataclass(frozen=True, slots=True)
class Word:
    """Who decides, when, why; `note` names the letter, never a person vaccinated."""

    login: str
    now_s: int
    reason: str
    note: str = ""


def recall(connection: Connection, vaccine: str, lot: str, word: Word) -> Decision:
    """Nobody may use the lot any more. Raises BadRecall, RecallStands, TooManyRecalls."""
    lot = " ".join(lot.split())
    short = 0 < len(lot) <= MOST_LOT and len(word.note) <= MOST_NOTE
    if not (vaccine and short and is_lot(vaccine, lot) and word.reason in RECALL_REASONS):
        raise BadRecall()
    if standing_of(connection, vaccine, lot) is not None:
        raise RecallStands(lot=lot)
    if len(standing(connection)) >= MOST_IN_FORCE:
        raise TooManyRecalls(most=MOST_IN_FORCE)
    return _decide(connection, vaccine, lot, True, word)


def lift(connection: Connection, vaccine: str, lot: str, word: Word) -> Decision:
    """It may be used again. Raises BadRecall, RecallStands."""
    if word.reason not in RECALL_LIFTED_REASONS or len(word.note) > MOST_NOTE:
        raise BadRecall()
    stands = standing_of(connection, vaccine, lot)
    if stands is None:
        raise RecallStands(lot=lot)
    return _decide(connection, vaccine, stands.lot, False, word)


def _decide(connection: Connection, vaccine: str, lot: str, recalled: bool, word: Word) -> Decision:
    version = max(word.now_s, newest_version(connection) + 1)
    decided = Decision(
        version, vaccine, lot, lot_key(lot), recalled, word.reason, word.note, word.now_s,
        word.login,
    )  # fmt: skip
    values = {name: getattr(decided, name) for name in Decision.__slots__}
    connection.execute(insert(lot_recall).values(**values))
    return decided


def newest_version(connection: Connection) -> int:
    """Of the list in force; 0 before the first recall."""
    return int(connection.execute(select(func.max(_recall.version))).scalar() or 0)


def standing(connection: Connection) -> list[Decision]:
    """The recalls in force, newest first."""
    newest = select(func.max(_recall.version)).group_by(_recall.vaccine, _recall.lot_key)
    return _read(connection, and_(_recall.version.in_(newest), _recall.recalled))


def standing_of(connection: Connection, vaccine: str, lot: str) -> Decision | None:
    """The recall of one lot, however its number is typed; None where it is not recalled."""
    decided = decisions_about(connection, vaccine, lot)
    return decided[0] if decided and decided[0].recalled else None


def decisions_about(connection: Connection, vaccine: str, lot: str) -> list[Decision]:
    """All that was ever decided here about one lot, newest first."""
    return _read(connection, and_(_recall.vaccine == vaccine, _recall.lot_key == lot_key(lot)))


def _read(connection: Connection, which: ColumnElement[bool]) -> list[Decision]:
    rows = select(*(_recall[name] for name in Decision.__slots__)).where(which)
    return [Decision(*row) for row in connection.execute(rows.order_by(_recall.version.desc()))]


def signed_list(hub: Hub, version: int, decided: Sequence[Decision], now_s: int) -> bytes:
    """The recalls in force, for laptops."""
    recalls = tuple(Recall(d.vaccine, d.lot, d.at_s, d.reason, d.note) for d in decided)
    listed = RecallList(hub.store.keys.hub_id, version, now_s, recalls)
    return sign_recalls(listed, hub.key)
