"""A reserve on the disk that is let go when the disk is full, so that recording can go on.

HOME/ballast    32 MB of nothing; made again when there is room
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

BALLAST_FILE = "ballast"
SIZE = 32_000_000
_LEAST_FREE = 4 * 1024 * 1024
"""Below this the next record might not fit: the reserve is let go before it is written."""
_ROOM_TO_MAKE_IT = 8 * SIZE
_PIECE = bytes(1_000_000)


def stands(home: Path) -> bool:
    """Whether the reserve is there in full."""
    try:
        return (home / BALLAST_FILE).stat().st_size == SIZE
    except OSError:
        return False


def keep(home: Path) -> bool:
    """Make the reserve where it is missing and there is much room; whether it stands now."""
    if stands(home):
        return True
    if _free(home) < _ROOM_TO_MAKE_IT:
        return False
    try:
        _fill(home / BALLAST_FILE)
    except OSError:
        release(home)
    return stands(home)


def release(home: Path) -> bool:
    """Let the reserve go; whether there was one."""
    try:
        (home / BALLAST_FILE).unlink()
    except OSError:
        return False
    return True


def make_room(home: Path) -> bool:
    """Let the reserve go if the disk is all but full; whether that was done."""
    return _free(home) < _LEAST_FREE and release(home)


def _free(home: Path) -> int:
    with suppress(OSError):
        return shutil.disk_usage(home).free
    return _ROOM_TO_MAKE_IT


def _fill(file: Path) -> None:
    """Really written: a file of holes would reserve nothing."""
    with file.open("wb") as out:
        for _ in range(SIZE // len(_PIECE)):
            out.write(_PIECE)
        out.flush()
        os.fsync(out.fileno())
