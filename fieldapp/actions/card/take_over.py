"""The verb: add the doses of a card that was proven to a person's history.

Each says that it was given elsewhere and is known from a signed card. What is known already, from
wherever, is not written again: the same card twice adds nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fieldapp.actions.consult import Practice
from fieldapp.actions.known_history import known_history
from fieldapp.actions.record_elsewhere import ElsewhereDose, is_possible, record_elsewhere
from fieldapp.domain.immunization import Evidence, ImmunizationStatus
from fieldapp.wire.health_card import CardDose, HealthCard
from fieldapp.wire.health_card.codes import product_of


@dataclass(frozen=True, slots=True)
class TakenOver:
    """How many doses were added, how many were known; and what a person must look at: doses of
    products that the catalogue does not have, and on days that cannot be."""

    added: int = 0
    known: int = 0
    unknown: tuple[CardDose, ...] = ()
    impossible: tuple[CardDose, ...] = ()


def take_over_card(
    practice: Practice, client_id: bytes, card: HealthCard, *, user: str
) -> TakenOver:
    """Add what is new, all or nothing; safe to repeat."""
    added, known = 0, 0
    unknown: list[CardDose] = []
    impossible: list[CardDose] = []
    with practice.journal.transaction():
        held = _held(practice, client_id)
        for dose in card.doses:
            order = _order(practice, client_id, dose)
            if order is None:
                unknown.append(dose)
            elif (order.vaccine_id, order.day) in held:
                known += 1
            elif not is_possible(practice.journal, order, practice.clock):
                impossible.append(dose)
            else:
                record_elsewhere(practice.journal, order, clock=practice.clock, user=user)
                held.add((order.vaccine_id, order.day))
                added += 1
    return TakenOver(added, known, tuple(unknown), tuple(impossible))


def _held(practice: Practice, client_id: bytes) -> set[tuple[str, date]]:
    """One dose of a product a day: a lot that is written otherwise makes no second one."""
    history = known_history(practice.journal, client_id)
    return {
        (event.lot.vaccine_id, event.occurred_at.date())
        for event in history.events
        if event.status is ImmunizationStatus.COMPLETED
    }


def _order(practice: Practice, client_id: bytes, dose: CardDose) -> ElsewhereDose | None:
    vaccine = product_of(practice.catalogue, dose.codes)
    if vaccine is None:
        return None
    return ElsewhereDose(
        client_id=client_id,
        vaccine_id=vaccine.id,
        day=dose.day,
        evidence=Evidence.TOLD if dose.reported else Evidence.CERTIFICATE,
        lot_number=dose.lot,
        place=dose.giver or None,
    )
