"""How this very program is run again, frozen or not."""

from __future__ import annotations

import sys


def program() -> list[str]:
    """How to run this very program again: the frozen one, or Python with the package."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "fieldapp"]
