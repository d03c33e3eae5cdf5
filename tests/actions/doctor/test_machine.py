"""Disk, reserve, battery, key ring and program: said without opening the journal."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from fieldapp.actions.battery import Battery
from fieldapp.actions.doctor.machine import look_at_machine
from fieldapp.journal import ballast
from tests.journal.laptop import Laptop


def codes(home: Path, charge: Battery | None = None) -> set[str]:
    return {found.code for found in look_at_machine(home, lambda: charge)}


def test_a_machine_that_is_well(laptop: Laptop) -> None:
    ballast.keep(laptop.home)
    found = codes(laptop.home, Battery(71, in_use=True))
    assert {"ReserveStands", "BatteryWell", "KeyRingUsed", "Program"} <= found


@pytest.mark.parametrize(
    ("free", "code"),
    [(5_000_000_000, "DiskRoom"), (900_000_000, "DiskLow"), (50_000_000, "DiskNearlyFull")],
)
def test_a_full_disk_is_said_in_time(
    laptop: Laptop, monkeypatch: pytest.MonkeyPatch, free: int, code: str
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _home: SimpleNamespace(free=free))
    assert code in codes(laptop.home)


def test_a_disk_that_is_gone_is_said(tmp_path: Path) -> None:
    assert "DiskUnknown" in codes(tmp_path / "gone")


@pytest.mark.parametrize(
    ("charge", "code"),
    [
        (Battery(15, in_use=True), "BatteryLow"),
        (Battery(9, in_use=True), "BatteryNearlyEmpty"),
        (Battery(9, in_use=False), "BatteryWell"),
    ],
)
def test_an_empty_battery_is_said_in_time(laptop: Laptop, charge: Battery, code: str) -> None:
    assert code in codes(laptop.home, charge)


def test_a_machine_without_a_battery_says_nothing_of_one(laptop: Laptop) -> None:
    assert not {code for code in codes(laptop.home) if code.startswith("Battery")}


def test_pins_without_a_key_ring_are_a_matter(tmp_path: Path) -> None:
    from fieldapp.journal.device_secrets import NoSecrets

    bare = Laptop(tmp_path / "bare", secrets=NoSecrets())
    bare.set_up()
    assert "NoKeyRing" in codes(bare.home)


@pytest.mark.parametrize(
    ("told", "code"), [(True, "DiskEncrypted"), (False, "DiskNotEncrypted"), (None, None)]
)
def test_what_the_system_says_of_its_disk_is_told(
    laptop: Laptop, told: bool | None, code: str | None
) -> None:
    found = {found.code for found in look_at_machine(laptop.home, encrypted=lambda _home: told)}
    assert found & {"DiskEncrypted", "DiskNotEncrypted"} == ({code} if code else set())
