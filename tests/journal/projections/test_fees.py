from __future__ import annotations

from fieldapp.journal import fees
from fieldapp.journal.journal import Journal
from fieldapp.wire.facts import FeeRefunded, FeeTaken
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
