"""One running hub for all tests of a module, with a team's records."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.hub.api.program import a_team
from tests.hub.web.pages_process import PagesHub, pages_hub


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PagesHub]:
    """A hub that serves."""
    with pages_hub(tmp_path_factory.mktemp("api") / "hub") as running:
        a_team(running.world)
        yield running
