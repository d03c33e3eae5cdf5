"""A program that crashes leaves no picture of its memory: names and the journal's key are in it."""

from __future__ import annotations

import ctypes
import sys
from contextlib import suppress

_PR_SET_DUMPABLE = 4


def forbid_dumps() -> None:
    """Neither a core file nor a collector of crashes gets this process's memory, as far as the
    system lets a program say so; on Linux no other program of the user may read it either."""
    if sys.platform == "win32":
        return  # Windows Error Reporting keeps no full dumps unless an administrator asks for them
    _no_core_file()
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def _no_core_file() -> None:
    import resource  # Windows has none

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
