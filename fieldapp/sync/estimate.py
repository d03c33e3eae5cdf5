"""What a sync will cost before it begins: bytes from what waits, seconds from the last good one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fieldapp.journal.attempts import Attempt
from fieldapp.sync.outcome import DONE, ROAD

_BYTES_A_DOSE = 30  # with its share of registrations; measured at 17 to 40
_BYTES_A_TRIP = 600  # heads, receipts, HTTP headers
_SMALL_BYTES = 2000  # below this a trip's time is the link's round trips, whatever it carries


@dataclass(frozen=True, slots=True)
class Load:
    """What waits, and its cost; `seconds` is None while no sync on this laptop ended well."""

    doses: int
    size: int
    seconds: int | None

    def in_words(self) -> str:
        """One line for a terminal."""
        time = "" if self.seconds is None else f", about {self.seconds} s"
        return f"{self.doses} doses, about {self.size} bytes{time}"


def estimate(waiting: int, attempts: Iterable[Attempt]) -> Load:
    """The load of `waiting` doses; `attempts` newest first."""
    size = waiting * _BYTES_A_DOSE + _BYTES_A_TRIP
    good = [a for a in attempts if a.road == ROAD and a.happened == DONE and a.duration_ms]
    return Load(waiting, size, _seconds(size, good[0]) if good else None)


def _seconds(size: int, last: Attempt) -> int:
    carried = max(_SMALL_BYTES, last.bytes_out + last.bytes_in)
    return max(1, round(last.duration_ms / 1000 * max(1.0, size / carried)))
