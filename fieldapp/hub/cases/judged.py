"""Cases that a programme makes of doses: too early, another product, after the series. The fold
knows no programme; who publishes rosters does, and keeps these beside what it publishes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert

from fieldapp.hub.cases.decisions import Decision
from fieldapp.hub.cases.found import Found, found_of, values_of
from fieldapp.hub.cases.kinds import JUDGED, Kind, Way, facts_of
from fieldapp.hub.cases.tables import judged_case
from fieldapp.hub.fold.rows import rows_in

_judged = judged_case.c
_DROP = delete(judged_case).where(_judged.id == bindparam("its_id"))
_KINDS = {kind.value for kind in JUDGED}
_MINUTES_A_DAY = 1440


@dataclass(frozen=True, slots=True)
class Posed:
    """A case, and the registration that its dose is recorded of."""

    case: Found
    client: bytes


def posed_of(
    doses: Sequence[Any], marks: Sequence[str], decided: Iterable[Decision]
) -> Iterator[Posed]:
    """What the programme's marks on somebody's doses, oldest first, leave to be decided. Of a dose
    that is contested nothing is asked before that is settled."""
    made = {one.case_id: one.facts for one in decided}
    said = [[row.vaccine, row.occurred_min // _MINUTES_A_DAY] for row in doses]
    for number, (row, mark) in enumerate(zip(doses, marks, strict=True), start=1):
        if mark not in _KINDS or row.contest:
            continue
        case = Found(
            Kind(mark), row.id, None, mark, row.device, None, row.received_s,
            facts_of(*said[:number]),
        )  # fmt: skip
        if case.id not in made:
            yield Posed(case, row.client)
        elif made[case.id] != case.facts:
            yield Posed(replace(case, reopened=True), row.client)


def counting(decided: Iterable[Decision]) -> dict[bytes, bool]:
    """By dose, whether it counts for its series, as far as somebody decided that."""
    ways = {Way.ACCEPTED: True, Way.REPEAT: False}
    return {one.one: ways[one.way] for one in decided if one.way in ways}


def keep(connection: Connection, clients: Iterable[bytes], posed: Iterable[Posed]) -> None:
    """Let these be all such cases about doses of these registrations."""
    wanted = {one.case.id: one for one in posed}
    rows = rows_in(connection, list(_judged), _judged.client, clients)
    here = {row.id: Posed(found_of(row), row.client) for row in rows}
    gone = [{"its_id": id_} for id_, one in sorted(here.items()) if wanted.get(id_) != one]
    if gone:
        connection.execute(_DROP, gone)
    fresh = [
        {"id": id_, "client": one.client} | values_of(one.case)
        for id_, one in sorted(wanted.items())
        if here.get(id_) != one
    ]
    if fresh:
        connection.execute(insert(judged_case), fresh)
