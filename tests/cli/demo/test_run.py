"""The demo says that the day is done only when hands, laptop and hub tell the same story."""

from __future__ import annotations

import sys

import pytest

from fieldapp.cli.demo.run import DoesNotAddUp, _check, _has_display

LAPTOP = {"recorded": 70, "waiting": 0, "confirmed": 70, "clients": 60}
HUB = {
    "confirmed": 70, "counted": 69, "contested": 0, "quarantined": 0, "voided": 1, "erased": 0,
    "clients": 60, "doses": 69,
}  # fmt: skip


def test_equal_sums_pass() -> None:
    _check(LAPTOP, HUB)


@pytest.mark.parametrize(
    ("laptop", "hub", "why"),
    [
        ({"waiting": 1}, {}, "not every recorded dose"),
        ({"recorded": 71}, {}, "not every recorded dose"),
        ({}, {"counted": 68}, "not its sum"),
        ({}, {"confirmed": 69, "counted": 68}, "count differently"),
        ({}, {"clients": 61}, "count differently"),
    ],
)
def test_any_difference_is_a_failure_in_words(
    laptop: dict[str, int], hub: dict[str, int], why: str
) -> None:
    with pytest.raises(DoesNotAddUp, match=why):
        _check({**LAPTOP, **laptop}, {**HUB, **hub})


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a display")
@pytest.mark.parametrize(
    ("name", "value", "there"),
    [("DISPLAY", ":0", True), ("WAYLAND_DISPLAY", "wayland-0", True), ("DISPLAY", "", False)],
)
def test_a_display_is_one_that_the_system_names(
    name: str, value: str, there: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv(name, value)
    assert _has_display() is there
