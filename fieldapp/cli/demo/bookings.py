"""Who booked for the demo day: some of those who come, and three who do not. The list comes to the
laptop as by a stick, with the roster."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, time
from pathlib import Path

from fieldapp.actions.programme import DEFAULT_PROGRAMME
from fieldapp.cli.demo.hub_process import REGION
from fieldapp.cli.demo.people import MadeUpPerson, Story
from fieldapp.domain.client import Document
from fieldapp.hub.booking import offers, seats
from fieldapp.hub.booking.hours import Hours
from fieldapp.hub.booking.offers import Session
from fieldapp.hub.booking.papers import Paper, code_for
from fieldapp.hub.booking.seats import Wish
from fieldapp.hub.regions.stick import write_roster
from fieldapp.hub.store import Store, open_store
from fieldapp.journal.journal import Journal
from fieldapp.sync.roster_stick import read_roster

_EVERY, _MOST, _SLOT_MIN, _SEATS = 3, 12, 20, 4
_STAY_AWAY = ("C00000001", "C00000002", "C00000003")
_BEFORE_S = 3600


def book_today(
    data: Path, place: tuple[str, str], people: Sequence[MadeUpPerson], now: datetime
) -> int:
    """Open a place and a day of seats at the hub, and take some; how many. `now` on the clock of
    the site."""
    store = open_store(data)
    try:
        session = _open(store, place, now)
        papers = list(_papers(people))
        for at, paper in enumerate(papers):
            slot = session.slots[at * len(session.slots) // len(papers)]
            code = code_for(store.keys, paper, slot.no, "demo")
            abroad = paper.document.kind == "passport"
            wish = Wish(slot.no, paper, code, "en" if abroad else "zh-CN", None, not abroad)
            seats.book(store, wish, session.slots[0].begins_s - _BEFORE_S)
        return len(papers)
    finally:
        store.close()


def bring(data: Path, file: Path, journal: Journal) -> None:
    """What the hub tells this laptop, on a stick."""
    write_roster(data, file)
    read_roster(journal, file)
    file.unlink()


def _open(store: Store, place: tuple[str, str], now: datetime) -> Session:
    """From an hour ago for four hours, within the day."""
    offset = now.utcoffset()
    begins, ends = time(max(0, now.hour - 1)), time(min(23, now.hour + 3), 59)
    minutes = int(offset.total_seconds()) // 60 if offset else 0
    hours = Hours(now.date(), begins, ends, _SLOT_MIN, _SEATS, minutes)
    now_s = int(now.timestamp())
    with store.writing() as connection:
        number = offers.open_place(connection, place, place, now_s, REGION)
        no = offers.open_session(connection, number, DEFAULT_PROGRAMME, hours, now.date(), now_s)
        session = offers.session(connection, no)
    assert session is not None  # noqa: S101  just opened
    return session


def _papers(people: Sequence[MadeUpPerson]) -> Iterator[Paper]:
    cards = [one.scan for one in people if one.scan and one.story is not Story.PASSPORT]
    for number in cards[::_EVERY][:_MOST]:
        yield Paper(Document("cn-resident-id", number), "CHN")
    yield from (Paper(Document("passport", number), "DEU") for number in _STAY_AWAY)
