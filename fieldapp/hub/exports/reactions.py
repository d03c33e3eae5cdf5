"""Reports of reactions (AEFI) as they stand by now: read from the events themselves, for the
tables keep only what bears on the next dose."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import Connection

from fieldapp.domain.adverse_event import AdverseEvent
from fieldapp.domain.immunization import ImmunizationEvent
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


def reactions_of(
    connection: Connection, doses: Mapping[bytes, ImmunizationEvent]
) -> dict[bytes, list[AdverseEvent]]:
    """By dose, in the order in which they came to the hub; follow-ups in that order, too."""
    rows = rows_in(connection, [_told.id, _told.reaction, _told.dose], _told.dose, doses)
    report_of = {row.id: row.reaction for row in rows}
    dose_of = {row.reaction: row.dose for row in rows}
    struck = rows_in(connection, [_withdrawn.reaction], _withdrawn.reaction, dose_of)
    gone = {row[0] for row in struck}
    events: dict[bytes, list[tuple[Placed, AnyFact]]] = defaultdict(list)
    for event in read_again(connection, report_of):
        fact = _fact(event)
        if fact is not None:
            events[report_of[event.id]].append((event, fact))
    found: dict[bytes, list[AdverseEvent]] = defaultdict(list)
    for id_, listed in events.items():
        report = _report(listed, id_, doses[dose_of[id_]], id_ in gone)
        if report is not None:
            found[dose_of[id_]].append(report)
    return found


def _fact(event: Placed) -> AnyFact | None:
    if event.header is None or event.body is None:
        return None
    fact = read_fact(event.type, event.header.version, event.body)
    return fact if isinstance(fact, ReactionReported | ReactionAmended) else None


def _report(
    listed: list[tuple[Placed, AnyFact]], id_: bytes, dose: ImmunizationEvent, gone: bool
) -> AdverseEvent | None:
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
    return AdverseEvent(
        reaction_id=id_,
        dose_id=dose.event_id,
        client_id=dose.client_id,
        vaccine_id=dose.lot.vaccine_id,
        details=details,
        reported_at=reported_at,
        reported_by=event.header.user,
        follow_ups=len(follow_ups),
        withdrawn="withdrawn" if gone else None,
    )
