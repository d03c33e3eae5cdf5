"""The verb: record that a dose was reasonably not given today (FHIR not-done)."""

from __future__ import annotations

from fieldapp.actions.known_client import own_client
from fieldapp.actions.moments import site_now
from fieldapp.domain.clock import Clock
from fieldapp.domain.immunization import DoseSource
from fieldapp.journal import sessions
from fieldapp.journal.journal import Journal
from fieldapp.wire.dates import to_minutes
from fieldapp.wire.facts import DoseNotGiven

REASONS = ("fever", "refused", "contraindicated", "too-early", "no-stock", "left", "other")


def record_not_given(
    journal: Journal,
    client_id: bytes,
    reason: str,
    *,
    clock: Clock,
    user: str,
    vaccine_id: str | None = None,
    note: str | None = None,
) -> bytes:
    """Record it and return the event id. `reason` is one of REASONS."""
    session = sessions.current(journal)
    with journal.transaction():
        fact = DoseNotGiven(
            client=journal.ref(own_client(journal, client_id, user=user)),
            vaccine=vaccine_id,
            reason=reason,
            occurred_min=to_minutes(site_now(clock)),
            utc_offset_min=clock.utc_offset_min(),
            source=DoseSource.GIVEN_HERE,
            session=session.label if session else None,
            note=note,
        )
        (recorded,) = journal.append([fact], user=user)
    return recorded.event_id
