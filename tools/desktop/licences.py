"""Whose work is in the folder and on which terms: a list, and every licence's own text.

Python's libraries say it themselves; Python's text is its own; a library of the system is told by
the Debian package that it is from.
"""

from __future__ import annotations

import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from tools.desktop.used import Entry, locked_names

_TEXTS = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
_CLASSIFIER = "License :: "
_COMMON = Path("/usr/share/common-licenses")
_TOLD_ELSEWHERE = {"sqlcipher3": "Zlib; SQLCipher in it: BSD-3-Clause"}  # in its sources alone
_HEAD = """\
# Whose work is in this folder

fieldapp is under the MIT licence (LICENSE beside this file). It brings the work of others, each on
its own terms, whose texts are in the folders named here. Qt (PySide6) is under the LGPL 3: its
libraries lie in this folder as files of their own and may be replaced by others.

| what | version | licence | texts |
| --- | --- | --- | --- |
"""


@dataclass(frozen=True, slots=True)
class Work:
    """One piece of somebody's work; `texts` are files on this machine."""

    name: str
    version: str
    licence: str
    texts: tuple[Path, ...] = field(default=())


def write_licences(lock: Path, collected: Iterable[Entry], folder: Path) -> list[Work]:
    """Write the list and the texts; what the list says."""
    works = [python(), *libraries(lock), *system_packages(collected)]
    folder.mkdir(parents=True, exist_ok=True)
    rows = [_row(work, folder) for work in works]
    (folder / "THIRD-PARTY.md").write_text(_HEAD + "\n".join(rows) + "\n", "utf-8")
    return works


def _row(work: Work, folder: Path) -> str:
    own = folder / work.name
    for text in work.texts:
        own.mkdir(exist_ok=True)
        (own / text.name).write_bytes(text.read_bytes())
    where = f"{work.name}/" if work.texts else "named in its licence"
    return f"| {work.name} | {work.version} | {work.licence} | {where} |"


def python() -> Work:
    """The interpreter and its standard library."""
    text = Path(sysconfig.get_path("stdlib"), "LICENSE.txt")
    version = ".".join(map(str, sys.version_info[:3]))
    return Work("Python", version, "PSF-2.0", (text,) if text.exists() else ())


def libraries(lock: Path) -> Iterator[Work]:
    """Every library of the lock that is installed here; others belong to other systems."""
    for name in locked_names(lock):
        try:
            found = distribution(name)
        except PackageNotFoundError:
            continue
        licence = _TOLD_ELSEWHERE.get(name) or licence_of(found)
        texts = tuple(_texts(found)) or tuple(_common_texts(licence))
        yield Work(name, found.version, licence, texts)


def licence_of(found: Distribution) -> str:
    """As the library itself says it, in one line."""
    told = found.metadata.json
    classified = [
        line.removeprefix(_CLASSIFIER).removeprefix("OSI Approved :: ")
        for line in told.get("classifier", [])
        if line.startswith(_CLASSIFIER)
    ]
    written = str(told.get("license", "")).strip().partition("\n")[0]
    return str(told.get("license_expression", "")) or "; ".join(classified) or written or "?"


def _texts(found: Distribution) -> Iterator[Path]:
    for file in found.files or ():
        inside = ".dist-info" in file.parts[0]
        path = Path(str(file.locate()))
        if inside and _TEXTS.search(file.name) and path.is_file():
            yield path


def _common_texts(licence: str) -> Iterator[Path]:
    """Debian's copies, for a library that names its licence and does not bring it: Qt."""
    wanted = ("LGPL-3", "GPL-3") if "LGPL-3.0" in licence else ()
    return (path for name in wanted if (path := _COMMON / name).is_file())


def system_packages(collected: Iterable[Entry]) -> Iterator[Work]:
    """The Debian packages that collected libraries are from, each once."""
    origins = {
        origin for _place, origin, _kind in collected if origin.startswith(("/lib", "/usr/lib"))
    }
    for package in sorted({owner for origin in origins for owner in _owners(origin)}):
        text = Path("/usr/share/doc", package, "copyright")
        told = _told("dpkg-query", "--show", "--showformat=${Version}", package)
        yield Work(package, told, "see its text", (text,) if text.exists() else ())


def _owners(origin: str) -> list[str]:
    asked = _told("dpkg-query", "--search", str(Path(origin).resolve()))
    return [line.split(":")[0] for line in asked.splitlines()[:1]]


def _told(*command: str) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return ""
