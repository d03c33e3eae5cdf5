"""Which sticks and cards are in: mounted volumes that can be taken out again."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStorageInfo

_MOUNTS = ("/media/", "/run/media/", "/mnt/", "/Volumes/")
_REMOVABLE = 2  # GetDriveType, https://learn.microsoft.com/windows/win32/api/fileapi


@dataclass(frozen=True, slots=True)
class Drive:
    """A volume: what people call it, and where its files are."""

    name: str
    folder: Path


def drives() -> list[Drive]:
    """What is in now; takes a moment where a drive is slow, so ask off the GUI thread."""
    return removable((v.displayName(), v.rootPath()) for v in QStorageInfo.mountedVolumes()
                     if v.isValid() and v.isReady() and not v.isReadOnly())  # fmt: skip


def removable(volumes: Iterable[tuple[str, str]]) -> list[Drive]:
    """Those of these volumes (name, root) that can be taken out."""
    found = [(name, root) for name, root in volumes if _can_be_taken_out(root)]
    return [Drive(Path(name).name or root, Path(root)) for name, root in sorted(found)]


if sys.platform == "win32":
    import ctypes

    def _can_be_taken_out(root: str) -> bool:
        return bool(ctypes.windll.kernel32.GetDriveTypeW(root) == _REMOVABLE)
else:

    def _can_be_taken_out(root: str) -> bool:
        return root.startswith(_MOUNTS)
