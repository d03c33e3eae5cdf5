"""Reconciliation refuses a wrong close, and says which lot and by how many."""

from __future__ import annotations

from datetime import datetime

import pytest

from fieldapp.actions.close_session import (
    CashDoesNotAddUp,
    CashNotCounted,
    LotDoesNotAddUp,
    LotHasTooMany,
    LotNotCounted,
    NoSessionOpen,
    StillWatched,
    close_session,
)
from fieldapp.actions.count_box import explain_cash
from fieldapp.actions.load_vials import Load
from fieldapp.actions.permission import NotAllowed, SecondPerson
from fieldapp.actions.session_standing import standing_of
from fieldapp.actions.settle_fee import Paid
from fieldapp.actions.start_operation import propose_operation
from fieldapp.actions.stock.amount import Amount
from fieldapp.actions.stock.waste import waste
from fieldapp.actions.void_dose import void_dose
from fieldapp.domain.fees import FeeDue, FeeKind
from fieldapp.journal import sessions, stock, vials
from fieldapp.journal.verify import verify
from tests.actions.operation import A, B, Operation, operation_on
from tests.journal.laptop import LEAD, NURSE, Laptop

DUE = FeeDue(FeeKind.DUE, 10_000, "CNY", "rule, 1", "no-social-security")


def close(operation: Operation) -> None:
    close_session(operation.practice, user=LEAD.login)


def refused(operation: Operation, error: type[Exception], words: str) -> None:
    before = operation.journal.head()
    with pytest.raises(error, match=words):
        close(operation)
    assert operation.journal.head() == before, "a refused close changes nothing"
    assert sessions.current(operation.journal) is not None


def test_a_wrong_close_is_refused_and_says_which_lot_and_by_how_many(
    operation: Operation,
) -> None:
    operation.start(Load(A, 15), Load(B, 6)).give(12, A)
    operation.give(4, B)
    operation.release_all()
    operation.count(A, 3)
    operation.count(B, 1)
    refused(operation, LotDoesNotAddUp, "0418 .*6 loaded, 4 given, 0 wasted, 1 returned. 1 miss")


def test_counting_again_or_saying_what_was_wasted_lets_it_close(operation: Operation) -> None:
    operation.start(Load(A, 15), Load(B, 6)).give(12, A)
    operation.give(4, B)
    operation.release_all()
    operation.count(A, 4)
    operation.count(B, 1)
    refused(operation, LotHasTooMany, "Lot 0417 .* 1 too many")
    operation.count(A, 3)
    waste(operation.journal, Amount(B, 1), "broken", user=NURSE.login, session=operation.label)
    close(operation)
    assert sessions.current(operation.journal) is None
    known = stock.of_session(operation.journal, operation.label)
    assert [(one.loaded, one.given, one.wasted, one.returned, one.difference) for one in known] == [
        (15, 12, 0, 3, 0),
        (6, 4, 1, 1, 0),
    ]
    assert verify(operation.journal).problems == ()


def test_what_was_paid_before_the_operation_is_in_its_cash_box(operation: Operation) -> None:
    operation.give(1, fee=Paid(DUE))
    proposal = propose_operation(operation.journal, user=NURSE.login)
    assert proposal.cash_waiting == 10_000
    operation.start(cash=20_000)
    operation.count_cash(20_000)
    refused(operation, CashDoesNotAddUp, "300 should be there, 200 was counted")
    operation.count_cash(30_000)
    close(operation)
    assert propose_operation(operation.journal, user=NURSE.login).cash_waiting == 0


def test_a_lot_that_nobody_counted_is_asked_for_and_a_used_up_one_is_not(
    operation: Operation,
) -> None:
    operation.start(Load(A, 2), Load(B, 2)).give(2, A)
    operation.release_all()
    refused(operation, LotNotCounted, "Lot 0418 was not counted yet")
    operation.count(B, 2)
    close(operation)


