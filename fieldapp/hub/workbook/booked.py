"""Who has a seat on a day where a team will be, for its workbook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from sqlalchemy import Connection

from fieldapp.domain.client import Document
from fieldapp.hub.booking import offers
from fieldapp.hub.booking.offers import Session, Slot
from fieldapp.hub.booking.roster import holders, roster
from fieldapp.hub.keys import HubKeys


@dataclass(frozen=True, slots=True)
class Booked:
    """A seat: its time on the clock of the place, and the document it was booked with. `person` is
    who holds that, if anybody is known to."""

    time: str
    document: Document
    person: bytes | None


def booked_on(
    connection: Connection, keys: HubKeys, day: date, place: str, region: str
) -> list[Booked]:
    """By time: of the sessions at the place of this name, or, where none is called so, of all in
    the region. Whoever was vaccinated already is left out."""
    held = [one for one in offers.sessions_between(connection, day, day) if one.closed_s is None]
    there = [one for one in held if _is_called(one, place)]
    chosen = there or [one for one in held if region and one.place.region == region]
    seats = [seat for one in chosen for seat in _seats(connection, keys, one)]
    person_of = {
        document: person
        for person, document in holders(connection, {document for _, document in seats}).items()
    }
    return [Booked(time, paper, person_of.get(paper)) for time, paper in sorted(seats, key=_time)]


def _is_called(session: Session, name: str) -> bool:
    names = {session.place.name_en.casefold(), session.place.name_zh.casefold()}
    return name.casefold() in names


def _time(seat: tuple[str, Document]) -> str:
    return seat[0]


def _seats(
    connection: Connection, keys: HubKeys, session: Session
) -> Iterator[tuple[str, Document]]:
    slots = {slot.no: slot for slot in session.slots}
    for line in roster(connection, keys, session):
        if not line.vaccinated and line.slot in slots:
            yield _clock(session, slots[line.slot]), line.paper.document


def _clock(session: Session, slot: Slot) -> str:
    zone = timezone(timedelta(minutes=session.utc_offset_min))
    return f"{datetime.fromtimestamp(slot.begins_s, zone):%H:%M}"
