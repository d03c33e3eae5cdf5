"""What became of dose records in a fold, told once to everything that is kept of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from fieldapp.hub.fold import tally
from fieldapp.hub.lots import sums

Move = tuple[Mapping[str, Any], Mapping[str, Any]]
"""A row of `dose` as it was, and as it is now; of a new record the state was None."""


def count_moves(connection: Connection, moves: Sequence[Move]) -> None:
    """Bring the sums of lots and of laptops up to date."""
    moved = [(before, after) for before, after in moves if before != after]
    sums.add(connection, sums.of_doses(moved))
    tally.add(connection, tally.of_doses(moved))
