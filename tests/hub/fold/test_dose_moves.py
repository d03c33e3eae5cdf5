"""A dose that became another thing is told to everything that is kept of doses."""

from __future__ import annotations

from sqlalchemy import select

from fieldapp.hub.fold import tally
from fieldapp.hub.fold.dose_moves import count_moves
from fieldapp.hub.lots.tables import lot_sum
from tests.hub.conftest import World

ROW = {"device": 1, "given": True, "vaccine": "v", "lot": "L1", "from_stock": True}


def test_lots_and_laptops_hear_of_a_dose_that_is_new_and_that_is_struck_through(
    world: World,
) -> None:
    new, counted, voided = (ROW | {"state": state} for state in (None, "counted", "voided"))
    with world.store.writing() as connection:
        count_moves(connection, [(new, counted), (new, counted), (counted, counted)])
        assert tally.kept(connection, [1]) == {1: {"counted": 2}}
        assert connection.execute(select(lot_sum.c.given)).scalar_one() == 2
        count_moves(connection, [(counted, voided), (counted, voided)])
        assert tally.kept(connection, [1]) == {1: {"voided": 2}}
        assert connection.execute(select(lot_sum.c.given)).first() is None
