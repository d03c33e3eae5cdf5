"""Taking a seat, looking at it and giving it back: each one transaction.

A document has one seat in a programme at a time, and the newest wish is the one that counts:
whoever lost the code books anew. So the answer is the same whether a document is known here or not,
and nobody learns from it who else has booked.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, insert, select, update

from fieldapp.domain.booking import KEPT
from fieldapp.hub.booking import offers
from fieldapp.hub.booking.offers import CALLED_OFF, Session, Slot
from fieldapp.hub.booking.papers import Paper, code_hash, paper_hash, seal, unseal
from fieldapp.hub.booking.tables import BOOKED, booking, booking_session, booking_slot
from fieldapp.hub.booking.typed import is_number_of
from fieldapp.hub.keys import HubKeys
from fieldapp.hub.store import Store

MOVED, CANCELLED, PAST = "moved", "cancelled", "past"
STATES = (BOOKED, MOVED, CANCELLED, CALLED_OFF, PAST)
LATE_S = int(KEPT.total_seconds())
"""How long after its slot a seat is kept for who is late; then it is released."""
_booking, _session, _slot = booking.c, booking_session.c, booking_slot.c


class Answer(StrEnum):
    """What became of a wish."""

    BOOKED = "booked"
    FULL = "full"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Wish:
    """Who wants which slot. `language`, group and social security are as declared, for the team."""

    slot: int
    paper: Paper
    code: str
    language: str
    key_group: str | None
    social_security: bool | None


@dataclass(frozen=True, slots=True)
class Booking:
    """A seat that somebody has or had."""

    no: int
    state: str
    session: Session
    slot: Slot
    paper: Paper
    code: str
    language: str
    key_group: str | None
    social_security: bool | None

    def stands(self, now_s: int) -> bool:
        """Whether somebody may still come with it."""
        return self.state == BOOKED and now_s <= self.slot.ends_s + LATE_S


def book(store: Store, wish: Wish, now_s: int) -> Answer:
    """Take the seat, and give back the one that this document had. Nothing changes where the answer
    is no; the same wish again is answered the same."""
    keys = store.keys
    paper, code = paper_hash(keys, wish.paper), code_hash(keys, wish.code)
    with store.about([paper]) as connection:
        session, programme = _where(connection, wish.slot)
        live = _booking.document == paper, _booking.programme == programme, _booking.state == BOOKED
        before = connection.execute(select(_booking.slot, _booking.code).where(*live)).first()
        if before is not None and bytes(before.code) == code:
            return Answer.BOOKED
        given_back = before.slot if before is not None else -1
        answer = _locked(connection, wish.slot, given_back, now_s)
        if answer is not Answer.BOOKED:
            return answer
        moved = update(booking).where(*live).values(state=MOVED, settled_s=now_s)
        freed = connection.execute(moved).rowcount
        _take(connection, given_back, -freed)
        _take(connection, wish.slot, 1)
        row = {"session": session, "programme": programme, "document": paper, "code": code}
        connection.execute(insert(booking).values(**row, **_declared(keys, wish), made_s=now_s))
    return Answer.BOOKED


def _where(connection: Connection, slot: int) -> tuple[int, str]:
    """Session and programme of a slot; of one that is not there none."""
    joined = booking_slot.join(booking_session, _session.no == _slot.session)
    wanted = select(_session.no, _session.programme).select_from(joined).where(_slot.no == slot)
    row = connection.execute(wanted).first()
    return (row.no, row.programme) if row else (0, "")


def _locked(connection: Connection, slot: int, given_back: int, now_s: int) -> Answer:
    """Lock both slots, always in one order, and say whether there is a seat in the first."""
    both = select(booking_slot).where(_slot.no.in_([slot, given_back])).order_by(_slot.no)
    rows = {row.no: row for row in connection.execute(both.with_for_update())}
    if slot not in rows:
        return Answer.OVER
    row = rows[slot]
    session = offers.session(connection, row.session)  # only now: it may have been called off
    if session is None or not session.is_open or row.begins_s <= now_s:
        return Answer.OVER
    others = row.taken - (slot == given_back)
    return Answer.BOOKED if others < row.capacity else Answer.FULL


def _take(connection: Connection, slot: int, seats: int) -> None:
    connection.execute(
        update(booking_slot).where(_slot.no == slot).values(taken=_slot.taken + seats)
    )


def _declared(keys: HubKeys, wish: Wish) -> dict[str, object]:
    return {
        "slot": wish.slot,
        "sealed": seal(keys, wish.paper, wish.code),
        "language": wish.language,
        "key_group": wish.key_group,
        "social_security": wish.social_security,
        "state": BOOKED,
    }


def find(store: Store, code: str, number: str, today: date) -> Booking | None:
    """The booking of a code and the number of the document that it was made with; None where either
    does not fit, whichever it is."""
    with store.reading() as connection:
        same = _booking.code == code_hash(store.keys, code)
        newest = select(booking).where(same).order_by(_booking.no.desc()).limit(1)
        row = connection.execute(newest).first()
        if row is None:
            return None
        found = read(connection, store.keys, row)
    return found if is_number_of(found.paper.document, number, today) else None


def read(connection: Connection, keys: HubKeys, row: Any) -> Booking:
    """A row, opened."""
    session = offers.session(connection, row.session)
    assert session is not None  # noqa: S101  sessions are never deleted
    slot = next(one for one in session.slots if one.no == row.slot)
    paper, code = unseal(keys, bytes(row.sealed))
    declared = (row.language, row.key_group, row.social_security)
    return Booking(row.no, row.state, session, slot, paper, code, *declared)


def cancel(store: Store, found: Booking, now_s: int) -> bool:
    """Give the seat back; False where it was given back before. Safe to repeat."""
    with store.about([paper_hash(store.keys, found.paper)]) as connection:
        slot = select(_slot.no).where(_slot.no == found.slot.no)
        connection.execute(slot.with_for_update()).all()
        same = _booking.no == found.no, _booking.state == BOOKED
        over = update(booking).where(*same).values(state=CANCELLED, settled_s=now_s)
        freed = connection.execute(over).rowcount
        _take(connection, found.slot.no, -freed)
    return bool(freed)
