"""How full this machine's battery is, as far as its system says so without further libraries."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

_LINUX = Path("/sys/class/power_supply")
_UNKNOWN = 255


@dataclass(frozen=True, slots=True)
class Battery:
    """Per cent left; whether the machine runs on it now."""

    percent: int
    in_use: bool

    @property
    def low(self) -> bool:
        """Whether somebody should think of a plug."""
        return self.in_use and self.percent <= 20


def battery(supplies: Path = _LINUX) -> Battery | None:
    """The battery; None where there is none, or nobody knows."""
    if sys.platform == "win32":
        return _windows()
    return _linux(supplies)


def _linux(supplies: Path) -> Battery | None:
    try:
        found = sorted(supplies.glob("BAT*"))
    except OSError:
        return None
    for folder in found:
        try:
            percent = int((folder / "capacity").read_text("ascii"))
            status = (folder / "status").read_text("ascii").strip()
        except (OSError, ValueError):
            continue
        return Battery(min(max(percent, 0), 100), status == "Discharging")
    return None


def _windows() -> Battery | None:
    """GetSystemPowerStatus: ACLineStatus, BatteryFlag, BatteryLifePercent, ..."""
    import ctypes

    told = (ctypes.c_ubyte * 12)()
    windll = getattr(ctypes, "windll", None)
    if windll is None or not windll.kernel32.GetSystemPowerStatus(told) or told[2] == _UNKNOWN:
        return None
    return Battery(int(told[2]), told[0] == 0)