def test_the_rest_of_an_open_vial_is_thrown_away_at_the_end(operation: Operation) -> None:
    operation.start(Load(A, 2, vial_doses=5)).give(3, A, vial_doses=5)
    operation.release_all()
    operation.count(A, 5)
    close(operation)
    assert vials.in_use(operation.journal) == []
    (lot,) = stock.of_session(operation.journal, operation.label)
    assert (lot.given, lot.wasted, lot.returned, lot.difference) == (3, 2, 5, 0)


def test_a_dose_from_a_lot_that_was_never_loaded_is_seen(operation: Operation) -> None:
    operation.start().give(1, A)
    operation.release_all()
    operation.count(A, 0)
    refused(operation, LotHasTooMany, "Lot 0417 .*0 loaded, 1 given.* 1 too many")


def test_a_dose_struck_through_is_in_its_vial_again(operation: Operation) -> None:
    (dose,) = operation.start(Load(A, 1)).give(1, A)
    void_dose(operation.journal, dose, "not-given-after-all", user=NURSE.login)
    close(operation)
    (lot,) = stock.of_session(operation.journal, operation.label)
    assert (lot.given, lot.wasted, lot.difference) == (0, 1, 0)


def test_people_still_being_watched_keep_the_operation_open(operation: Operation) -> None:
    operation.start(Load(A, 2)).give(2, A)
    refused(operation, StillWatched, "watched: 2")
    operation.release_all()
    close(operation)


def test_cash_must_be_float_and_takings(operation: Operation) -> None:
    operation.start(Load(A, 2), cash=20_000)
    voided, _ = operation.give(2, A, fee=Paid(DUE))
    void_dose(operation.journal, voided, "wrong-person", user=NURSE.login)
    operation.release_all()
    operation.count(A, 1)
    refused(operation, CashNotCounted, "not counted")
    operation.count_cash(40_000)
    refused(operation, CashDoesNotAddUp, "300 should be there, 400 was counted")
    operation.count_cash(30_000)
    close(operation)


def test_cash_that_differs_closes_when_somebody_says_why(operation: Operation) -> None:
    operation.start(cash=20_000)
    operation.count_cash(19_000)
    refused(operation, CashDoesNotAddUp, "200 should be there, 190 was counted")
    explain_cash(operation.journal, operation.label, "fell overboard; Gao Jun")
    close(operation)
    (session,) = sessions.all_sessions(operation.journal)
    assert (session.cash_counted, session.cash_reason) == (
        19_000,
        "fell overboard; Gao Jun",
    )


def test_what_was_counted_survives_a_dead_battery(laptop: Laptop, operation: Operation) -> None:
    operation.start(Load(A, 5)).give(2, A)
    operation.release_all()
    operation.count(A, 3)
    laptop.close()
    again = operation_on(laptop)
    close(again)
    (session,) = sessions.all_sessions(again.journal)
    assert session.closed_by == LEAD.login


def test_a_closed_session_is_told_as_it_was_closed(operation: Operation) -> None:
    operation.start(Load(A, 5), cash=5_000).give(2, A)
    operation.release_all()
    operation.count(A, 3)
    operation.count_cash(5_000)
    close(operation)
    (session,) = sessions.all_sessions(operation.journal)
    at = standing_of(operation.practice, session)
    assert at.reconciliation.adds_up
    assert (at.reconciliation.lots[0].returned, at.reconciliation.cash.counted) == (3, 5_000)
    assert session.closed_at == operation.laptop.clock.wall
    assert isinstance(session.closed_at, datetime) and session.unsent == 2


def test_a_vaccinator_closes_with_a_lead_beside_them(operation: Operation) -> None:
    operation.start()
    with pytest.raises(NotAllowed):
        close_session(operation.practice, user=NURSE.login)
    close_session(operation.practice, user=NURSE.login, second=SecondPerson(LEAD.login))
    (session,) = sessions.all_sessions(operation.journal)
    assert (session.closed_by, session.second_person) == (NURSE.login, LEAD.login)


def test_nothing_is_closed_twice(operation: Operation) -> None:
    with pytest.raises(NoSessionOpen):
        close(operation)
    operation.start()
    close(operation)
    with pytest.raises(NoSessionOpen):
        close(operation)
