from __future__ import annotations

from dataclasses import replace

from fieldapp.actions.receipt_slip import receipt_slip
from fieldapp.actions.settle_fee import Paid
from fieldapp.actions.void_dose import void_dose
from fieldapp.domain.fees import FeeDue, FeeKind
from tests.actions.operation import A, Operation
from tests.journal.laptop import NURSE, VACCINE

DUE = FeeDue(FeeKind.DUE, 10_000, "CNY", "cn-foreign-nationals, 23 Mar 2021", "no-social-security")


def test_a_slip_says_who_paid_what_for_which_dose_by_which_rule(operation: Operation) -> None:
    (dose,) = operation.start().give(1, A, fee=Paid(DUE, payer="Test Company"))
    slip = receipt_slip(operation.practice, dose)
    assert slip is not None
    assert slip.number.startswith("0-00001-")
    assert (slip.amount, slip.currency, slip.decimals) == (10_000, "CNY", 2)
    assert (slip.what_for, slip.dose_number, slip.lot) == (VACCINE, 1, "0417")
    assert (slip.person, slip.payer, slip.taken_by) == ("Test 0417 0", "Test Company", "Nurse Test")
    assert (slip.session, slip.rule) == ("Boat 3 · 71", DUE.rule)
    assert slip.rule_titles["en"].startswith("Foreign nationals")
    assert "外籍" in slip.rule_titles["zh-Hans"]
    assert not slip.is_refund


def test_after_a_void_it_is_the_slip_of_the_refund(operation: Operation) -> None:
    (dose,) = operation.start().give(1, A, fee=Paid(DUE))
    void_dose(operation.journal, dose, "wrong-person", user=NURSE.login)
    slip = receipt_slip(operation.practice, dose)
    assert slip is not None
    assert (slip.is_refund, slip.refund_reason) == (True, "wrong-person")


def test_the_words_of_todays_rule_are_not_put_under_another_edition(operation: Operation) -> None:
    older = replace(DUE, rule="cn-foreign-nationals, 1 Jan 2021")
    (dose,) = operation.start().give(1, A, fee=Paid(older))
    slip = receipt_slip(operation.practice, dose)
    assert slip is not None
    assert (slip.rule, slip.rule_titles) == (older.rule, {})


def test_a_dose_that_cost_nothing_has_no_slip(operation: Operation) -> None:
    (dose,) = operation.start().give(1, A)
    assert receipt_slip(operation.practice, dose) is None
    assert receipt_slip(operation.practice, bytes(32)) is None
