"""Reports of reactions (AEFI) by the dose that they are about, as they are told to others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import Connection

from fieldapp.domain.adverse_event import AdverseEvent
from fieldapp.domain.immunization import ImmunizationEvent
from fieldapp.hub.reactions.told import Told, told_of_doses


def reactions_of(
    connection: Connection, doses: Mapping[bytes, ImmunizationEvent]
) -> dict[bytes, list[AdverseEvent]]:
    """By dose, in the order in which they came to the hub."""
    found: dict[bytes, list[AdverseEvent]] = defaultdict(list)
    for told in told_of_doses(connection, doses):
        found[told.dose].append(_event(told, doses[told.dose]))
    return found


def _event(told: Told, dose: ImmunizationEvent) -> AdverseEvent:
    return AdverseEvent(
        reaction_id=told.id,
        dose_id=dose.event_id,
        client_id=dose.client_id,
        vaccine_id=dose.lot.vaccine_id,
        details=told.details,
        reported_at=told.reported_at,
        reported_by=told.reported_by,
        follow_ups=told.follow_ups,
        withdrawn="withdrawn" if told.withdrawn else None,
    )
