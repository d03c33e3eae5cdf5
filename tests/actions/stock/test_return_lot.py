"""What was not needed goes back into the store, and never more than the box holds."""

from __future__ import annotations

import pytest

from fieldapp.actions.stock.amount import NotThatMany
from fieldapp.actions.stock.load_box import load_box
from fieldapp.actions.stock.return_lot import return_lot
from fieldapp.journal.journal import Journal
from tests.actions.stock.store import SESSION, USER, places, vials


def test_doses_go_back_into_the_store(journal: Journal) -> None:
    load_box(journal, vials(3), SESSION, user=USER)
    return_lot(journal, vials(2), SESSION, user=USER)
    assert places(journal) == {None: 10, SESSION: 5}


def test_more_than_the_box_holds_is_refused_and_nothing_moves(journal: Journal) -> None:
    load_box(journal, vials(3), SESSION, user=USER)
    with pytest.raises(NotThatMany, match="only 15 doses"):
        return_lot(journal, vials(4), SESSION, user=USER)
    assert places(journal) == {SESSION: 15}
