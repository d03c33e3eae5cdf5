"""How much one laptop may send in an hour: far more than a team could ever record.

For a laptop that was stolen, or whose program went mad: it is asked to come later, and loses
nothing. Counted in each process for itself, and only of requests that the laptop signed.
"""

from __future__ import annotations

import threading
from collections import Counter
from dataclasses import dataclass, field

MOST_BYTES_AN_HOUR = 512 * 1024 * 1024
_HOUR_S = 3600


@dataclass
class Quota:
    """What each laptop sent in this hour."""

    most_bytes: int = MOST_BYTES_AN_HOUR
    _hour: int = 0
    _sent: Counter[int] = field(default_factory=Counter)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def wait_s(self, device: int, size: int, now_s: int) -> int:
        """Count a request; in how many seconds to come again, 0 when there is no need to wait."""
        with self._lock:
            if now_s // _HOUR_S != self._hour:
                self._hour = now_s // _HOUR_S
                self._sent.clear()
            self._sent[device] += size
            return 0 if self._sent[device] <= self.most_bytes else _HOUR_S - now_s % _HOUR_S
