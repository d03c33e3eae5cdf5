"""Keeps who is fully covered, and since which day: as the programme judges their doses, with what
supervisors decided of them. Called by whoever judges (`hub.due.keeping`); the fold knows no rules.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, delete, insert

from fieldapp.domain.schedule.case import PriorDose
from fieldapp.hub.daily.adding import add_to
from fieldapp.hub.daily.shares import Cell, Counts, Given, Share, add_completed, unpacked
from fieldapp.hub.daily.tables import completed_count, completion, share
from fieldapp.hub.fold.rows import chunks, rows_in
from fieldapp.wire.dates import to_day

_share, _completion = share.c, completion.c


def completed_by(connection: Connection, doses: Mapping[bytes, PriorDose]) -> dict[bytes, bytes]:
    """Of people by the dose that completed their course, what is to be kept: where and in which
    group it counts is what the other figures say of the same dose."""
    rows = rows_in(connection, [_share.id, _share.facts], _share.id, doses)
    found = {row.id: _completed(unpacked(row.facts), doses[row.id]) for row in rows}
    return {person: one.packed() for person, one in found.items() if one is not None}


def _completed(one: Share, dose: PriorDose) -> Share | None:
    asked = to_day(dose.date), dose.vaccine_id
    same: Iterable[Given] = (given for given in one.doses if (given.day, given.vaccine) == asked)
    given = next(iter(same), None)
    return None if given is None else Share(one.group, one.home, (given,))


def keep(connection: Connection, people: Iterable[bytes], now: Mapping[bytes, bytes]) -> None:
    """Let these be all of these people who are fully covered."""
    columns = [_completion.person, _completion.facts]
    kept = {
        row.person: row.facts for row in rows_in(connection, columns, _completion.person, people)
    }
    gone = [person for person in kept if now.get(person) != kept[person]]
    fresh = [person for person in sorted(now) if now[person] != kept.get(person)]
    for chunk in chunks(gone):
        connection.execute(delete(completion).where(_completion.person.in_(chunk)))
    if fresh:
        rows = [{"person": person, "facts": now[person]} for person in fresh]
        connection.execute(insert(completion), rows)
    change: dict[Cell, Counts] = defaultdict(Counter)
    for person in gone:
        add_completed(unpacked(kept[person]), -1, change)
    for person in fresh:
        add_completed(unpacked(now[person]), 1, change)
    add_to(connection, completed_count, change)
