"""An encrypted disk is seen below whatever lies upon it; what nobody knows is not guessed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from fieldapp.actions.disk_encryption import disk_is_encrypted

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="how Linux lists its disks")


@pytest.fixture
def block(tmp_path: Path) -> Path:
    """What the system says of the disk that this test's folder lies on."""
    device = tmp_path.stat().st_dev
    made = tmp_path / "blocks" / f"{os.major(device)}:{os.minor(device)}"
    made.mkdir(parents=True)
    return made


def mapped(block: Path, uuid: str) -> None:
    (block / "dm").mkdir(parents=True)
    (block / "dm" / "uuid").write_text(f"{uuid}\n", "ascii")


def test_a_luks_device_is_encrypted(block: Path, tmp_path: Path) -> None:
    mapped(block, "CRYPT-LUKS2-made-up")
    assert disk_is_encrypted(tmp_path, block.parent) is True


def test_a_volume_upon_a_luks_device_is_encrypted(block: Path, tmp_path: Path) -> None:
    mapped(block, "LVM-made-up")
    mapped(block / "slaves" / "dm-0", "CRYPT-LUKS2-made-up")
    assert disk_is_encrypted(tmp_path, block.parent) is True


def test_a_volume_with_one_plain_leg_is_not(block: Path, tmp_path: Path) -> None:
    mapped(block, "LVM-made-up")
    mapped(block / "slaves" / "dm-0", "CRYPT-LUKS2-made-up")
    mapped(block / "slaves" / "dm-1", "LVM-plain")
    assert disk_is_encrypted(tmp_path, block.parent) is False


@pytest.mark.parametrize("kind", ["CRYPT-VERITY-made-up", "CRYPT-INTEGRITY-made-up"])
def test_what_only_proves_is_not_encrypted(block: Path, tmp_path: Path, kind: str) -> None:
    mapped(block, kind)
    assert disk_is_encrypted(tmp_path, block.parent) is False


def test_a_plain_partition_is_not(block: Path, tmp_path: Path) -> None:
    assert disk_is_encrypted(tmp_path, block.parent) is False


def test_a_disk_that_the_system_does_not_list_is_not_guessed(tmp_path: Path) -> None:
    assert disk_is_encrypted(tmp_path, tmp_path / "nothing") is None
    assert disk_is_encrypted(tmp_path / "gone", tmp_path) is None
