"""The verb: write down a dose that this team has already given, whatever any rule says of it.

Advice may block a dose, a fact may not: it is recorded with who gave it and why it is written late.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from fieldapp.actions.known_client import known_client
from fieldapp.actions.moments import site_now
from fieldapp.actions.record_dose import DoseOrder, record_dose
from fieldapp.actions.record_elsewhere import DayImpossible, KnownAlready
from fieldapp.domain.clock import Clock
from fieldapp.domain.immunization import BodySite, DoseSource, ImmunizationStatus, VaccineLot
from fieldapp.journal import doses, vials
from fieldapp.journal.journal import Journal


@dataclass(frozen=True, slots=True)
class LateDose:
    """A dose already given: when, on the site's own clock, by whom, and why it is written late."""

    client_id: bytes
    lot: VaccineLot
    occurred: datetime
    vaccinator: str
    why: str
    site: BodySite | None = None


def record_late_dose(journal: Journal, dose: LateDose, *, clock: Clock, user: str) -> bytes:
    """Record the dose and return its event id. Raises DayImpossible, KnownAlready.

    An open vial of the same lot gives the dose up, if it still holds one.
    """
    with journal.transaction():
        _require_possible(journal, dose, site_now(clock))
        order = DoseOrder(
            client_id=dose.client_id,
            lot=dose.lot,
            site=dose.site,
            vial_id=_vial_of(journal, dose.lot),
            source=DoseSource.LATE_ENTRY,
            occurred=dose.occurred,
            vaccinator=dose.vaccinator,
            override_reason=dose.why,
        )
        return record_dose(journal, order, clock=clock, user=user)


def _require_possible(journal: Journal, dose: LateDose, now: datetime) -> None:
    client = known_client(journal, dose.client_id)
    born = None if client is None else client.details.birth_date
    if dose.occurred > now or (born is not None and dose.occurred.date() < born):
        raise DayImpossible()
    for event in doses.of_client(journal, dose.client_id):
        when = event.occurred_at.replace(tzinfo=None, second=0, microsecond=0)
        same = event.lot.vaccine_id == dose.lot.vaccine_id and when == dose.occurred
        if same and event.status is ImmunizationStatus.COMPLETED:
            raise KnownAlready()


def _vial_of(journal: Journal, lot: VaccineLot) -> bytes | None:
    own = (lot.vaccine_id, lot.lot_number)
    for vial in vials.in_use(journal):
        if (vial.lot.vaccine_id, vial.lot.lot_number) == own and vial.doses_left > 0:
            return vial.vial_id
    return None
