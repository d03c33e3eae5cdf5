"""Parts that the tests of the verbs share: a laptop that is set up, and its open journal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from fieldapp.journal.journal import Journal
from tests.actions.operation import Operation, operation_on
from tests.journal.laptop import FakeClock, Laptop


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    made = Laptop(tmp_path / "home", FakeClock(datetime(2021, 8, 1, 4, 0, tzinfo=UTC)))
    made.set_up()
    yield made
    made.close()


@pytest.fixture
def journal(laptop: Laptop) -> Journal:
    return laptop.open()


@pytest.fixture
def operation(laptop: Laptop) -> Operation:
    return operation_on(laptop)
