"""The verb: what the slip of a fee says, for the hand of whoever paid."""

from __future__ import annotations

from datetime import timedelta, timezone

from fieldapp.actions.consult import Practice
from fieldapp.actions.fee_rules import load_fee_rule
from fieldapp.domain.documents.masking import mask
from fieldapp.domain.dose_numbers import dose_numbers
from fieldapp.journal import clients, doses, fees, staff
from fieldapp.reports.receipt_slip import ReceiptSlip


def receipt_slip(practice: Practice, dose_id: bytes) -> ReceiptSlip | None:
    """The slip of a dose's fee, or of its refund; None where nothing was paid."""
    journal = practice.journal
    fee, dose = fees.of_dose(journal, dose_id), doses.get(journal, dose_id)
    client = clients.get(journal, dose.client_id) if dose else None
    if fee is None or dose is None or client is None:
        return None
    zone = timezone(timedelta(minutes=practice.clock.utc_offset_min()))
    names = {known.login: known.name for known in staff.all_staff(journal)}
    rule = load_fee_rule(practice.programme.id)
    history = doses.of_client(journal, client.client_id)
    details = client.details
    return ReceiptSlip(
        number=fee.receipt,
        amount=fee.amount,
        currency=fee.currency,
        person=details.name,
        document=mask(details.documents[0]) if details.documents else "",
        what_for=dose.lot.vaccine_id,
        dose_number=dose_numbers(history, practice.catalogue).get(dose_id),
        lot=dose.lot.lot_number,
        team=journal.team.name,
        session=fee.session or "",
        taken_at=fee.taken_at.astimezone(zone),
        taken_by=names.get(fee.taken_by, fee.taken_by),
        rule=fee.rule,
        decimals=rule.decimals if rule else 2,
        payer=fee.payer or "",
        refunded_at=None if fee.refunded_at is None else fee.refunded_at.astimezone(zone),
        refund_reason=fee.refund_reason or "",
        rule_titles=rule.title if rule and rule.citation == fee.rule else {},
    )
