"""A place with a day of seats, and made-up people who want one."""

from __future__ import annotations

from datetime import date, time

from fieldapp.domain.client import Document
from fieldapp.hub.booking import offers, seats
from fieldapp.hub.booking.hours import Hours
from fieldapp.hub.booking.offers import Session
from fieldapp.hub.booking.papers import Paper, code_for
from fieldapp.hub.booking.seats import Answer, Booking, Wish
from fieldapp.hub.store import Store
from tests.hub.fake_laptop import NOW_S

PROGRAMME = "cn-nhc-2021-03-29"
TODAY, DAY = date(2021, 6, 30), date(2021, 7, 5)
OFFSET_MIN = 480
HOURS = Hours(DAY, time(9), time(10), 20, 2, OFFSET_MIN)


def open_place(store: Store, name: str = "Port clinic") -> int:
    """A place of this name."""
    with store.writing() as connection:
        names, addresses = (name, "港口接种点"), ("1 Harbour Road", "港口路1号")
        return offers.open_place(connection, names, addresses, NOW_S)


def open_day(
    store: Store, hours: Hours = HOURS, programme: str = PROGRAMME, place: int | None = None
) -> Session:
    """Three slots of two seats on Monday, unless said otherwise."""
    where = open_place(store) if place is None else place
    today = min(TODAY, hours.day)
    with store.writing() as connection:
        number = offers.open_session(connection, where, programme, hours, today, NOW_S)
    return seen(store, number)


def seen(store: Store, session: int) -> Session:
    """It as it is now."""
    with store.reading() as connection:
        found = offers.session(connection, session)
    assert found is not None
    return found


def taken(store: Store, session: Session) -> list[int]:
    """Seats taken in each slot."""
    return [slot.taken for slot in seen(store, session.no).slots]


def passport(number: int, nationality: str = "DEU") -> Paper:
    """Somebody's."""
    return Paper(Document("passport", f"C{number:07}"), nationality)


def wish(
    store: Store, session: Session, person: int, slot: int = 0, once: str = "one form"
) -> Wish:
    """What somebody chose in a form."""
    paper, number = passport(person), session.slots[slot].no
    code = code_for(store.keys, paper, number, once)
    return Wish(number, paper, code, "en", "grp-foreigner", False)


def book(
    store: Store,
    session: Session,
    person: int,
    slot: int = 0,
    once: str = "one form",
    now_s: int = NOW_S,
) -> Answer:
    """Somebody presses the button."""
    return seats.book(store, wish(store, session, person, slot, once), now_s)


def looked_up(store: Store, wanted: Wish) -> Booking | None:
    """What somebody finds who has its code and document."""
    return seats.find(store, wanted.code, wanted.paper.document.number, TODAY)
