"""Every road to the hub offers the same calls, so that an exchange need not know which it takes."""

from __future__ import annotations

import inspect

import pytest

from fieldapp.sync.http_link import HttpLink
from fieldapp.sync.link import HubLink
from tests.sync.fake_hub import FakeHub


@pytest.mark.parametrize("road", [HttpLink, FakeHub])
@pytest.mark.parametrize("call", ["hello", "sync", "enrol"])
def test_every_road_offers_the_same_calls(road: type, call: str) -> None:
    offered = inspect.signature(getattr(road, call)).parameters
    assert list(offered) == list(inspect.signature(getattr(HubLink, call)).parameters)
