"""The icons of Windows and macOS come from the one drawing, each size drawn for itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from tools.desktop.pictures import WINDOWS_SIZES, icon_for, picture


@pytest.mark.usefixtures("qapp")
def test_windows_gets_every_size(tmp_path: Path) -> None:
    file = icon_for("win32", tmp_path)
    assert file is not None
    with Image.open(file) as icon:
        assert icon.info["sizes"] == {(size, size) for size in WINDOWS_SIZES}


@pytest.mark.usefixtures("qapp")
def test_macos_gets_an_icns(tmp_path: Path) -> None:
    file = icon_for("darwin", tmp_path)
    assert file is not None
    with Image.open(file) as icon:
        assert (icon.format, max(icon.info["sizes"])[0]) == ("ICNS", 512)


def test_a_program_of_linux_carries_none(tmp_path: Path) -> None:
    assert icon_for("linux", tmp_path) is None


@pytest.mark.usefixtures("qapp")
def test_the_drawing_has_clear_corners_and_a_white_shield() -> None:
    drawn = picture(64).convert("RGBA")
    assert drawn.getpixel((0, 0)) == (0, 0, 0, 0)
    assert drawn.getpixel((32, 20)) == (255, 255, 255, 255)
