"""A count moves the book to what was found, visibly and with a reason."""

from __future__ import annotations

import pytest

from fieldapp.actions.stock.amount import NotANumberOfDoses, UnknownReason
from fieldapp.actions.stock.count_lot import count_lot
from fieldapp.actions.stock.load_box import load_box
from fieldapp.actions.stock.receive_lot import receive_lot
from fieldapp.journal import stock
from fieldapp.journal.journal import Journal
from tests.actions.stock.store import SESSION, USER, doses, places, vials


def test_a_difference_is_a_movement_with_a_reason(journal: Journal) -> None:
    receive_lot(journal, vials(4), user=USER)
    assert count_lot(journal, doses(18), reason="lost", user=USER) == -2
    assert places(journal) == {None: 18}
    newest = stock.movements(journal, 1)[0]
    assert (newest.counted, newest.doses, newest.reason) == (18, -2, "lost")


def test_a_difference_without_a_reason_is_not_written_down(journal: Journal) -> None:
    receive_lot(journal, vials(4), user=USER)
    with pytest.raises(UnknownReason):
        count_lot(journal, doses(18), user=USER)
    assert places(journal) == {None: 20}


def test_a_count_that_agrees_is_recorded_too(journal: Journal) -> None:
    load_box(journal, vials(2), SESSION, user=USER)
    assert count_lot(journal, vials(2), session=SESSION, user=USER) == 0
    assert stock.last_count(journal) is not None


def test_doses_in_use_that_nobody_loaded_are_put_right_by_a_count(journal: Journal) -> None:
    assert count_lot(journal, vials(1), reason="not-written-down", user=USER) == 5
    with pytest.raises(NotANumberOfDoses):
        count_lot(journal, doses(-1), user=USER)
