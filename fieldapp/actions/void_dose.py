"""The verb: strike a dose record through, with a reason. The record stays."""

from __future__ import annotations

from fieldapp.actions.permission import SecondPerson, require
from fieldapp.actions.settle_fee import refund_fee
from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.immunization import ImmunizationStatus
from fieldapp.domain.roles import Deed
from fieldapp.journal import doses
from fieldapp.journal.journal import Journal
from fieldapp.wire.facts import DoseVoided

REASONS = ("wrong-person", "wrong-vaccine", "not-given-after-all", "recorded-twice", "other")


class NothingToVoid(FieldAppError):
    """The dose is not in this journal, or has been struck through before."""

    happened = "This dose is not here any more, or is already struck through."
    safe = "Nothing was changed."
    next_step = "Look at the person's history again."


def void_dose(
    journal: Journal, dose_id: bytes, reason: str, *, user: str, second: SecondPerson | None = None
) -> bytes:
    """Record the void, and that its fee goes back; return the void's event id.

    `reason` is one of REASONS. Raises NothingToVoid; NotAllowed where somebody else recorded
    the dose.
    """
    with journal.transaction():
        dose = doses.get(journal, dose_id)
        if dose is None or dose.status is ImmunizationStatus.ENTERED_IN_ERROR:
            raise NothingToVoid()
        if dose.recorded_by != user:
            require(journal, user, Deed.VOID_OTHERS, second=second)
        fact = DoseVoided(journal.ref(dose_id), reason, second.login if second else None)
        (recorded,) = journal.append([fact], user=user)
        refund_fee(journal, dose_id, reason, user=user)
    return recorded.event_id
