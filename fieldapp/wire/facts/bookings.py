"""Bookings: who of them came. Whom a code belongs to is known to the hub, not to the journal."""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.wire.facts.fact import Fact, Types


@dataclass(frozen=True, slots=True)
class BookingAttended(Fact):
    """Whoever holds this booking is here, or (`came` false) is not after all; the newest word on a
    booking counts. A dose of the day says so by itself.

    `session` is the hub's number of the day at a place, `code` the 5 bytes of the booking's code.
    """

    session: int
    code: bytes
    came: bool


TYPES: Types = {
    BookingAttended: (128, 1),
}
