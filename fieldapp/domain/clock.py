"""What time is it, as far as this machine knows: the one way code asks for time."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """The machine's clocks. Wall time may be wrong; uptime only ever grows until the next boot."""

    def now(self) -> datetime:
        """Wall time, aware, in UTC."""
        ...

    def uptime_s(self) -> int:
        """Whole seconds since this machine booted, monotonic."""
        ...

    def boot_id(self) -> bytes:
        """Sixteen bytes that are the same until the machine boots again."""
        ...

    def utc_offset_min(self) -> int:
        """Minutes that the site's own clock is ahead of UTC (480 in China)."""
        ...
