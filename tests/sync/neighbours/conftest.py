"""Two boats of one hub."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sync.neighbours.fleet import Boat, Fleet, fleet


@pytest.fixture
def boats(tmp_path: Path) -> Iterator[Fleet]:
    """A hub without laptops yet."""
    with fleet(tmp_path) as made:
        yield made


@pytest.fixture
def two(boats: Fleet) -> tuple[Boat, Boat]:
    """Two that have synced once."""
    return boats.boat("Boat 1"), boats.boat("Boat 2")
