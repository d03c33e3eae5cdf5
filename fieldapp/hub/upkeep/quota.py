"""How much one laptop may send, or one program may ask, in an hour: far more than a team could ever
record.

For a laptop that was stolen, or whose program went mad: it is asked to come later, and loses
nothing. Counted in each process for itself, and only of requests that were proven to be theirs.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

MOST_BYTES_AN_HOUR = 512 * 1024 * 1024
_HOUR_S = 3600
Who = TypeVar("Who", bound=Hashable)


@dataclass
class Quota(Generic[Who]):
    """What each of them used in this hour: bytes, or requests."""

    most: int = MOST_BYTES_AN_HOUR
    _hour: int = 0
    _used: Counter[Who] = field(default_factory=Counter)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def wait_s(self, who: Who, amount: int, now_s: int) -> int:
        """Count a request; in how many seconds to come again, 0 when there is no need to wait."""
        with self._lock:
            if now_s // _HOUR_S != self._hour:
                self._hour = now_s // _HOUR_S
                self._used.clear()
            self._used[who] += amount
            return 0 if self._used[who] <= self.most else _HOUR_S - now_s % _HOUR_S
