"""The fee at the desk: shown before it is recorded, taken with the dose, asked where unknown."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from fieldapp.actions.settle_fee import Paid, Waived
from fieldapp.domain.client import Document
from fieldapp.domain.fees import FeeDue, FeeKind
from fieldapp.journal import clients, fees
from fieldapp.reports.receipt_slip import ReceiptSlip
from fieldapp.ui.desk.fee_flow import settlement_of
from fieldapp.ui.form_values import BadField
from tests.journal.laptop import register
from tests.ui.desk.conftest import Desk

Key = Qt.Key
PASSPORT = Document("passport", "L898902C3")
DUE = FeeDue(FeeKind.DUE, 10_000, "CNY", "rule", "no-social-security")


def at_the_desk(desk: Desk, insured: bool | None) -> bytes:
    """A made-up foreigner with a vial in hand, every question asked."""
    client = register(
        desk.practice.journal,
        "Test Visitor",
        PASSPORT,
        nationality="UTO",
        social_security=insured,
        birth_date=date(1980, 1, 31),
    )
    desk.scan(PASSPORT.number)
    desk.sees_person("Test Visitor")
    desk.scan_vial()
    desk.key(Key.Key_F7)
    desk.settle()
    return client


def the_fee(desk: Desk) -> fees.Fee | None:
    return fees.of_dose(desk.practice.journal, desk.records()[-1].event.event_id)


def test_a_fee_is_shown_before_and_taken_with_the_dose_by_the_same_one_key(desk: Desk) -> None:
    at_the_desk(desk, insured=False)
    assert desk.screen.person.vial.fee.text() == "Fee: 100 yuan, no social security"
    desk.record()
    desk.sees_page(desk.screen.empty)
    desk.settle()
    fee = the_fee(desk)
    assert fee is not None and (fee.amount, fee.payer) == (10_000, None)
    desk.sees(lambda: fee.receipt in desk.said())
    assert "No operation is open: the next one counts it" in desk.said()


def test_whoever_is_in_social_security_pays_and_sees_nothing(desk: Desk) -> None:
    at_the_desk(desk, insured=True)
    assert desk.screen.person.vial.fee.isHidden()
    desk.record()
    desk.sees_page(desk.screen.empty)
    assert the_fee(desk) is None


def test_what_is_not_known_is_asked_before_anything_is_recorded(desk: Desk) -> None:
    client = at_the_desk(desk, insured=None)
    assert "ask first" in desk.screen.person.vial.fee.text()
    assert not desk.screen.person.record.isEnabled()
    desk.key(Key.Key_F, ctrl=True)
    desk.sees_page(desk.screen.form)
    desk.screen.form.fill({"insured": "no"})
    desk.key(Key.Key_F9)
    desk.sees_page(desk.screen.person)
    desk.settle()
    assert desk.screen.person.vial.fee.text() == "Fee: 100 yuan, no social security"
    assert desk.screen.person.record.isEnabled()
    known = clients.get(desk.practice.journal, client)
    assert known is not None and known.details.social_security is False


def test_a_fee_that_is_not_taken_says_by_whom_and_why(desk: Desk) -> None:
    at_the_desk(desk, insured=False)
    desk.key(Key.Key_F, ctrl=True)
    desk.sees_page(desk.screen.form)
    desk.screen.form.fill({"kind": "exempt", "who": "Gao Jun"})
    desk.key(Key.Key_F9)
    assert "why the fee is not taken" in desk.screen.form.message.text()
    desk.screen.form.fill({"reason": "shipwrecked"})
    desk.key(Key.Key_F9)
    desk.sees_page(desk.screen.person)
    desk.settle()
    assert "not taken: exempt, Gao Jun" in desk.screen.person.vial.fee.text()
    desk.record()
    desk.sees_page(desk.screen.empty)
    assert the_fee(desk) is None
    rows = desk.practice.journal.db.rows("SELECT kind, reason, decided_by FROM fee_waiver")
    assert rows == [("exempt", "shipwrecked", "Gao Jun")]


def test_the_last_receipt_comes_by_its_key_and_an_undo_gives_the_money_back(desk: Desk) -> None:
    at_the_desk(desk, insured=False)
    desk.record()
    desk.sees(lambda: "Receipt" in desk.said())
    slips: list[ReceiptSlip] = []
    desk.flow.fees.slip_requested.connect(slips.append)
    desk.key(Key.Key_T, ctrl=True)
    assert [slip.is_refund for slip in slips] == [False]
    desk.key(Key.Key_Z, ctrl=True)
    desk.key(Key.Key_1)
    desk.key(Key.Key_F9)
    desk.sees(lambda: "Give 100 yuan back" in desk.said())
    desk.key(Key.Key_T, ctrl=True)
    assert [slip.is_refund for slip in slips] == [False, True]


@pytest.mark.parametrize("missing", ["kind", "who", "reason"])
def test_a_settlement_that_lacks_something_is_refused_by_field(missing: str) -> None:
    whole = {"kind": "unpaid", "who": "Gao Jun", "reason": "no cash"}
    assert settlement_of(whole, DUE) == Waived(DUE, "unpaid", "no cash", "Gao Jun")
    with pytest.raises(BadField):
        settlement_of({**whole, missing: ""}, DUE)


def test_somebody_else_may_pay() -> None:
    typed = {"kind": "paid", "who": " Test Company ", "reason": ""}
    assert settlement_of(typed, DUE) == Paid(DUE, payer="Test Company")
