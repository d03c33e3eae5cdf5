"""Possible doubles: records of one person and vaccine at most a day apart, and what was decided.

Every two that nobody decided about are a case. Of those that somebody found to be one dose the
record that was chosen counts, as long as it stands, and the others are struck through; two that
were found to be two doses both count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from sqlalchemy import Connection

from fieldapp.domain.immunization import DoseSource
from fieldapp.hub import schema
from fieldapp.hub.cases import decisions, found
from fieldapp.hub.cases.decisions import Decision
from fieldapp.hub.cases.found import Found
from fieldapp.hub.cases.kinds import Kind, Way, facts_of
from fieldapp.hub.fold.dose_moves import count_moves
from fieldapp.hub.fold.rows import rows_in, update_rows

_dose, _client = schema.dose.c, schema.client.c
POSSIBLE_DOUBLE = "possible-double"
STRUCK = "one-dose"
"""Why a record is struck through that nobody struck through at a laptop."""
_COUNTED, _CONTESTED, _VOIDED = "counted", "contested", "voided"
_MINUTES_A_DAY = 1440
_NEAR = 8
"""With how many of its neighbours a record is compared; more come when these are decided."""
_COLUMNS = [
    _dose.id, _dose.client, _dose.vaccine, _dose.lot, _dose.occurred_min, _dose.source,
    _dose.state, _dose.contest, _dose.given, _dose.device, _dose.received_s, _dose.from_stock,
]  # fmt: skip
Pair = tuple[bytes, bytes]


@dataclass(frozen=True, slots=True)
class Alike:
    """A dose of one person and vaccine; `told`: by others than who gave it."""

    day: int
    id: bytes
    lot: str
    told: bool
    person: bytes
    vaccine: str
    row: Any = None

    def tells_of(self, other: Alike) -> bool:
        """Whether this is the other dose, told again: the same day, and no other lot."""
        same_lot = "" in (self.lot, other.lot) or _folded(self.lot) == _folded(other.lot)
        return self.told and self.day == other.day and same_lot


def around(connection: Connection, clients: Iterable[bytes]) -> dict[bytes, Alike]:
    """The doses of everybody concerned that stand, or that a decision struck through."""
    persons = {row[0] for row in rows_in(connection, [_client.person], _client.id, clients)}
    everybody = rows_in(connection, [_client.id, _client.person], _client.person, persons)
    person_of: dict[bytes, bytes] = dict(map(tuple, everybody))
    return _alike(rows_in(connection, _COLUMNS, _dose.client, person_of), person_of)


def _alike(rows: Iterable[Any], person_of: Mapping[bytes, bytes]) -> dict[bytes, Alike]:
    return {
        row.id: Alike(
            row.occurred_min // _MINUTES_A_DAY, row.id, row.lot, row.source == DoseSource.ELSEWHERE,
            person_of[row.client], row.vaccine, row,
        )
        for row in rows
        if row.given and (row.state in (_COUNTED, _CONTESTED) or row.contest == STRUCK)
    }  # fmt: skip


def struck_among(doses: Mapping[bytes, Alike]) -> set[bytes]:
    """Those that a decision struck through."""
    return {id_ for id_, one in doses.items() if one.row.contest == STRUCK}


def settle(connection: Connection, doses: Mapping[bytes, Alike], looked_at: set[bytes]) -> None:
    """Mark, and unmark, the possible doubles among all doses of some people; strike through what
    was found to be another record's dose. `looked_at`: records that may have been of these."""
    about = looked_at | set(doses)
    decided = decisions.about(connection, Kind.DOUBLE, about)
    settled: dict[Pair, Decision] = {(one.one, one.other or b""): one for one in decided}
    listed: dict[tuple[bytes, str], list[Alike]] = defaultdict(list)
    for one in doses.values():
        listed[one.person, one.vaccine].append(one)
    struck: set[bytes] = set()
    cases: list[Found] = []
    for alike in listed.values():
        gone = _struck(alike, settled.values()) if settled else set()
        struck |= gone
        cases += [_case(*pair) for pair in _doubles(alike, gone) if _ids(pair) not in settled]
    doubtful = {id_ for one in cases for id_ in (one.one, one.other)}
    marked = {
        one.id: _marked(one.row, one.id in doubtful, one.id in struck) for one in doses.values()
    }
    changed = {id_: values for id_, values in marked.items() if values}
    update_rows(connection, schema.dose, changed.values())
    rows = {id_: doses[id_].row._mapping for id_ in changed}
    count_moves(connection, [(rows[id_], {**rows[id_], **changed[id_]}) for id_ in changed])
    cases += _reopened(connection, doses, decided)
    found.keep(connection, Kind.DOUBLE, about, cases)


