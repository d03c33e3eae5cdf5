"""A slip knows whether money came or went."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from fieldapp.reports.receipt_slip import ReceiptSlip

TAKEN = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SLIP = ReceiptSlip(
    number="71-00123-K7QF",
    amount=10000,
    currency="CNY",
    person="Anna Example",
    document="•••••••345",
    what_for="covid-inact-bibp",
    dose_number=1,
    lot="TEST-1",
    team="Palace gate",
    session="Vehicle 2 · 12",
    taken_at=TAKEN,
    taken_by="Nurse Test",
    rule="cn-fee, 2021",
)


def test_a_slip_is_a_refunds_only_when_the_money_went_back() -> None:
    assert not SLIP.is_refund
    assert replace(SLIP, refunded_at=TAKEN, refund_reason="wrong-person").is_refund
