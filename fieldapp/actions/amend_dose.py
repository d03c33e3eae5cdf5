"""The verb: correct fields of a dose record, with a reason. What they were stays readable."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from fieldapp.actions.permission import SecondPerson, require
from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.immunization import BodySite, ImmunizationEvent, ImmunizationStatus
from fieldapp.domain.roles import Deed
from fieldapp.journal import doses
from fieldapp.journal.journal import Journal
from fieldapp.wire.dates import to_day, to_minutes
from fieldapp.wire.facts import AmendmentExplained, DoseAmended, Fact, Value

REASONS = ("typed-wrong", "read-again", "wrong-vial", "wrong-time", "other")


class NothingToAmend(FieldAppError):
    """The dose is not in this journal, was struck through, or the correction changes nothing."""

    happened = "There is nothing to correct: the record already says so, or is struck through."
    safe = "Nothing was changed."
    next_step = "Look at the record again."


@dataclass(frozen=True, slots=True)
class DoseDetails:
    """What of a dose record can be corrected. `occurred` is on the site's own clock."""

    vaccine_id: str
    lot_number: str
    expiry: date | None
    occurred: datetime
    site: BodySite | None
    vaccinator: str | None


def details_of(event: ImmunizationEvent) -> DoseDetails:
    """The record as it stands."""
    return DoseDetails(
        event.lot.vaccine_id,
        event.lot.lot_number,
        event.lot.expiry,
        event.occurred_at.replace(tzinfo=None, second=0, microsecond=0),
        event.site,
        event.vaccinator,
    )


def amend_dose(
    journal: Journal,
    dose_id: bytes,
    corrected: DoseDetails,
    reason: str,
    *,
    user: str,
    second: SecondPerson | None = None,
) -> list[bytes]:
    """Record each field that differs, and why; return the event ids. `reason` is one of REASONS.

    Raises NothingToAmend; NotAllowed where somebody else recorded the dose.
    """
    with journal.transaction():
        event = doses.get(journal, dose_id)
        if event is None or event.status is ImmunizationStatus.ENTERED_IN_ERROR:
            raise NothingToAmend()
        if event.recorded_by != user:
            require(journal, user, Deed.VOID_OTHERS, second=second)
        old, new = _fields(details_of(event)), _fields(corrected)
        ref = journal.ref(dose_id)
        facts: list[Fact] = [
            DoseAmended(ref, name, old[name], value)
            for name, value in new.items()
            if value != old[name]
        ]
        if not facts:
            raise NothingToAmend()
        why = AmendmentExplained(ref, reason, second.login if second else None)
        recorded = journal.append([*facts, why], user=user)
    return [one.event_id for one in recorded]


def _fields(details: DoseDetails) -> dict[str, Value]:
    return {
        "vaccine": details.vaccine_id,
        "lot": details.lot_number,
        "expiry_day": to_day(details.expiry),
        "occurred_min": to_minutes(details.occurred),
        "site": details.site.value if details.site else None,
        "vaccinator": details.vaccinator,
    }
