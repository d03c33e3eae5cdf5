"""Parts that the journal's tests share: a laptop that is set up, and its open journal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from fieldapp.journal.journal import Journal
from tests.journal.hub import enrol
from tests.journal.laptop import Laptop


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    made = Laptop(tmp_path / "home")
    made.set_up()
    yield made
    made.close()


@pytest.fixture
def journal(laptop: Laptop) -> Journal:
    return laptop.open()


@pytest.fixture(scope="module")
def shared_laptop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Laptop]:
    """One enrolled laptop for all examples of a property; each example adds to it."""
    made = Laptop(tmp_path_factory.mktemp("shared") / "home")
    made.set_up()
    enrol(made.open())
    yield made
    made.close()
