"""The folder dist/fieldapp as a Debian package: menu entry, icon, and what it depends on.

`python -m tools.desktop.debian [FOLDER]`. dpkg-deb writes the file; here is what goes into it.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from fieldapp import __version__
from fieldapp.actions.which_build import STAMP_FILE
from tools.desktop.needs import debian_packages, oldest_c
from tools.desktop.pictures import DRAWING
from tools.desktop.stamp import stamp_of
from tools.stop import Stop

ROOT = Path(__file__).resolve().parents[2]
MENU_ENTRY = ROOT / "deploy" / "desktop" / "linux" / "fieldapp.desktop"
_CONTROL = """\
Package: fieldapp
Version: {version}
Architecture: {architecture}
Maintainer: fieldapp <fieldapp@localhost>
Installed-Size: {size_kb}
Depends: {depends}
Recommends: fonts-noto-cjk, fonts-inter, cups
Section: science
Priority: optional
Description: laptop of a mobile vaccination team, and its hub
 Scan the person, scan the vial, read whether to give, and record the dose,
 with no network; every record reaches the central server by whatever road
 opens. Brings its own Python and Qt.
"""
_COPYRIGHT = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Comment: the work of others in this package is listed, with each licence, in
 /usr/lib/fieldapp/_internal/licences/THIRD-PARTY.md

Files: *
Copyright: the authors of fieldapp
License: Expat
"""


def write_package(folder: Path, out: Path) -> Path:
    """Make the .deb of the program in `folder`; the same twice for the same folder and commit."""
    stamp = stamp_of(ROOT)
    architecture = _said("dpkg", "--print-architecture")
    tree = ROOT / "build" / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    lay_out(folder, tree)
    control = tree / "DEBIAN" / "control"
    control.parent.mkdir()
    version = version_of(folder)
    control.write_text(control_of(tree, version, architecture), "utf-8")
    for path in (tree, *tree.rglob("*")):
        os.utime(path, (stamp.epoch, stamp.epoch), follow_symlinks=False)
    file = out / f"fieldapp_{version}_{architecture}.deb"
    out.mkdir(exist_ok=True)
    # one thread: how many there are changes the bytes
    pack = ["dpkg-deb", "--root-owner-group", "-Zzstd", "-z10", "--threads-max=1"]
    _said(*pack, "--build", str(tree), str(file))
    return file


def lay_out(folder: Path, tree: Path) -> None:
    """Put every file where Debian has such files."""
    shutil.copytree(folder, tree / "usr" / "lib" / "fieldapp", symlinks=True)
    _place(MENU_ENTRY, tree / "usr" / "share" / "applications" / "fieldapp.desktop")
    icons = tree / "usr" / "share" / "icons" / "hicolor" / "scalable" / "apps"
    _place(DRAWING, icons / "fieldapp.svg")
    about = tree / "usr" / "share" / "doc" / "fieldapp"
    about.mkdir(parents=True)
    licence = (ROOT / "LICENSE").read_text("utf-8")
    lines = "".join(f" {line or '.'}\n" for line in licence.splitlines())
    (about / "copyright").write_text(_COPYRIGHT + lines, "utf-8")
    changes = (ROOT / "CHANGELOG.md").read_bytes()
    (about / "changelog.gz").write_bytes(gzip.compress(changes, 9, mtime=0))
    programs = tree / "usr" / "bin"
    programs.mkdir()
    (programs / "fieldapp").symlink_to("../lib/fieldapp/fieldapp")
    for path in tree.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)


def control_of(tree: Path, version: str, architecture: str) -> str:
    """What dpkg wants to know."""
    major, minor = oldest_c(tree)
    depends = [f"libc6 (>= {major}.{minor})", *debian_packages(tree)]
    size = sum(path.lstat().st_size for path in tree.rglob("*"))
    return _CONTROL.format(
        version=version,
        architecture=architecture,
        size_kb=size // 1024,
        depends=", ".join(depends),
    )


def version_of(folder: Path) -> str:
    """The version, with the folder's day and commit: builds between releases can be told."""
    told = json.loads((folder / "_internal" / "resources" / STAMP_FILE).read_text("utf-8"))
    commit = told["commit"].replace("+", ".")
    return f"{__version__}+{told['date'].replace('-', '')}.{commit}"


def _place(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _said(*command: str) -> str:
    if shutil.which(command[0]) is None:
        raise Stop(f"{command[0]} is not here: Debian packages are made on Debian and its kin.")
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def main(arguments: list[str]) -> int:
    """Exit codes: 0 done, 1 something needs a person."""
    folder = Path(arguments[0]) if arguments else ROOT / "dist" / "fieldapp"
    if not folder.is_dir():
        print(f"There is no {folder.name} to pack. Type: make package", file=sys.stderr)
        return 1
    try:
        print(write_package(folder, ROOT / "dist"))
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
