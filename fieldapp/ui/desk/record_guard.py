"""When the record key counts: not within 400 ms of a scan or of a change of verdict.

A scanner's last characters, or a verdict that changes under the finger, must never record a dose.
"""

from __future__ import annotations

from collections.abc import Callable

QUIET_MS = 400


class RecordGuard:
    """Keeps the moment of the last scan or change; `now_ms` is any monotonic clock."""

    def __init__(self, now_ms: Callable[[], int]) -> None:
        self._now_ms = now_ms
        self._last = now_ms() - QUIET_MS

    def disturbed(self) -> None:
        """A scan came, or the verdict changed."""
        self._last = self._now_ms()

    def is_open(self) -> bool:
        """Whether a key press now is meant for what is on the screen."""
        return self._now_ms() - self._last >= QUIET_MS
