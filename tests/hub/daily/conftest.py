"""A clinic for tests of who is fully covered."""

from __future__ import annotations

import pytest

from tests.hub.conftest import World
from tests.hub.messages.clinic import Clinic, new_clinic


@pytest.fixture
def clinic(world: World) -> Clinic:
    """A hub with one laptop that vaccinates, and a programme's rules."""
    return new_clinic(world)
