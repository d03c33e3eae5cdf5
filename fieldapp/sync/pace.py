"""How many bytes go into one request: about four seconds of link time, learned as we go.

Knows sizes and seconds, nothing of frames' content. A request carries one frame's worth, so that
a cut costs at most one frame sent again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

SMALLEST_BYTES = 1024
LARGEST_BYTES = 64 * 1024
START_BYTES = 16 * 1024
LINK_TIME_S = 4.0
CLEAN_BEFORE_DOUBLING = 3
TELLING_BYTES = 4 * 1024
"""Smaller requests measure the round trip, not the link."""


@dataclass(frozen=True, slots=True)
class Pace:
    """`frame_bytes` to aim at, requests that went well since the last change, bytes per second."""

    frame_bytes: int = START_BYTES
    clean: int = 0
    goodput: float | None = None

    def after_success(self, size_bytes: int, seconds: float) -> Pace:
        """Three clean requests double the frame, within what the link carries in four seconds."""
        goodput = self.goodput
        if size_bytes >= TELLING_BYTES:
            goodput = size_bytes / max(seconds, 0.001)
        grown = self.clean + 1 >= CLEAN_BEFORE_DOUBLING
        wanted = self.frame_bytes * 2 if grown else self.frame_bytes
        most = LARGEST_BYTES if goodput is None else int(goodput * LINK_TIME_S)
        return Pace(_clamp(min(wanted, most)), 0 if grown else self.clean + 1, goodput)

    def after_timeout(self) -> Pace:
        """Half of it; the old measure of the link is forgotten."""
        return Pace(_clamp(self.frame_bytes // 2))

    def smaller(self) -> Pace:
        """Half of it because the other side found it too large; the link itself is fine."""
        return replace(self, frame_bytes=_clamp(self.frame_bytes // 2), clean=0)

    @property
    def smallest(self) -> bool:
        """Whether there is nothing left to halve."""
        return self.frame_bytes == SMALLEST_BYTES


def read_timeout_s(body_bytes: int) -> float:
    """Seconds to wait for an answer to a body of this size: 30 s and a second per kilobyte."""
    return 30 + body_bytes / 1024


def _clamp(size: int) -> int:
    return max(SMALLEST_BYTES, min(LARGEST_BYTES, size))
