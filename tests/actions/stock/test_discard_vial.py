"""What is left in a vial that goes away is wasted, once."""

from __future__ import annotations

import pytest

from fieldapp.actions.stock.amount import UnknownReason
from fieldapp.actions.stock.discard_vial import VialNotOpen, discard_vial
from fieldapp.domain.stock import Kind
from fieldapp.journal import stock
from fieldapp.journal.journal import Journal
from tests.actions.stock.store import LOT, USER
from tests.journal.laptop import give, open_vial, register


def test_the_rest_is_wasted_once(journal: Journal) -> None:
    vial = open_vial(journal)
    give(journal, register(journal), vial=vial)
    assert discard_vial(journal, vial, "hours-over", user=USER) == 4
    balance = stock.balance_of(journal, LOT.vaccine_id, LOT.lot_number).balance
    assert (balance.of(Kind.WASTED), balance.of(Kind.GIVEN)) == (4, 1)
    with pytest.raises(VialNotOpen):
        discard_vial(journal, vial, "hours-over", user=USER)


def test_it_needs_a_reason(journal: Journal) -> None:
    with pytest.raises(UnknownReason):
        discard_vial(journal, open_vial(journal), "because", user=USER)
