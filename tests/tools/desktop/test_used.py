"""What is not used stays out of the folder, and nothing that a file in it is linked to."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tools.desktop.used import Entry, is_used, left_out, locked_names, without_orphans

LOCK = Path(__file__).resolve().parents[3] / "requirements" / "package.txt"
_PIN = re.compile(r"^[\w.-]+==\S+", re.MULTILINE)
PLUGINS = "PySide6/Qt/plugins"


def library(name: str) -> Entry:
    return (name, f"/usr/lib/x86_64-linux-gnu/{name}", "BINARY")


@pytest.mark.parametrize(
    "place",
    [
        f"{PLUGINS}/platforms/libqxcb.so",
        f"{PLUGINS}/platforms/libqwayland.so",
        f"{PLUGINS}/platforms/libqoffscreen.so",
        f"{PLUGINS}/printsupport/libcupsprintersupport.so",
        f"{PLUGINS}/imageformats/libqjpeg.so",
        "PySide6/QtTest.abi3.so",
        "PySide6/Qt/translations/qtbase_zh_CN.qm",
        "libcups.so.2",
        "resources/schedules/who.json",
    ],
)
def test_what_screens_printers_and_the_demo_need_stays(place: str) -> None:
    assert is_used((place, "anywhere", "BINARY"))


@pytest.mark.parametrize(
    "place",
    [
        f"{PLUGINS}/platforms/libqeglfs.so",
        f"{PLUGINS}/platformthemes/libqgtk3.so",
        f"{PLUGINS}/generic/libqevdevtouchplugin.so",
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "libQt6EglFSDeviceIntegration.so.6",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6/Qt/translations/qtwebengine_en.qm",
    ],
)
def test_what_no_screen_needs_goes(place: str) -> None:
    assert not is_used((place, "anywhere", "BINARY"))


def test_a_library_that_came_with_what_was_left_out_goes_too() -> None:
    printing = ("plugins/libcupsprintersupport.so", "cups-plugin", "BINARY")
    links = {"cups-plugin": ["libcups.so.2"], library("libgtk-3.so.0")[1]: ["libgdk-3.so.0"]}
    came = [printing, library("libcups.so.2"), library("libgtk-3.so.0"), library("libgdk-3.so.0")]
    left = without_orphans(came, lambda origin: links.get(origin, ()))
    assert left == [printing, library("libcups.so.2")]


def test_libraries_of_wheels_are_never_orphans() -> None:
    own = ("libQt6Core.so.6", "somewhere/site-packages/PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK")
    assert without_orphans([own], lambda _origin: ()) == [own]


def test_only_libraries_of_the_lock_go_in_whatever_is_installed() -> None:
    out = left_out(LOCK)
    assert {"pytest", "mypy", "PyInstaller", "pip", "tkinter", "PySide6.QtQml"} <= set(out)
    assert not {"PySide6", "fieldapp", "requests", "sqlcipher3", "PySide6.QtTest"} & set(out)


def test_a_name_that_the_lock_has_twice_counts_once() -> None:
    names = locked_names(LOCK)
    assert len(names) == len(set(names)) and "numpy" in names


def test_what_is_packed_is_what_the_tests_ran_with() -> None:
    """After a change in one lock: `make lock`."""
    tested = set(_PIN.findall((LOCK.parent / "dev.txt").read_text("utf-8")))
    assert set(_PIN.findall(LOCK.read_text("utf-8"))) <= tested
