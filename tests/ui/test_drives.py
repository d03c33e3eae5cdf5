"""Only what can be taken out again is offered: never the laptop's own disk."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from fieldapp.ui.drives import Drive, drives, removable

VOLUMES = [
    ("", "/"),
    ("", "/home"),
    ("", "/boot/efi"),
    ("KINGSTON", "/run/media/nurse/KINGSTON"),
    ("/dev/sdb1", "/media/usb0"),
    ("Backup", "/Volumes/Backup"),
]


@pytest.mark.skipif(sys.platform == "win32", reason="asks the system about real drives")
def test_only_volumes_that_can_be_taken_out_are_named() -> None:
    assert removable(VOLUMES) == [
        Drive("sdb1", Path("/media/usb0")),
        Drive("Backup", Path("/Volumes/Backup")),
        Drive("KINGSTON", Path("/run/media/nurse/KINGSTON")),
    ]


def test_a_machine_without_a_stick_has_none(qapp: object) -> None:
    assert Path("/") not in [drive.folder for drive in drives()]
