"""Owns what the operating system has to bring along: Qt's libraries, fonts, tools to package.

Knows Debian and Ubuntu. Other systems bring these themselves or are told what is missing.
"""

from __future__ import annotations

import csv
import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.stop import Stop


@dataclass(frozen=True)
class Need:
    """One Debian package, how to see that it is there, and whether work can start without it."""

    package: str
    present: Callable[[], bool]
    optional: bool = False


def library(name: str) -> Callable[[], bool]:
    """Return a check that the dynamic loader finds this library."""

    def found() -> bool:
        try:
            ctypes.CDLL(name)
        except OSError:
            return False
        return True

    return found


def program(name: str) -> Callable[[], bool]:
    """Return a check that this program is on the path."""
    return lambda: shutil.which(name) is not None


FONT_FOLDERS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path("~/.local/share/fonts").expanduser(),
)


def font(pattern: str) -> Callable[[], bool]:
    """Return a check that a font file of this name pattern is installed."""
    return lambda: any(any(folder.rglob(pattern)) for folder in FONT_FOLDERS)


# Which library is in which package; `fieldapp selftest` reads the same file.
LIBRARIES = Path(__file__).resolve().parent.parent / "resources" / "system" / "libraries.csv"


def listed(when: str, optional: bool = False) -> tuple[Need, ...]:
    """Return the libraries that Qt needs `always`, or only to show a window on a `display`."""
    rows = csv.DictReader(LIBRARIES.read_text("utf-8").splitlines())
    return tuple(
        Need(row["debian"], library(row["library"]), optional)
        for row in rows
        if row["needed"] == when
    )


QT = listed("always")
# What Qt needs besides to show a window on X11 or Wayland; tests and headless runs do without.
DISPLAY = listed("display", optional=True)
FONTS = (
    # Without it every Chinese character is drawn as an empty box.
    Need("fonts-noto-cjk", font("NotoSansCJK*"), optional=True),
    # The face the screens are drawn for; it has digits of one width for lots and ID numbers.
    Need("fonts-inter", font("Inter*"), optional=True),
)
# What QtMultimedia opens a camera with; asked for by `make camera` alone.
CAMERA = (Need("libpulse0", library("libpulse.so.0"), optional=True),)
# Lets the tests make any system call fail; without it they say that they did not.
FAULTS = (Need("strace", program("strace"), optional=True),)
# Shows the hub's pages to the tests as supervisors see them; without it they say so.
BROWSER = (Need("chromium", program("chromium"), optional=True),)
# Opens the workbooks of sessions for the tests as people do; without it they say so.
OFFICE = (Need("libreoffice-calc-nogui", program("soffice"), optional=True),)
DESKTOP = (*QT, *DISPLAY, *FONTS)


def ensure(needs: Sequence[Need]) -> None:
    """See that the packages are there: install them as root, else say what to type.

    Raises Stop when a package that work cannot start without is missing and stays missing.
    """
    missing = [need for need in needs if not need.present()]
    if not missing or not sys.platform.startswith("linux"):
        return
    if may_install():
        install([need.package for need in missing])
        missing = [need for need in missing if not need.present()]
    report(missing)


def may_install() -> bool:
    """Return whether this process may call apt-get."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def report(missing: Sequence[Need]) -> None:
    """Say what is missing and the exact line to type; stop when it cannot be done without."""
    if not missing:
        return
    names = " ".join(need.package for need in missing)
    line = f"sudo apt-get update && sudo apt-get install -y --no-install-recommends {names}"
    if all(need.optional for need in missing):
        print(f"Better with these system packages (going on without them):\n    {line}")
        return
    raise Stop(
        f"System packages are missing. Type this, then the same command again:\n    {line}\n"
        "(Debian and Ubuntu names; other systems call them alike.)"
    )


def install(packages: Sequence[str]) -> None:
    """Install the packages with apt-get; fetch the package lists when none or old ones are there.

    A package that cannot be had is left missing; what apt-get said is printed.
    """
    print(f"Installing system packages: {' '.join(packages)}", flush=True)
    if not any(Path("/var/lib/apt/lists").glob("*Packages*")):
        apt_get("update")
    if installed(*packages):
        return
    apt_get("update")
    if installed(*packages):
        return
    for package in packages:  # one that this system does not know must not hold up the others
        installed(package, aloud=True)


def installed(*packages: str, aloud: bool = False) -> bool:
    """Try to install all of the packages; return whether it worked, `aloud` says why not."""
    answer = apt_get("install", "--no-install-recommends", *packages)
    if aloud and answer.returncode != 0:
        print(answer.stdout, file=sys.stderr)
    return answer.returncode == 0


def apt_get(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run apt-get without questions; its words come back in stdout."""
    return subprocess.run(
        ["apt-get", "-y", "-q", *arguments],
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
