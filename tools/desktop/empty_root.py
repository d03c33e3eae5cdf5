"""The package at work on a bare Debian of its own, without Python, Qt or a network.

`python -m tools.desktop.empty_root [FOLDER]`, as root. The system is made once (build/root) with
the packages that docs/INSTALL.md names and no others; in it run the selftest and the demo day.
"""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tools.desktop.needs import debian_packages
from tools.stop import Stop
from tools.system_packages import Need, ensure, program

ROOT = Path(__file__).resolve().parents[2]
FONTS = ("fonts-noto-cjk",)
COMMANDS = (("selftest",), ("demo", "--headless", "--out", "/day"))
_STRANGER = re.compile(r"python\d|libpython|libQt\d|PySide|pyside")
# Its own processes and network, whose only road is the one back to itself.
_ENTER = """\
ip link set lo up
mount -t proc proc "$1/proc"
mount -t devtmpfs dev "$1/dev" || true
root="$1"
shift
exec chroot "$root" /usr/bin/env -i PATH=/usr/bin:/bin HOME=/root LANG=C.UTF-8 "$@"
"""


def make_root(root: Path, packages: list[str]) -> None:
    """A minimal Debian of this machine's release, from this machine's own sources."""
    release = platform.freedesktop_os_release()["VERSION_CODENAME"]
    lists = [*Path("/etc/apt").glob("sources.list"), *Path("/etc/apt").glob("sources.list.d/*")]
    include = f"--include={','.join(packages)}"
    command = ["mmdebstrap", "--quiet", "--variant=minbase", include, release, str(root)]
    subprocess.run([*command, *map(str, lists)], check=True)


def strangers(root: Path) -> list[str]:
    """Whatever of Python or Qt is in the system after all."""
    everywhere = (path for path in root.rglob("*") if _STRANGER.search(path.name))
    return sorted(str(path.relative_to(root)) for path in everywhere)


def enter(root: Path, *command: str) -> list[str]:
    """The words that run a command in the root, with processes and network of its own."""
    apart = ["unshare", "--mount", "--pid", "--net", "--fork", "--kill-child"]
    return [*apart, "sh", "-euc", _ENTER, "enter", str(root), *command]


def check(folder: Path, root: Path) -> Iterator[str]:
    """Run every command in the root; says of each how long it took. Raises Stop when one fails."""
    packages = sorted([*debian_packages(folder), *FONTS])
    yield f"The system is asked for: {' '.join(packages)}"
    if not root.exists():
        make_root(root, packages)
    place = root / "opt" / "fieldapp"
    shutil.rmtree(place, ignore_errors=True)
    found = strangers(root)
    if found:
        raise Stop(f"The root is not empty: {found[0]}")
    yield "No Python and no Qt in it"
    shutil.copytree(folder, place, symlinks=True)
    for words in COMMANDS:
        started = time.monotonic()
        done = subprocess.run(enter(root, "/opt/fieldapp/fieldapp", *words), check=False)
        if done.returncode != 0:
            raise Stop(f"fieldapp {words[0]} failed on a bare system (exit {done.returncode})")
        yield f"fieldapp {' '.join(words)}: done in {time.monotonic() - started:.0f} s"


def main(arguments: list[str]) -> int:
    """Exit codes: 0 done, 1 something needs a person."""
    folder = Path(arguments[0]) if arguments else ROOT / "dist" / "fieldapp"
    try:
        if not folder.is_dir():
            raise Stop(f"There is no {folder.name} to try. Type: make package")
        if not sys.platform.startswith("linux") or os.geteuid() != 0:
            raise Stop("A system of its own can be made and entered by root on Linux alone.")
        ensure([Need(name, program(name)) for name in ("mmdebstrap", "unshare")])
        for line in check(folder, ROOT / "build" / "root"):
            print(line, flush=True)
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
