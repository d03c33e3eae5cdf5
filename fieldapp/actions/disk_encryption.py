"""Whether the system encrypts the disk that the records lie on (LUKS, FileVault, BitLocker)."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

_LINUX = Path("/sys/dev/block")
_CRYPT, _NOT_SECRET = "CRYPT-", ("CRYPT-VERITY", "CRYPT-INTEGRITY")
_MAC = ("/usr/bin/fdesetup", "isactive")
_WINDOWS = (
    "powershell", "-NoProfile", "-NonInteractive", "-Command",
    "(New-Object -ComObject Shell.Application).NameSpace($env:FIELDAPP_DRIVE)"
    ".Self.ExtendedProperty('System.Volume.BitLockerProtection')",
)  # fmt: skip
_BITLOCKER = {"1": True, "2": False}
_PATIENCE_S = 3.0


def disk_is_encrypted(folder: Path, blocks: Path = _LINUX) -> bool | None:
    """None where the system does not say."""
    if sys.platform == "win32":
        return _BITLOCKER.get(_told(_WINDOWS, folder.drive))
    if sys.platform == "darwin":
        return {"true": True, "false": False}.get(_told(_MAC))
    return _linux(folder, blocks)


def _linux(folder: Path, blocks: Path) -> bool | None:
    try:
        device = folder.stat().st_dev
    except OSError:
        return None
    block = blocks / f"{os.major(device)}:{os.minor(device)}"
    return _below(block) if block.exists() else None


def _below(block: Path) -> bool:
    """Whether it, or everything that it lies upon, is encrypted."""
    try:
        kind = (block / "dm" / "uuid").read_text("ascii")
    except OSError:
        kind = ""
    if kind.startswith(_CRYPT) and not kind.startswith(_NOT_SECRET):
        return True
    slaves = block / "slaves"
    under = list(slaves.iterdir()) if slaves.is_dir() else []
    return bool(under) and all(map(_below, under))


@cache
def _told(command: tuple[str, ...], drive: str = "") -> str:
    """What the system's own command says, asked once; nothing if there is none."""
    try:
        done = subprocess.run(  # noqa: S603  a command of the system with no words of ours
            command,
            capture_output=True,
            text=True,
            env={**os.environ, "FIELDAPP_DRIVE": drive},
            check=False,
            timeout=_PATIENCE_S,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip().lower()
