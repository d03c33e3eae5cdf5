"""What laptops said of who came with a booking: every word is kept, the newest counts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, select

from fieldapp.hub.booking.tables import booking_attended
from fieldapp.hub.fold.change import Change, insert_row
from fieldapp.hub.fold.events import Placed
from fieldapp.hub.fold.rules import UNREADABLE, Doubt
from fieldapp.wire.bookings import CODE_BYTES
from fieldapp.wire.facts import BookingAttended

_said = booking_attended.c


def _attend(change: Change, event: Placed, fact: BookingAttended) -> Doubt | None:
    assert event.header is not None  # noqa: S101  what is applied was read from its header on
    if len(fact.code) != CODE_BYTES:
        return UNREADABLE
    insert_row(
        change, booking_attended,
        id=event.id, session=fact.session, code=fact.code, came=fact.came,
        said_s=min(event.header.wall_s, event.received_s), device=event.device, seq=event.seq,
    )  # fmt: skip
    return None


APPLY: dict[type, Callable[[Change, Placed, Any], Doubt | None]] = {BookingAttended: _attend}


def attended(connection: Connection, session: int) -> set[bytes]:
    """The codes of those who came to a session, by the newest word on each."""
    wanted = select(_said.code, _said.came).where(_said.session == session)
    newest = wanted.order_by(_said.said_s, _said.device, _said.seq)
    said = {bytes(code): bool(came) for code, came in connection.execute(newest)}
    return {code for code, came in said.items() if came}
