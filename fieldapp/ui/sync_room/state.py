"""What the sync room shows, as plain values in words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LogLine:
    """One attempt to reach the hub."""

    when: str
    road: str
    doses: str
    size: str
    happened: str
    receipt: str


@dataclass(frozen=True, slots=True)
class SyncState:
    """The sum of the whole journal in doses, the road's state in words, and the log, newest first.

    `estimate` says what the next sync would carry; `can_try` is False without a hub.
    """

    recorded: int = 0
    waiting: int = 0
    confirmed: int = 0
    counted: int = 0
    contested: int = 0
    quarantined: int = 0
    voided: int = 0
    erased: int = 0
    road: str = ""
    estimate: str = ""
    working: bool = False
    can_try: bool = True
    log: tuple[LogLine, ...] = ()

    @property
    def unaccounted(self) -> int:
        """What the two sums leave over; anything but 0 is a fault of this program."""
        parts = self.counted + self.contested + self.quarantined + self.voided + self.erased
        return abs(self.recorded - self.waiting - self.confirmed) + abs(self.confirmed - parts)
