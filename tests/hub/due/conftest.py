"""A clinic for every test."""

from __future__ import annotations

import pytest

from tests.hub.conftest import World
from tests.hub.messages.clinic import Clinic, new_clinic


@pytest.fixture
def clinic(world: World) -> Clinic:
    """A hub with one laptop that vaccinates."""
    return new_clinic(world)
