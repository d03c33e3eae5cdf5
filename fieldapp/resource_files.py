"""Finds the files under resources/, in a checkout, an installed wheel or a PyInstaller bundle."""

from __future__ import annotations

import sys
from pathlib import Path


def resource_path(*parts: str) -> Path:
    """Return the path of one resource file, for example ("schedules", "who.json").

    Raises FileNotFoundError when this build ships no such file.
    """
    for root in _roots():
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError("/".join(parts))


def _roots() -> list[Path]:
    package = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    bundled = [Path(frozen) / "resources"] if frozen else []
    return [*bundled, package / "_resources", package.parent / "resources"]
