"""Where the device is, if it knows: most laptops do not, and then nothing is said."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any, TypeAlias

Position: TypeAlias = tuple[float, float]
"""Latitude and longitude in degrees, north and east positive."""


def last_known(load: Callable[[str], Any] = import_module) -> Position | None:
    """The last position of the device's own receiver; None without one, or before its first fix."""
    try:
        positioning = load("PySide6.QtPositioning")
        source = positioning.QGeoPositionInfoSource.createDefaultSource(None)
    except ImportError:
        return None  # this build was made without it
    if source is None:
        return None
    coordinate = source.lastKnownPosition().coordinate()
    if not coordinate.isValid():
        return None
    return float(coordinate.latitude()), float(coordinate.longitude())
