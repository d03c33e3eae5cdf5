"""Loading takes from the store; what the book lacks is received in the same breath."""

from __future__ import annotations

from fieldapp.actions.stock.load_box import load_box
from fieldapp.actions.stock.receive_lot import receive_lot
from fieldapp.domain.stock import LOAD_SHORTFALL, Kind
from fieldapp.journal import stock
from fieldapp.journal.journal import Journal
from tests.actions.stock.store import SESSION, USER, places, vials


def test_doses_go_from_the_store_into_the_box(journal: Journal) -> None:
    receive_lot(journal, vials(4), user=USER)
    load_box(journal, vials(3), SESSION, user=USER)
    assert places(journal) == {None: 5, SESSION: 15}


def test_vials_that_nobody_received_are_received_when_they_are_loaded(journal: Journal) -> None:
    receive_lot(journal, vials(1), user=USER)
    load_box(journal, vials(3), SESSION, user=USER)
    assert places(journal) == {SESSION: 15}
    loaded, shortfall, _ = stock.movements(journal, 5)
    assert loaded.kind is Kind.LOADED
    assert (shortfall.kind, shortfall.doses, shortfall.reason) == (
        Kind.RECEIVED,
        10,
        LOAD_SHORTFALL,
    )
