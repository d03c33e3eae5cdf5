"""The machine's real clocks, behind `domain.clock.Clock`."""

from __future__ import annotations

import hashlib
import time
from datetime import UTC, datetime
from pathlib import Path

_LINUX_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


class SystemClock:
    """Reads the machine; where the system names no boot, the moment of boot stands for it."""

    def now(self) -> datetime:
        """Wall time, aware, in UTC."""
        return datetime.now(UTC)

    def uptime_s(self) -> int:
        """Whole monotonic seconds; counts through sleep where the system can."""
        boottime = getattr(time, "CLOCK_BOOTTIME", None)
        return int(time.monotonic() if boottime is None else time.clock_gettime(boottime))

    def boot_id(self) -> bytes:
        """The kernel's boot id, or a digest of the boot minute where there is none."""
        try:
            named = _LINUX_BOOT_ID.read_text(encoding="ascii").strip()
        except OSError:
            named = f"booted at minute {int(time.time() - time.monotonic()) // 60}"
        return hashlib.sha256(named.encode()).digest()[:16]

    def utc_offset_min(self) -> int:
        """The zone this machine is set to, today."""
        offset = datetime.now().astimezone().utcoffset()
        return 0 if offset is None else int(offset.total_seconds()) // 60
