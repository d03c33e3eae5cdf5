"""What comes from the depot is in the store."""

from __future__ import annotations

from fieldapp.actions.stock.receive_lot import receive_lot
from fieldapp.journal import stock
from fieldapp.journal.journal import Journal
from tests.actions.stock.store import LOT, USER, places, vials


def test_a_receipt_fills_the_store(journal: Journal) -> None:
    receive_lot(journal, vials(4), user=USER, code="CODE", note="waybill 7", vvm=2)
    (movement,) = stock.movements(journal, 5)
    assert (movement.lot, movement.vial_doses, movement.vvm) == (LOT, 5, 2)
    assert movement.note == "waybill 7"
    assert places(journal) == {None: 20}
