"""A wrong movement is taken back by another; both stay in the list."""

from __future__ import annotations

import pytest

from fieldapp.actions.stock.count_lot import count_lot
from fieldapp.actions.stock.load_box import load_box
from fieldapp.actions.stock.receive_lot import receive_lot
from fieldapp.actions.stock.undo_movement import (
    CannotTakeBack,
    can_be_taken_back,
    undo_movement,
)
from fieldapp.journal import stock
from fieldapp.journal.journal import Journal
from tests.actions.stock.store import SESSION, USER, doses, places, vials
from tests.journal.laptop import open_vial


def test_a_movement_is_taken_back_once(journal: Journal) -> None:
    receive_lot(journal, vials(4), user=USER)
    wrong = load_box(journal, vials(2), SESSION, user=USER)
    undo_movement(journal, wrong, user=USER)
    assert places(journal) == {None: 20}
    assert len(stock.movements(journal, 9)) == 3
    for again in (wrong, stock.movements(journal, 1)[0].event_id):
        with pytest.raises(CannotTakeBack):
            undo_movement(journal, again, user=USER)


def test_a_wrong_count_is_taken_back(journal: Journal) -> None:
    receive_lot(journal, vials(4), user=USER)
    count_lot(journal, doses(2), reason="lost", user=USER)
    undo_movement(journal, stock.movements(journal, 1)[0].event_id, user=USER)
    assert places(journal) == {None: 20}


def test_the_opening_of_a_vial_is_no_movement_of_ours(journal: Journal) -> None:
    vial = open_vial(journal)
    assert not can_be_taken_back(stock.movements(journal, 1)[0])
    with pytest.raises(CannotTakeBack):
        undo_movement(journal, vial, user=USER)
