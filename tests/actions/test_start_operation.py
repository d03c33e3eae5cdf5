"""Operations are numbered per boat: the next number is proposed, and a used one is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fieldapp.actions.close_session import close_session
from fieldapp.actions.load_vials import Load, MonitorSpent
from fieldapp.actions.open_session import Equipment, SessionStillOpen
from fieldapp.actions.start_operation import (
    OperationPlan,
    OperationUsed,
    PlaceMissing,
    propose_operation,
    start_operation,
)
from fieldapp.journal import sessions, stock
from fieldapp.journal.sessions import StaffMember
from fieldapp.wire.facts import UserEnded
from tests.actions.operation import PROGRAMME, A, Operation, operation_on
from tests.journal.laptop import LEAD, NURSE, Laptop


def done(operation: Operation, number: int, unit: str = "Boat 3") -> None:
    operation.start(number=number, unit=unit)
    close_session(operation.practice, user=LEAD.login)


def test_an_operation_is_open_with_all_that_was_said_after_a_restart_too(
    laptop: Laptop, operation: Operation
) -> None:
    operation.start(Load(A, 10, vvm=1), cash=20_000)
    laptop.close()
    journal = operation_on(laptop).journal
    session = sessions.current(journal)
    assert session is not None
    assert (session.label, session.unit, session.operation) == ("Boat 3 · 71", "Boat 3", 71)
    assert (session.place, session.key_area) == ("Nanyang pier", "lakeside")
    assert session.staff == (StaffMember("Nurse Test", NURSE.login), StaffMember("Zhao Min"))
    assert (session.cash_float, session.currency) == (20_000, "CNY")
    (lot,) = stock.of_session(journal, session.label)
    assert (lot.loaded, lot.difference) == (10, 10)


def test_the_next_number_of_the_same_boat_is_proposed(operation: Operation) -> None:
    done(operation, 70)
    proposal = propose_operation(operation.journal, user=NURSE.login)
    assert proposal.plan.operation == 71
    assert proposal.plan.equipment.unit == "Boat 3"
    assert proposal.plan.place == "Nanyang pier"
    assert StaffMember("Zhao Min") in proposal.plan.equipment.staff
    assert [one.login for one in proposal.named] == ["lead.test", NURSE.login]


def test_who_left_the_team_is_not_here_next_time(operation: Operation) -> None:
    done(operation, 70)
    operation.journal.append([UserEnded(NURSE.login)], user=LEAD.login)
    proposal = propose_operation(operation.journal, user=LEAD.login)
    present = [member.name for member in proposal.plan.equipment.staff]
    assert present == ["Zhao Min", LEAD.name]
    assert [one.login for one in proposal.named] == [LEAD.login]


def test_at_the_very_first_start_number_1_is_proposed_and_the_user_is_here(
    operation: Operation,
) -> None:
    plan = propose_operation(operation.journal, user=NURSE.login).plan
    assert (plan.operation, plan.place) == (1, "")
    assert [one.login for one in plan.equipment.staff] == [NURSE.login]


@pytest.mark.parametrize("typed", ["Boat 3", " boat  3 "])
def test_a_used_number_is_refused_and_a_free_one_is_named(operation: Operation, typed: str) -> None:
    done(operation, 71)
    before = operation.journal.head()
    with pytest.raises(OperationUsed, match=r"71 was used .* 72 is free") as refused:
        operation.start(number=71, unit=typed)
    assert refused.value.details["free"] == 72
    assert operation.journal.head() == before


def test_another_boat_counts_for_itself(operation: Operation) -> None:
    done(operation, 71)
    operation.start(number=71, unit="Boat 4")
    assert operation.label == "Boat 4 · 71"


def test_one_operation_at_a_time(operation: Operation) -> None:
    operation.start(number=71)
    with pytest.raises(SessionStillOpen, match="Boat 3 · 71"):
        operation.start(number=72)


def test_a_lot_that_may_not_go_on_board_keeps_the_whole_operation_shut(
    operation: Operation,
) -> None:
    with pytest.raises(MonitorSpent, match="stage 3"):
        operation.start(Load(A, 10), Load(replace(A, lot_number="0500"), 1, vvm=3))
    assert sessions.all_sessions(operation.journal) == []
    assert stock.balances(operation.journal) == []


def test_an_operation_without_a_place_is_not_opened(operation: Operation) -> None:
    plan = OperationPlan(1, " ", equipment=Equipment("Boat 3"))
    with pytest.raises(PlaceMissing):
        start_operation(operation.journal, plan, programme=PROGRAMME, user=NURSE.login)


def test_a_position_is_kept_where_the_device_knows_one(operation: Operation) -> None:
    plan = OperationPlan(1, "Lake", equipment=Equipment("Boat 3", position=(34.81234, -0.5)))
    start_operation(operation.journal, plan, programme=PROGRAMME, user=NURSE.login)
    session = sessions.current(operation.journal)
    assert session is not None
    assert session.position == (34.81234, -0.5)
    assert session.opened_at.date() == date(2021, 8, 1)
