from __future__ import annotations

from fieldapp.actions.load_vials import Load
from fieldapp.actions.session_standing import current_standing
from fieldapp.journal import drafts
from tests.actions.operation import A, B, Operation
from tests.journal.laptop import NURSE


def test_without_a_session_there_is_nothing_to_tell(operation: Operation) -> None:
    assert current_standing(operation.practice) is None


def test_a_session_is_told_with_its_doses_its_people_and_what_is_open(
    operation: Operation,
) -> None:
    operation.start(Load(A, 10), Load(B, 5), cash=100)
    operation.give(3, A)
    operation.give(1, B)
    for name in (drafts.owned(NURSE.login, "register name Test"), "reaction 00", "open form"):
        drafts.save(operation.journal, name, "{}")
    at = current_standing(operation.practice)
    assert at is not None
    assert (at.counts.given, at.counts.people) == (4, 4)
    assert at.by_number == {1: 4}
    assert (len(at.watched), at.waiting, at.drafts) == (4, 4, 2)
    assert [(lot.lot, lot.left, lot.returned) for lot in at.reconciliation.lots] == [
        ("0417", 7, None),
        ("0418", 4, None),
    ]
    assert at.reconciliation.cash.missing is None


def test_an_open_vial_that_was_never_loaded_is_among_the_lots(operation: Operation) -> None:
    operation.start().give(1, A, vial_doses=5)
    at = current_standing(operation.practice)
    assert at is not None
    (lot,) = at.reconciliation.lots
    assert (lot.loaded, lot.in_use, lot.left) == (0, 4, -5)
