"""What journeys share: the ground of a second dose, made once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.country import Country, make


@pytest.fixture(scope="session")
def made_country(tmp_path_factory: pytest.TempPathFactory) -> Country:
    return make(tmp_path_factory.mktemp("country") / "made")


@pytest.fixture
def country(made_country: Country, tmp_path: Path) -> Iterator[Country]:
    copied = made_country.copy(tmp_path / "country")
    yield copied
    copied.hub.kill()
