"""The verb: record a dose that was given, with its vial and its fee, in one transaction."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from fieldapp.actions.known_client import own_client
from fieldapp.actions.moments import site_now
from fieldapp.actions.permission import SecondPerson, require
from fieldapp.actions.settle_fee import Settlement, settle_fee
from fieldapp.domain.clock import Clock
from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.immunization import BodySite, DoseSource, VaccineLot
from fieldapp.domain.roles import Deed
from fieldapp.journal import sessions, vials
from fieldapp.journal.journal import Journal
from fieldapp.wire.dates import to_day, to_minutes
from fieldapp.wire.facts import DoseRecorded, OverrideVouched, Value


class VialEmpty(FieldAppError):
    """The vial in use has no dose left: a fact about the vial, not about the person."""

    happened = "The vial in use has no dose left."
    safe = "Nothing was recorded."
    next_step = "Scan the next vial, then record again."


@dataclass(frozen=True, slots=True)
class DoseOrder:
    """What the desk is about to record.

    `screening` lists the questions answered yes; () means all were asked and answered no, None
    that they were not asked (a late entry). `advice` is (verdict, reason, programme) as shown.
    `occurred` is on the site's own clock; None means now. `vial_id` names the open vial, if any.
    `fee` is what became of the fee that was shown; None where no fee was asked.
    `vaccinator` is a login; None means whoever records. `second` stood by a dose given against
    the advice, where whoever records may not decide it alone.
    """

    client_id: bytes
    lot: VaccineLot
    site: BodySite | None
    vial_id: bytes | None = None
    screening: tuple[str, ...] | None = None
    advice: tuple[str, str, str] | None = None
    override_reason: str | None = None
    source: DoseSource = DoseSource.GIVEN_HERE
    occurred: datetime | None = None
    vaccinator: str | None = None
    note: str | None = None
    fee: Settlement | None = None
    second: SecondPerson | None = None


def record_dose(journal: Journal, order: DoseOrder, *, clock: Clock, user: str) -> bytes:
    """Record the dose and return its event id; when this returns, it is on this disk.

    A rule's *no* does not stop a dose that was given: facts are recorded, `override_reason` says
    why. Raises VialEmpty when the named vial has no dose left, WaiverUnnamed.
    """
    with journal.transaction():
        if order.vial_id is not None and not _has_dose(journal, order.vial_id):
            raise VialEmpty()
        if order.override_reason is not None and order.source is DoseSource.GIVEN_HERE:
            require(journal, user, Deed.OVERRIDE, second=order.second)
        order = replace(order, client_id=own_client(journal, order.client_id, user=user))
        (recorded,) = journal.append([dose_fact(journal, order, clock)], user=user)
        if order.fee is not None:
            settle_fee(journal, recorded.event_id, order.fee, user=user)
        if order.second is not None:
            vouched = OverrideVouched(journal.ref(recorded.event_id), order.second.login)
            journal.append([vouched], user=user)
    return recorded.event_id


def _has_dose(journal: Journal, vial_id: bytes) -> bool:
    return any(v.vial_id == vial_id and v.doses_left > 0 for v in vials.in_use(journal))


def dose_fact(journal: Journal, order: DoseOrder, clock: Clock) -> DoseRecorded:
    """The fact that records this order, in the session that is open."""
    session = sessions.current(journal)
    yes: list[Value] | None = None if order.screening is None else list(order.screening)
    return DoseRecorded(
        client=journal.ref(order.client_id),
        vaccine=order.lot.vaccine_id,
        lot=order.lot.lot_number,
        expiry_day=to_day(order.lot.expiry),
        occurred_min=to_minutes(order.occurred or site_now(clock)),
        utc_offset_min=clock.utc_offset_min(),
        source=order.source,
        site=order.site.value if order.site else None,
        session=session.label if session and order.source is not DoseSource.ELSEWHERE else None,
        vial=journal.ref(order.vial_id) if order.vial_id else None,
        vaccinator=order.vaccinator,
        screening=yes,
        advice=list(order.advice) if order.advice else None,
        override_reason=order.override_reason,
        note=order.note,
    )
