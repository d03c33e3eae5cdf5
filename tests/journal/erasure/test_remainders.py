"""Of somebody who is gone a dose of its lot stays, and the money in the box; nothing else."""

from __future__ import annotations

import pytest

from fieldapp.journal import fees
from fieldapp.journal.entries import position_of
from fieldapp.journal.erasure.orders import take_page
from fieldapp.journal.erasure.remainders import as_fact
from fieldapp.journal.journal import Journal
from fieldapp.journal.rebuild import digest, rebuild
from fieldapp.journal.verify import verify
from fieldapp.wire.erasures import Erasure
from fieldapp.wire.facts import Erased, FeeRefunded, FeeTaken
from tests.journal.erasing import BASIS, CANARY, DECIDED_S, confirm, next_page
from tests.journal.hub import enrol
from tests.journal.laptop import NURSE, give, open_vial, register

SESSION = "boat-test-0508"
ERASURE = Erasure(1, DECIDED_S, BASIS, ())


def pay(journal: Journal, dose: bytes, number: int, session: str | None = SESSION) -> bytes:
    fee = FeeTaken(journal.ref(dose), 3, number, 10_000, "CNY", "rule", session, f"{CANARY} senior")
    (recorded,) = journal.append([fee], user=NURSE.login)
    return recorded.event_id


def refund(journal: Journal, fee: bytes) -> bytes:
    fact = FeeRefunded(journal.ref(fee), f"{CANARY} is insured", SESSION)
    (recorded,) = journal.append([fact], user=NURSE.login)
    return recorded.event_id


def test_only_what_stock_and_cash_need_is_told(journal: Journal) -> None:
    person = register(journal, CANARY)
    vial = open_vial(journal)
    dose = give(journal, person, vial=vial)
    fee = pay(journal, dose, 8)
    back = refund(journal, fee)
    told = [as_fact(journal, position_of(journal.db, id_) or 0, ERASURE)
            for id_ in (person, dose, fee, back)]  # fmt: skip
    refs = [journal.ref(id_) for id_ in (person, dose, fee, back)]
    assert told[0] == Erased(refs[0], BASIS, DECIDED_S)
    assert (told[1].session, told[1].vial, told[1].fee) == (SESSION, journal.ref(vial), None)
    assert (told[2].session, told[2].fee) == (SESSION, [refs[1], 3, 8, 10_000, "CNY"])
    assert (told[3].session, told[3].fee) == (SESSION, [refs[2]])


@pytest.mark.parametrize("is_refunded", [False, True])
def test_the_cash_still_adds_up_and_no_receipt_number_comes_twice(
    journal: Journal, is_refunded: bool
) -> None:
    enrol(journal)
    person = register(journal, CANARY)
    dose = give(journal, person)
    fee = pay(journal, dose, 8)
    events = [person, dose, fee, *([refund(journal, fee)] if is_refunded else [])]
    confirm(journal)
    take_page(journal, next_page(journal, *events))
    (left,) = fees.of_session(journal, SESSION)
    assert (left.number, left.amount, left.payer, left.dose_id) == (8, 10_000, None, dose)
    back = fees.refunds_of_session(journal, SESSION)
    assert [(one.fee_id, one.refund_reason) for one in back] == ([(fee, None)] * is_refunded)
    assert fees.next_number(journal) == 9
    live = digest(journal)
    rebuild(journal)
    assert digest(journal) == live
    assert verify(journal).problems == ()


def test_money_that_waits_for_a_box_waits_on(journal: Journal) -> None:
    enrol(journal)
    person = register(journal, CANARY)
    dose = give(journal, person)
    fee = pay(journal, dose, 8, session=None)
    confirm(journal)
    take_page(journal, next_page(journal, person, dose, fee))
    assert fees.waiting_for_a_box(journal) == 10_000
