"""Promises about dates and numbers that no dose can have."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S, dose


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"utc_offset_min": 100_000}, "unreadable"),
        ({"occurred_min": 2**50}, "unreadable"),
        ({"occurred_min": -(2**31)}, "unreadable"),
        ({"expiry_day": 2**50}, "unreadable"),
        ({"source": 77}, "unreadable"),
        ({"occurred_min": NOW_S // 60 + 480 + 1500}, "future-date"),
    ],
)
def test_an_impossible_dose_is_put_aside(world: World, change: dict[str, Any], code: str) -> None:
    laptop = world.laptop()
    client = laptop.register("Test A")
    laptop.add(replace(dose(client), **change))
    world.push_all(laptop)
    assert world.held() == {4: code}
