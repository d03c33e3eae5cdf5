"""The verb: sign a person's vaccination card with this laptop's key."""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.actions.consult import ClientGone, Practice
from fieldapp.actions.known_client import known_client
from fieldapp.actions.known_history import Origin, Source, known_history
from fieldapp.domain.immunization import (
    DoseSource,
    Evidence,
    ImmunizationEvent,
    ImmunizationStatus,
)
from fieldapp.journal import hub_link
from fieldapp.journal.hub_link import NotEnrolled
from fieldapp.journal.issuing import issuing_key
from fieldapp.wire.health_card import CardDose, HealthCard, write_card
from fieldapp.wire.health_card.codes import codes_of


@dataclass(frozen=True, slots=True)
class SignedCard:
    """The text of the QR code; `left_out` of the oldest doses had no room in it."""

    text: str
    left_out: int = 0


def signed_card(practice: Practice, client_id: bytes) -> SignedCard:
    """Every dose that stands, signed. Raises ClientGone, and NotEnrolled where no hub vouches for
    this laptop yet. Makes the laptop's key where it has none."""
    joined = hub_link.enrolment(practice.journal)
    client = known_client(practice.journal, client_id)
    if joined is None:
        raise NotEnrolled()
    if client is None:
        raise ClientGone()
    history = known_history(practice.journal, client.client_id)
    standing = [e for e in history.events if e.status is ImmunizationStatus.COMPLETED]
    proven = {event_id for event_id, origin in history.origins.items() if _is_proof(origin)}
    card = HealthCard(
        issuer=joined.hub_url.rstrip("/"),
        issued=max(0, int(practice.clock.now().timestamp())),
        name=client.details.name,
        birth_date=client.details.birth_date,
        birth_known_to=client.details.birth_known_to,
        doses=tuple(_dose(practice, event, event.event_id in proven) for event in standing),
    )
    written = write_card(card, issuing_key(practice.journal))
    return SignedCard(written.text, written.left_out)


def _is_proof(origin: Origin) -> bool:
    """The roster is the hub's word for what teams signed; the pocket registry names no lot."""
    return origin.source is Source.ROSTER


def _dose(practice: Practice, event: ImmunizationEvent, proven: bool) -> CardDose:
    """A dose that others gave is only reported, unless a signature for it was seen here."""
    elsewhere = event.source is DoseSource.ELSEWHERE
    return CardDose(
        codes=codes_of(practice.catalogue, event.lot.vaccine_id),
        day=event.occurred_at.date(),
        lot=event.lot.lot_number,
        giver=(event.place or "") if elsewhere else practice.journal.team.name,
        reported=elsewhere and not proven and event.evidence != Evidence.CERTIFICATE,
    )
