"""A seat that somebody booked, and until when it is kept. Pure; the same rule at hub and laptop.

Nobody is ever turned away by it: who comes early, late or on another day mixes in with those who
come without a booking.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum

KEPT = timedelta(minutes=30)
"""How long after its time is over a seat is kept for who is late; then it is anybody's."""


class Timing(StrEnum):
    """How a moment stands to the time that somebody booked."""

    OTHER_DAY = "other-day"
    EARLY = "early"
    NOW = "now"
    LATE = "late"  # its time is over, the seat is still kept
    FREE = "free"  # the seat is anybody's by now


def timing(begins: datetime, ends: datetime, now: datetime, today: date) -> Timing:
    """`begins` and `ends` on the clock of the place, `today` its day."""
    if begins.date() != today:
        return Timing.OTHER_DAY
    if now < begins:
        return Timing.EARLY
    if now <= ends:
        return Timing.NOW
    return Timing.LATE if now <= ends + KEPT else Timing.FREE
