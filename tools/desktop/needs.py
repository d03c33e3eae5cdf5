"""Which libraries a folder asks of the system: its files link to them, and it has them not."""

from __future__ import annotations

import csv
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tools.desktop.slim import is_library
from tools.stop import Stop
from tools.system_packages import LIBRARIES

_NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)$", re.MULTILINE)
_GLIBC = re.compile(r"\bGLIBC_(\d+)\.(\d+)")
FONT_RULES = "fontconfig-config"
"""The folder brings fontconfig; which font to take for Chinese is told by the system."""
C_LIBRARY = re.compile(r"ld-linux.*|lib(c|m|dl|rt|pthread|resolv|util)\.so\.\d+")
"""Parts of the C library, which every Linux of this kind has."""


@cache
def linked_to(file: str) -> tuple[str, ...]:
    """The names of the libraries that a file is linked to; none where it is no library."""
    if not is_library(Path(file)):
        return ()
    return tuple(_NEEDED.findall(_told(file)))


def asked_of_system(folder: Path) -> dict[str, list[str]]:
    """Each library that the folder does not bring, with the files in it that want it."""
    asked: dict[str, list[str]] = {}
    for file, names in _links(folder):
        for name in names:
            asked.setdefault(name, []).append(file)
    brought = {path.name for path in folder.rglob("*")}
    return {name: asked[name] for name in sorted(asked) if name not in brought}


def beyond_c(folder: Path) -> dict[str, list[str]]:
    """The same without the C library itself."""
    asked = asked_of_system(folder)
    return {name: files for name, files in asked.items() if not C_LIBRARY.fullmatch(name)}


def debian_packages(folder: Path) -> list[str]:
    """The Debian packages with what the folder asks for. Raises Stop where one is not listed."""
    rows = csv.DictReader(LIBRARIES.read_text("utf-8").splitlines())
    known = {row["library"]: row["debian"] for row in rows}
    asked = beyond_c(folder)
    strange = [name for name in asked if name not in known]
    if strange:
        files = ", ".join(asked[strange[0]][:3])
        raise Stop(f"{strange[0]} ({files}) is neither in the folder nor in {LIBRARIES.name}.")
    return sorted({FONT_RULES, *(known[name] for name in asked)})


def oldest_c(folder: Path) -> tuple[int, int]:
    """The oldest C library with which everything in the folder loads."""
    versions = (_GLIBC.findall(_told(str(file))) for file in folder.rglob("*") if is_library(file))
    return max((int(major), int(minor)) for found in versions for major, minor in found)


def _told(file: str) -> str:
    return subprocess.run(
        ["objdump", "-p", file], capture_output=True, text=True, check=True
    ).stdout


def _links(folder: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    for path in sorted(folder.rglob("*")):
        if not path.is_symlink():
            yield str(path.relative_to(folder)), linked_to(str(path))
