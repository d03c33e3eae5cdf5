"""Reports of reactions (AEFI) as they stand by now: read from the events themselves, for the
tables keep only what bears on the next dose and what reports are found by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, Connection

from fieldapp.domain.adverse_event import ReactionDetails
from fieldapp.hub.fold.events import Placed, read_again
from fieldapp.hub.fold.records import read_fact
from fieldapp.hub.fold.rows import rows_in
from fieldapp.hub.messages import tables
from fieldapp.wire.dates import from_wall
from fieldapp.wire.errors import Undecodable
from fieldapp.wire.events import AnyFact
from fieldapp.wire.facts import ReactionAmended, ReactionReported
from fieldapp.wire.reaction_codec import amended, from_fact

_told, _withdrawn = tables.reaction.c, tables.reaction_withdrawn.c


@dataclass(frozen=True, slots=True)
class Told:
    """One report, follow-ups and all. `device` is the laptop that reported first, `came_s` when
    that came here; `follow_ups`: how often something was added."""

    id: bytes
    dose: bytes
    details: ReactionDetails
    device: int
    reported_at: datetime
    reported_by: str
    came_s: int
    follow_ups: int
    withdrawn: bool


def told_of_doses(connection: Connection, doses: Iterable[bytes]) -> list[Told]:
    """All that was reported after these doses, in the order in which it came to the hub."""
    return _read(connection, _told.dose, doses)


def told_of(connection: Connection, reports: Iterable[bytes]) -> list[Told]:
    """These reports, by the ids of the events that made them; in the same order."""
    return _read(connection, _told.reaction, reports)


def _read(connection: Connection, where: Column[bytes], values: Iterable[bytes]) -> list[Told]:
    rows = rows_in(connection, [_told.id, _told.reaction, _told.dose], where, set(values))
    report_of = {bytes(row.id): bytes(row.reaction) for row in rows}
    dose_of = {bytes(row.reaction): bytes(row.dose) for row in rows}
    struck = rows_in(connection, [_withdrawn.reaction], _withdrawn.reaction, set(dose_of))
    gone = {bytes(row[0]) for row in struck}
    events: dict[bytes, list[tuple[Placed, AnyFact]]] = defaultdict(list)
    for event in read_again(connection, report_of):
        fact = _fact(event)
        if fact is not None:
            events[report_of[event.id]].append((event, fact))
    stand = (_stands(listed, id_, dose_of[id_], id_ in gone) for id_, listed in events.items())
    return [one for one in stand if one is not None]


def _fact(event: Placed) -> AnyFact | None:
    if event.header is None or event.body is None:
        return None
    fact = read_fact(event.type, event.header.version, event.body)
    return fact if isinstance(fact, ReactionReported | ReactionAmended) else None


def _stands(
    listed: list[tuple[Placed, AnyFact]], id_: bytes, dose: bytes, gone: bool
) -> Told | None:
    first = next(((e, f) for e, f in listed if isinstance(f, ReactionReported)), None)
    if first is None:
        return None
    event, fact = first
    follow_ups = [told for _, told in listed if isinstance(told, ReactionAmended)]
    for follow_up in follow_ups:
        fact = amended(fact, follow_up.changes)
    assert event.header is not None  # noqa: S101  _fact read it
    try:
        details, reported_at = from_fact(fact), from_wall(event.header.wall_s)
    except (Undecodable, OverflowError):
        return None
    return Told(
        id_, dose, details, event.device, reported_at, event.header.user, event.received_s,
        len(follow_ups), gone,
    )  # fmt: skip
