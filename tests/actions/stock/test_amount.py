"""Nobody moves nothing, and nobody moves more than the book shows."""

from __future__ import annotations

import pytest

from fieldapp.actions.stock.amount import (
    MOST_DOSES,
    Amount,
    NotANumberOfDoses,
    NotThatMany,
    moved,
    require_there,
)
from fieldapp.domain.stock import Kind
from fieldapp.journal.journal import Journal
from tests.actions.stock.store import LOT, doses, vials


def test_vials_are_counted_in_doses() -> None:
    assert vials(3) == Amount(LOT, 15, 5)
    assert moved(Kind.WASTED, vials(3), reason="broken").doses == 15


@pytest.mark.parametrize("count", [0, -1, MOST_DOSES + 1])
def test_what_is_no_number_of_doses_does_not_move(count: int) -> None:
    with pytest.raises(NotANumberOfDoses):
        moved(Kind.RECEIVED, doses(count))


def test_it_is_said_how_many_there_are(journal: Journal) -> None:
    with pytest.raises(NotThatMany, match="only 0 doses of lot TEST-0001"):
        require_there(journal, doses(1), None)
