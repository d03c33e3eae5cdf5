"""The page at the end of a session holds what the journal holds, under the laptop's signature."""

from __future__ import annotations

from fieldapp.actions.close_session import close_session
from fieldapp.actions.load_vials import Load
from fieldapp.actions.permission import SecondPerson
from fieldapp.actions.record_not_given import record_not_given
from fieldapp.actions.session_standing import current_standing, standing_of
from fieldapp.actions.session_summary import session_summary
from fieldapp.actions.settle_fee import Paid
from fieldapp.actions.void_dose import void_dose
from fieldapp.domain.fees import FeeDue, FeeKind
from fieldapp.journal import sessions
from fieldapp.reports.session_summary import DosesGiven, NotGiven, SessionSummary
from fieldapp.wire.facts import ReactionReported
from tests.actions.operation import A, Operation
from tests.journal.laptop import LEAD, NURSE, VACCINE, register

DUE = FeeDue(FeeKind.DUE, 10_000, "CNY", "rule, 1", "no-social-security")


def a_day(operation: Operation) -> None:
    operation.start(Load(A, 4, vial_doses=5), cash=20_000)
    paid, voided, _ = operation.give(3, A, vial_doses=5, fee=Paid(DUE))
    void_dose(operation.journal, voided, "wrong-person", user=NURSE.login)
    journal = operation.journal
    refused = register(journal, "Test Refused")
    record_not_given(journal, refused, "fever", clock=operation.laptop.clock, user=NURSE.login)
    told = ReactionReported(journal.ref(paid), ["syncope"], 480, serious=True)
    journal.append([told], user=NURSE.login)


def summed_up(operation: Operation) -> SessionSummary:
    (session,) = sessions.all_sessions(operation.journal)
    return session_summary(operation.practice, standing_of(operation.practice, session))


def test_an_open_session_is_summed_up_as_a_draft(operation: Operation) -> None:
    a_day(operation)
    at = current_standing(operation.practice)
    assert at is not None
    summary = session_summary(operation.practice, at)
    assert summary.closed_at is None
    assert summary.doses == (DosesGiven(VACCINE, 1, 2),)
    assert summary.not_given == (NotGiven("fever", 1),)
    assert (summary.people, summary.struck_through, summary.watched) == (2, 1, 2)
    assert (summary.reactions, summary.serious) == (1, 1)
    assert summary.seal is not None and summary.seal.head_seq == operation.journal.head().seq


def test_a_closed_session_adds_up_on_its_page(operation: Operation) -> None:
    a_day(operation)
    operation.release_all()
    operation.count(A, 15)
    operation.count_cash(40_000)
    close_session(operation.practice, user=NURSE.login, second=SecondPerson(LEAD.login))
    summary = summed_up(operation)
    (lot,) = summary.reckoning.lots
    assert (lot.loaded, lot.given, lot.wasted, lot.returned) == (20, 2, 3, 15)
    assert lot.adds_up
    assert (summary.reckoning.cash.expected, summary.reckoning.cash.counted) == (40_000, 40_000)
    assert (summary.receipts.count, summary.receipts.refunds) == (3, 1)
    assert summary.receipts.first.startswith("0-00001-")
    assert summary.closed_by == "Nurse Test, Lead Test"
    assert (summary.opened_by, summary.staff) == ("Nurse Test", ("Nurse Test", "Zhao Min"))
    assert (summary.doses_unsent, summary.watched) == (3, 0)