def _struck(alike: Sequence[Alike], decided: Iterable[Decision]) -> set[bytes]:
    """Which of one person's records of a vaccine do not count, being another's dose. Whatever was
    decided of several of them in a circle, one of them counts."""
    here = {one.id for one in alike}
    same = [one for one in decided if one.dropped and {one.one, one.other} <= here]
    circle: dict[bytes, set[bytes]] = {}
    for one in same:
        joined = circle.get(one.one, {one.one}) | circle.get(one.other or b"", {one.other or b""})
        circle.update(dict.fromkeys(joined, joined))
    dropped = {one.dropped for one in same if one.dropped}
    return {id_ for id_ in dropped if circle[id_] - dropped or id_ != min(circle[id_])}


def _doubles(alike: Sequence[Alike], struck: set[bytes]) -> Iterator[tuple[Alike, Alike]]:
    """Every two records at most a day apart that are not one dose told twice."""
    left = [one for one in _each_dose_once(alike) if one.id not in struck]
    for at, one in enumerate(left):
        for other in islice(left, at + 1, at + 1 + _NEAR):
            if other.day - one.day <= 1:
                yield one, other


def _each_dose_once(listed: Sequence[Alike]) -> list[Alike]:
    """Whoever gave a dose speaks for it; of several who were only told of it, the first."""
    doses: list[Alike] = []
    for record in sorted(listed, key=lambda one: (one.told, one.day, one.id)):
        if not any(record.tells_of(dose) for dose in doses):
            doses.append(record)
    return sorted(doses, key=lambda one: (one.day, one.id))


def _folded(lot: str) -> str:
    return "".join(lot.split()).casefold()


def _ids(pair: tuple[Alike, Alike]) -> Pair:
    one, other = sorted((pair[0].id, pair[1].id))
    return one, other


def _case(one: Alike, other: Alike) -> Found:
    first, second = sorted((one, other), key=lambda dose: dose.id)
    return Found(
        Kind.DOUBLE, first.id, second.id, POSSIBLE_DOUBLE, first.row.device, second.row.device,
        max(first.row.received_s, second.row.received_s), _facts(first, second),
    )  # fmt: skip


def _facts(first: Alike, second: Alike) -> bytes:
    """What a decision on two records rests on."""
    said = [[d.vaccine, d.row.occurred_min, _folded(d.lot), d.told] for d in (first, second)]
    return facts_of(*said, first.person == second.person)


def _marked(row: Any, double: bool, struck: bool) -> dict[str, Any]:
    """What changes in a record's row; nothing where another contest comes first."""
    if struck:
        return {"id": row.id, "contest": STRUCK, "state": _VOIDED}
    contest = POSSIBLE_DOUBLE if double else None
    if row.contest not in (None, POSSIBLE_DOUBLE) or row.contest == contest:
        return {}
    return {"id": row.id, "contest": contest, "state": _CONTESTED if double else _COUNTED}


def _reopened(
    connection: Connection, doses: Mapping[bytes, Alike], decided: Sequence[Decision]
) -> Iterator[Found]:
    """Decisions on other facts than there are now, unless nothing is left of the double."""
    named = {id_ for one in decided for id_ in (one.one, one.other) if id_}
    known = {**doses, **_elsewhere(connection, named - set(doses))}
    for decision in decided:
        one, other = known.get(decision.one), known.get(decision.other or b"")
        if one is not None and other is not None:
            now = _case(one, other)
            if now.facts != decision.facts:
                yield replace(now, reopened=True)
        elif decision.way is Way.ONE_DOSE and (decision.dropped or b"") in known:
            yield Found(
                Kind.DOUBLE, decision.one, decision.other, decision.code, decision.device,
                decision.other_device, decision.since_s, facts_of(one is None), reopened=True,
            )  # fmt: skip


def _elsewhere(connection: Connection, ids: set[bytes]) -> dict[bytes, Alike]:
    """Records that a decision names and that have become another person's."""
    rows = rows_in(connection, _COLUMNS, _dose.id, ids)
    clients = {row.client for row in rows if row.client is not None}
    persons = rows_in(connection, [_client.id, _client.person], _client.id, clients)
    return _alike([r for r in rows if r.client in clients], dict(map(tuple, persons)))
