"""Waste has a reason and a place; the book never goes below what it shows."""

from __future__ import annotations

import pytest

from fieldapp.actions.stock.amount import NotThatMany, UnknownReason
from fieldapp.actions.stock.load_box import load_box
from fieldapp.actions.stock.receive_lot import receive_lot
from fieldapp.actions.stock.waste import waste
from fieldapp.journal import stock
from fieldapp.journal.journal import Journal
from tests.actions.stock.store import SESSION, USER, doses, places, vials


def test_doses_are_wasted_in_the_store_or_in_a_box(journal: Journal) -> None:
    receive_lot(journal, vials(4), user=USER)
    load_box(journal, vials(2), SESSION, user=USER)
    waste(journal, vials(1), "broken", user=USER)
    waste(journal, doses(2), "contaminated", session=SESSION, user=USER)
    assert places(journal) == {None: 5, SESSION: 8}
    (row,) = stock.of_session(journal, SESSION)
    assert row.wasted == 2


def test_it_needs_a_reason_and_doses_that_are_there(journal: Journal) -> None:
    with pytest.raises(UnknownReason):
        waste(journal, vials(1), "whatever", user=USER)
    with pytest.raises(NotThatMany):
        waste(journal, vials(1), "lost", user=USER)
