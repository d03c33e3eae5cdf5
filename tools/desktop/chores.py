"""The chores about packages: make one, prove it, pack it for a system. Standard library only.

What needs libraries runs in the environment, as `python -m tools.desktop.PART`.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from tools.desktop.stamp import stamp_of
from tools.environment import Environment
from tools.packaging_needs import ensure_packaging_needs
from tools.stop import Stop, call

MADE = Path("build", "package")
LOCK = "requirements/package.txt"
RELEASE_LOCK = "requirements/release.txt"


def package(environment: Environment, *more: str) -> int:
    """The program in one folder, dist/fieldapp, with licences and SBOM, and its check of itself."""
    prove = [program(environment.root), "selftest"]
    return build(environment, *more) or call(prove, surroundings(environment))


def build(environment: Environment, *more: str) -> int:
    """Put the folder together; what goes into it is decided by build.spec."""
    ensure_packaging_needs(environment)
    bring_release_tools(environment)
    shutil.rmtree(MADE, ignore_errors=True)
    MADE.mkdir(parents=True)
    draw = [environment.python, "-m", "tools.desktop.pictures", sys.platform, str(MADE)]
    collect = [environment.python, "-m", "PyInstaller", "--noconfirm", "--clean"]
    guides = [environment.python, "-m", "tools.guides"]
    steps = (draw, guides, sbom(environment), [*collect, "--log-level=ERROR", *more, "build.spec"])
    always_the_same = surroundings(environment)
    return next((code for step in steps if (code := call(step, always_the_same))), 0)


def package_same(environment: Environment, *more: str) -> int:
    """Build once more and compare with dist/fieldapp, or compare the two folders named."""
    if more:
        return call([environment.python, "-m", "tools.desktop.same", *more])
    first = environment.root / "dist" / "fieldapp"
    if not first.is_dir():
        raise Stop("There is no package to compare with. Type: make package")
    again = environment.root / "build" / "again"
    shutil.rmtree(again, ignore_errors=True)
    return build(environment, f"--distpath={again}") or call(
        [environment.python, "-m", "tools.desktop.same", str(first), str(again / "fieldapp")]
    )


def package_check(environment: Environment, *more: str) -> int:
    """The package at work on a bare Debian of its own: selftest, and the demo day."""
    return call([environment.python, "-m", "tools.desktop.empty_root", *more])


def deb(environment: Environment, *more: str) -> int:
    """The package made last as a Debian package, in dist/."""
    return call(
        [environment.python, "-m", "tools.desktop.debian", *more], surroundings(environment)
    )


def audit(environment: Environment, *more: str) -> int:
    """Known faults of the libraries in a package (pip-audit); 1 also when it cannot be told."""
    bring_release_tools(environment)
    ask = [environment.script("pip-audit"), "--disable-pip", "--require-hashes", "--strict"]
    return call([*ask, "--requirement", LOCK, *more])


def bring_release_tools(environment: Environment) -> None:
    """Install what only packages need; nothing to do the second time."""
    environment.pip("install", "--require-hashes", "--requirement", RELEASE_LOCK)


def sbom(environment: Environment) -> list[str]:
    """The command that lists every library of the lock, with hashes, as CycloneDX."""
    quietly = [environment.python, "-W", "ignore::UserWarning"]  # of who depends on whom: unknown
    write = [*quietly, "-m", "cyclonedx_py", "requirements", LOCK]
    form = ["--pyproject", "pyproject.toml", "--output-reproducible"]
    return [*write, *form, "--output-file", str(MADE / "sbom.cdx.json")]


def surroundings(environment: Environment) -> dict[str, str]:
    """Those in which two builds of one commit are the same."""
    epoch = str(stamp_of(environment.root).epoch)
    fixed = {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": epoch, "TZ": "UTC", "LC_ALL": "C.UTF-8"}
    return {"QT_QPA_PLATFORM": "offscreen", **os.environ, **fixed}


def program(root: Path) -> str:
    """The program of the package made last."""
    suffix = ".exe" if sys.platform == "win32" else ""
    return str(root / "dist" / "fieldapp" / f"fieldapp{suffix}")
