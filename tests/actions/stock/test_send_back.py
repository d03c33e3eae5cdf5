"""What leaves for the depot is no longer the team's, and it is known why."""

from __future__ import annotations

import pytest

from fieldapp.actions.stock.amount import NotThatMany, UnknownReason
from fieldapp.actions.stock.receive_lot import receive_lot
from fieldapp.actions.stock.send_back import send_back
from fieldapp.journal.journal import Journal
from tests.actions.stock.store import USER, places, vials


def test_an_expired_lot_leaves_the_store(journal: Journal) -> None:
    receive_lot(journal, vials(2), user=USER)
    send_back(journal, vials(2), "expired", user=USER)
    assert places(journal) == {}


def test_it_needs_a_reason_and_doses_that_are_there(journal: Journal) -> None:
    with pytest.raises(UnknownReason):
        send_back(journal, vials(2), "because", user=USER)
    with pytest.raises(NotThatMany):
        send_back(journal, vials(2), "expired", user=USER)
