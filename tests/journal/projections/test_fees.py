from __future__ import annotations

from fieldapp.journal import fees
from fieldapp.journal.journal import Journal
from fieldapp.journal.verify import verify
from fieldapp.wire.facts import FeeRefunded, FeeTaken, SessionClosed, SessionOpened
from tests.journal.laptop import NURSE, give, register


def test_a_fee_goes_back_once_however_often_it_is_said(journal: Journal) -> None:
    dose = give(journal, register(journal))
    taken = FeeTaken(journal.ref(dose), 71, 1, 10_000, "CNY", "test", "one")
    (fee,) = journal.append([taken], user=NURSE.login)
    for session in ("one", "two"):
        refund = FeeRefunded(journal.ref(fee.event_id), "other", session)
        journal.append([refund], user=NURSE.login)
    assert len(fees.refunds_of_session(journal, "one")) == 1
    assert fees.refunds_of_session(journal, "two") == []


def test_money_that_moves_between_two_sessions_is_in_the_cash_box_of_the_next(
    journal: Journal,
) -> None:
    dose = give(journal, register(journal))
    taken = FeeTaken(journal.ref(dose), 71, 1, 10_000, "CNY", "test", None)
    (fee,) = journal.append([taken], user=NURSE.login)
    assert fees.waiting_for_a_box(journal) == 10_000
    journal.append([SessionOpened("one", "Pier", 1, "test")], user=NURSE.login)
    assert [one.number for one in fees.of_session(journal, "one")] == [1]
    assert fees.waiting_for_a_box(journal) == 0
    journal.append([SessionClosed("one")], user=NURSE.login)
    journal.append([FeeRefunded(journal.ref(fee.event_id), "other", None)], user=NURSE.login)
    assert fees.waiting_for_a_box(journal) == -10_000
    for label in ("two", "three"):
        journal.append([SessionOpened(label, "Pier", 2, "test")], user=NURSE.login)
    assert len(fees.refunds_of_session(journal, "two")) == 1
    assert fees.refunds_of_session(journal, "three") == []
    assert verify(journal).ok
