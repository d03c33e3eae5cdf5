"""What was decided about cases, as stored: added to, read, never changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, insert, select

from fieldapp.hub.cases.kinds import WAITING, Kind, Way
from fieldapp.hub.cases.tables import case_decision
from fieldapp.hub.fold.rows import rows_about, rows_in

_decision = case_decision.c
_ANY = select(_decision.no).limit(1)
_COLUMNS = list(_decision)


@dataclass(frozen=True, slots=True)
class Decision:
    """One row. `no` 0: not stored yet."""

    case_id: bytes
    kind: Kind
    one: bytes
    other: bytes | None
    code: str
    device: int
    other_device: int | None
    since_s: int
    facts: bytes
    way: Way
    keep: bytes | None
    reason: str
    login: str
    decided_s: int
    no: int = 0

    @property
    def settles(self) -> bool:
        """Whether it has an effect: neither taken back nor in somebody's hand."""
        return self.way is not Way.UNDONE and self.way not in WAITING

    @property
    def dropped(self) -> bytes | None:
        """Of one dose written twice, the record that does not count."""
        if self.way is not Way.ONE_DOSE:
            return None
        return self.other if self.keep == self.one else self.one


def add(connection: Connection, decision: Decision) -> None:
    """One row more."""
    values = {name: getattr(decision, name) for name in Decision.__slots__ if name != "no"}
    connection.execute(insert(case_decision).values(**values))


def about(connection: Connection, kind: Kind, ids: Iterable[bytes]) -> list[Decision]:
    """The decisions of a kind with an effect on any of these records, each case's newest."""
    return [one for one in of_records(connection, ids) if one.kind is kind]


def of_records(connection: Connection, ids: Iterable[bytes]) -> list[Decision]:
    """The same of every kind."""
    wanted = set(ids)
    if not wanted or connection.execute(_ANY).first() is None:
        return []
    rows = rows_about(connection, _COLUMNS, (_decision.one, _decision.other), wanted)
    return [one for one in _newest(rows).values() if one.settles]


def newest_of(connection: Connection, cases: Iterable[bytes]) -> dict[bytes, Decision]:
    """By case, what was said of it last, also where it was taken back."""
    return _newest(rows_in(connection, _COLUMNS, _decision.case_id, cases))


def all_of(connection: Connection, case: bytes) -> list[Decision]:
    """Everything that was ever decided about a case, the newest first."""
    rows = connection.execute(select(case_decision).where(_decision.case_id == case))
    return sorted(map(decision_of, rows), key=lambda one: -one.no)


def _newest(rows: Iterable[Any]) -> dict[bytes, Decision]:
    ordered = sorted(rows, key=lambda row: row.no)
    return {row.case_id: decision_of(row) for row in ordered}


def decision_of(row: Any) -> Decision:
    """A stored row, read."""
    values = {name: getattr(row, name) for name in Decision.__slots__}
    return Decision(**(values | {"kind": Kind(row.kind), "way": Way(row.way)}))
