"""The verbs: take the fee of a dose with a receipt, or note why not; give it back.

Each only adds to a transaction of its caller: a fee is recorded with its dose, or not at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.fees import FeeDue, FeeKind
from fieldapp.journal import fees, hub_link, sessions
from fieldapp.journal.journal import Journal
from fieldapp.wire.facts import FeeRefunded, FeeTaken, FeeWaived

EXEMPT, UNPAID = "exempt", "unpaid"


class WaiverUnnamed(FieldAppError):
    """A fee is not left out by nobody, or for no reason."""

    happened = "A fee can only be left out by a named person with a reason."
    safe = "Nothing was recorded."
    next_step = "Type who decided it and why, or take the fee."


@dataclass(frozen=True, slots=True)
class Paid:
    """The fee is in the cash box. `payer` None: the person vaccinated paid."""

    due: FeeDue
    payer: str | None = None


@dataclass(frozen=True, slots=True)
class Waived:
    """The fee was not taken: `kind` is EXEMPT or UNPAID."""

    due: FeeDue
    kind: str
    reason: str
    decided_by: str


Settlement: TypeAlias = Paid | Waived


def settle_fee(journal: Journal, dose_id: bytes, settlement: Settlement, *, user: str) -> None:
    """Record what became of the fee; nothing where none is due. Raises WaiverUnnamed."""
    if settlement.due.kind is not FeeKind.DUE:
        return
    with journal.transaction():
        journal.append([_fact(journal, dose_id, settlement)], user=user)


def _fact(journal: Journal, dose_id: bytes, settlement: Settlement) -> FeeTaken | FeeWaived:
    due, dose, label = settlement.due, journal.ref(dose_id), _label(journal)
    if isinstance(settlement, Waived):
        reason, decided_by = settlement.reason.strip(), settlement.decided_by.strip()
        if not reason or not decided_by:
            raise WaiverUnnamed()
        why = (settlement.kind, due.amount, due.currency, due.rule, reason, decided_by)
        return FeeWaived(dose, *why, session=label)
    return FeeTaken(
        dose,
        _series(journal),
        fees.next_number(journal),
        due.amount,
        due.currency,
        due.rule,
        session=label,
        payer=settlement.payer,
    )


def refund_fee(journal: Journal, dose_id: bytes, reason: str, *, user: str) -> None:
    """Record that the fee of a dose was given back, out of the cash box that is open now.

    Nothing where nothing was paid, or where it was given back before.
    """
    with journal.transaction():
        fee = fees.of_dose(journal, dose_id)
        if fee is not None and fee.refunded_at is None:
            given_back = FeeRefunded(journal.ref(fee.fee_id), reason, _label(journal))
            journal.append([given_back], user=user)


def _label(journal: Journal) -> str | None:
    session = sessions.current(journal)
    return None if session is None else session.label


def _series(journal: Journal) -> int:
    """The laptop's number at its hub; 0 before it joined one."""
    joined = hub_link.enrolment(journal)
    return joined.device if joined else 0
