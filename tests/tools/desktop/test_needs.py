"""A folder asks the system for nothing that is not in the list which people are told."""

from __future__ import annotations

import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tools.desktop.needs import C_LIBRARY, asked_of_system, beyond_c, debian_packages, oldest_c
from tools.stop import Stop

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("objdump") is None, reason="Linux with binutils"
)
BUILT = Path(__file__).resolve().parents[3] / "dist" / "fieldapp"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one library of Qt and nothing that it needs."""
    spec = find_spec("PySide6")
    assert spec is not None and spec.submodule_search_locations
    gui = Path(next(iter(spec.submodule_search_locations)), "Qt", "lib", "libQt6Gui.so.6")
    shutil.copyfile(gui, tmp_path / "libQt6Gui.so.6")
    return tmp_path


def test_what_a_file_links_to_and_is_not_there_is_asked_of_the_system(folder: Path) -> None:
    asked = beyond_c(folder)
    assert asked["libEGL.so.1"] == ["libQt6Gui.so.6"]
    assert "libQt6Core.so.6" in asked and "libc.so.6" in asked_of_system(folder)
    (folder / "libQt6Core.so.6").touch()
    assert "libQt6Core.so.6" not in beyond_c(folder)


def test_something_that_nobody_listed_stops_the_work(folder: Path) -> None:
    with pytest.raises(Stop, match=r"libQt6Core.so.6 \(libQt6Gui.so.6\) is neither"):
        debian_packages(folder)


def test_the_oldest_system_is_told_by_the_symbols_that_are_used(folder: Path) -> None:
    assert oldest_c(folder) >= (2, 17)


def test_the_c_library_is_known_by_its_parts() -> None:
    assert all(map(C_LIBRARY.fullmatch, ("libc.so.6", "libm.so.6", "ld-linux-x86-64.so.2")))
    assert not C_LIBRARY.fullmatch("libcups.so.2")


@pytest.mark.skipif(not BUILT.is_dir(), reason="no package was built here: make package")
def test_the_package_made_last_asks_only_for_what_is_listed() -> None:
    packages = debian_packages(BUILT)
    assert "libegl1" in packages and not [name for name in packages if "python" in name]
