"""The system's own libraries and fonts: which are missing, and what to type to get them.

On Linux a program brings its Python and Qt along, but not what talks to this machine's screen.
"""

from __future__ import annotations

import csv
import ctypes
import os
import platform
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from fieldapp.cli.selftest.step import Lacking, State
from fieldapp.resource_files import resource_path

_INSTALL = {
    "debian": "sudo apt-get install",
    "fedora": "sudo dnf install",
    "suse": "sudo zypper install",
    "arch": "sudo pacman -S",
}
_FAMILIES = {
    "debian": ("debian", "ubuntu"),
    "fedora": ("fedora", "rhel", "centos"),
    "suse": ("suse", "opensuse", "sles"),
    "arch": ("arch",),
}
CHINESE_FONT = {
    "debian": "fonts-noto-cjk",
    "fedora": "google-noto-sans-cjk-fonts",
    "suse": "google-noto-sans-sc-fonts",
    "arch": "noto-fonts-cjk",
}
"""The package with a font for Chinese, by family of distributions."""

Loads = Callable[[str], bool]


def window_libraries() -> str:
    """See that all are there that any window needs. Raises Lacking."""
    return _all_there("always", State.MISSING)


def display_libraries() -> str:
    """See that all are there that a window on a display needs. Raises Lacking: where no display
    is in sight it would only be better."""
    has_display = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return _all_there("display", State.MISSING if has_display else State.BETTER)


def _all_there(needed: str, state: State) -> str:
    if not sys.platform.startswith("linux"):
        return "this system brings its own"
    wanted = [row for row in libraries() if row["needed"] == needed]
    gone = missing(wanted, loads)
    if gone:
        words = ", ".join(row["library"] for row in gone)
        raise Lacking(f"{words} not found", how_to_get(gone), state)
    return f"{len(wanted)} there"


@cache
def libraries() -> tuple[Mapping[str, str], ...]:
    """Every library that a machine has to bring, with the package that has it by family."""
    text = resource_path("system", "libraries.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


def missing(wanted: Iterable[Mapping[str, str]], there: Loads) -> list[Mapping[str, str]]:
    """Those that are not there."""
    return [row for row in wanted if not there(row["library"])]


def loads(library: str) -> bool:
    """Whether this program's loader finds the library: brought along, or the system's."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def how_to_get(gone: Iterable[Mapping[str, str]]) -> str:
    """What to type on this machine; where its family is not known, the packages of each."""
    rows = list(gone)
    return what_to_type({name: [row[name] for row in rows] for name in _INSTALL}, family())


def what_to_type(packages: Mapping[str, Iterable[str]], here: str | None) -> str:
    """The line that installs these packages here, or one for each family."""
    lines = {
        name: f"{_INSTALL[name]} {' '.join(dict.fromkeys(names))}"
        for name, names in packages.items()
    }
    if here is not None:
        return f"Type: {lines[here]}"
    return "; or ".join(f"{name}: {line}" for name, line in lines.items())


def family(
    release: Callable[[], Mapping[str, str]] = platform.freedesktop_os_release,
) -> str | None:
    """The family of this Linux, as far as it is known here."""
    try:
        told = release()
    except OSError:
        return None
    names = [told.get("ID", ""), *told.get("ID_LIKE", "").split()]
    for name in names:
        for found, kin in _FAMILIES.items():
            if name.startswith(kin):
                return found
    return None


def advice(error: str) -> str:
    """What to do about an error that names one of these libraries; empty for any other."""
    gone = [row for row in libraries() if row["library"] in error]
    return how_to_get(gone) if gone else ""
