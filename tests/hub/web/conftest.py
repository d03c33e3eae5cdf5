"""One running hub for all tests of a module, and an open store for those that need no pages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from fieldapp.hub.store import Store
from tests.hub.conftest import World
from tests.hub.web.pages_process import PagesHub, pages_hub


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PagesHub]:
    """A hub that serves."""
    with pages_hub(tmp_path_factory.mktemp("pages") / "hub") as running:
        yield running


@pytest.fixture
def store(world: World) -> Store:
    """A hub's store, not served."""
    return world.store
