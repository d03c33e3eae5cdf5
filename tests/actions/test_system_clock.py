"""The machine's clocks, as the journal needs them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from fieldapp.actions import system_clock
from fieldapp.actions.system_clock import SystemClock
from fieldapp.domain.clock import Clock


def test_it_is_a_clock_and_tells_utc() -> None:
    clock: Clock = SystemClock()
    before = datetime.now(UTC)
    assert before <= clock.now() <= datetime.now(UTC)
    assert clock.now().tzinfo is UTC


def test_uptime_never_runs_backwards() -> None:
    clock = SystemClock()
    readings = [clock.uptime_s() for _ in range(50)]
    assert readings == sorted(readings)
    assert readings[0] >= 0


def test_a_boot_has_one_id_of_sixteen_bytes() -> None:
    one, other = SystemClock().boot_id(), SystemClock().boot_id()
    assert one == other
    assert len(one) == 16


def test_a_system_that_names_no_boot_still_gets_an_id(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system_clock, "_LINUX_BOOT_ID", tmp_path / "absent")
    assert len(SystemClock().boot_id()) == 16


def test_the_sites_distance_from_utc_is_one_that_exists() -> None:
    assert -12 * 60 <= SystemClock().utc_offset_min() <= 14 * 60
