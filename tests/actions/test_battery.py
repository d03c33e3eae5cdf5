"""The battery as the system tells it; a machine without one is no matter."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from fieldapp.actions.battery import Battery, battery

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Linux's files")


def supply(folder: Path, capacity: str, status: str, name: str = "BAT0") -> Path:
    made = folder / name
    made.mkdir(parents=True)
    (made / "capacity").write_text(f"{capacity}\n")
    (made / "status").write_text(f"{status}\n")
    return folder


def test_it_says_how_full_it_is_and_whether_it_is_in_use(tmp_path: Path) -> None:
    assert battery(supply(tmp_path, "71", "Discharging")) == Battery(71, in_use=True)


def test_it_is_low_only_while_nothing_charges_it() -> None:
    assert Battery(20, in_use=True).low
    assert not Battery(21, in_use=True).low
    assert not Battery(5, in_use=False).low


@pytest.mark.parametrize(("capacity", "percent"), [("104", 100), ("-1", 0)])
def test_a_battery_that_tells_nonsense_is_kept_within_reason(
    tmp_path: Path, capacity: str, percent: int
) -> None:
    found = battery(supply(tmp_path, capacity, "Full"))
    assert found is not None and found.percent == percent


def test_none_is_none(tmp_path: Path) -> None:
    assert battery(tmp_path) is None
    assert battery(tmp_path / "no such folder") is None


def test_one_that_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    supply(tmp_path, "broken", "Discharging")
    assert battery(supply(tmp_path, "50", "Charging", "BAT1")) == Battery(50, in_use=False)
