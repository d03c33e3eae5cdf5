"""The verb: who has booked? By the code of a booking, or by a document that somebody shows.

A booking is a wish and no right: whoever is here mixes in, booked or not.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from fieldapp.actions.known_history import History
from fieldapp.actions.moments import site_today
from fieldapp.domain.booking import KEPT, Timing, timing
from fieldapp.domain.client import Document
from fieldapp.domain.immunization import ImmunizationStatus
from fieldapp.journal import sessions as own_sessions
from fieldapp.journal.journal import Journal
from fieldapp.journal.roster import bookings
from fieldapp.journal.sightings import Sighting
from fieldapp.wire.bookings import Seat, Session, Slot, code_bytes
from fieldapp.wire.dates import from_day

_NO_COUNTRY = "XXX"  # ICAO 9303: unspecified; somebody whose country was not in the list
_ORDER = (Timing.NOW, Timing.LATE, Timing.EARLY, Timing.FREE, Timing.OTHER_DAY)


@dataclass(frozen=True, slots=True)
class Booked:
    """A seat of somebody: when and where, by the clock of the place. `here`: whether it is at this
    place; None where nobody can tell. `came`: whether the hub will count them as come."""

    session: Session
    slot: Slot
    seat: Seat
    timing: Timing
    here: bool | None
    came: bool = False

    @property
    def begins(self) -> datetime:
        """When they were to come."""
        return local(self.session, self.slot.begins_s)

    @property
    def kept_until(self) -> datetime:
        """When the seat is anybody's."""
        return local(self.session, self.slot.ends_s) + KEPT

    @property
    def nationality(self) -> str | None:
        """As declared; None where the paper says it, or none was in the list."""
        told = self.seat.nationality
        return None if told == _NO_COUNTRY else told


def local(session: Session, at_s: int) -> datetime:
    """A moment on the clock of the session's place."""
    zone = timezone(timedelta(minutes=session.utc_offset_min))
    return datetime.fromtimestamp(at_s, zone)


def day_of(session: Session) -> date:
    """The day of a session, on the clock of its place."""
    return from_day(session.day) or date.min


def booked_by_code(journal: Journal, code: str) -> Booked | None:
    """The booking of a code, spelled BK-XXXX-XXXX; None where this laptop was told of none."""
    wanted = code_bytes(code)
    return _first(journal, lambda seat: seat.code == wanted)


def booked_by_documents(journal: Journal, documents: Collection[Document]) -> Booked | None:
    """The booking of somebody with these documents: of today before any other day's."""
    return _first(journal, lambda seat: seat.document in documents) if documents else None


def is_booking_day(journal: Journal) -> bool:
    """Whether people have booked for today in this laptop's regions."""
    return bool(_of_today(journal, bookings.sessions(journal)))


def was_here(history: History, seen: Sighting | None, today: date) -> bool:
    """Whether a team wrote something down of somebody today, as far as is known here."""
    standing = (e for e in history.events if e.status is not ImmunizationStatus.ENTERED_IN_ERROR)
    told = any(event.occurred_at.date() == today for event in standing)
    return told or (seen is not None and seen.sure)


def session_here(journal: Journal) -> Session | None:
    """Today's session of bookings at this place; None where there is none, or several may be
    meant."""
    return _here(journal, bookings.sessions(journal))


def sessions_today(journal: Journal) -> list[Session]:
    """Today's sessions of bookings in this laptop's regions."""
    return _of_today(journal, bookings.sessions(journal))


def _first(journal: Journal, fits: Callable[[Seat], bool]) -> Booked | None:
    told = bookings.sessions(journal)
    here, now, today = _here(journal, told), journal.clock.now(), site_today(journal.clock)
    found = [
        Booked(
            session, slot, seat,
            timing(local(session, slot.begins_s), local(session, slot.ends_s), now, today),
            None if here is None else session.no == here.no,
        )
        for session, slot, seat in _seats(told)
        if fits(seat)
    ]  # fmt: skip
    return min(found, key=lambda one: (_ORDER.index(one.timing), one.here is False), default=None)


def _seats(told: Collection[Session]) -> Iterator[tuple[Session, Slot, Seat]]:
    for session in told:
        for slot in session.slots:
            for seat in slot.taken:
                yield session, slot, seat


def _of_today(journal: Journal, told: Collection[Session]) -> list[Session]:
    today = site_today(journal.clock)
    return [one for one in told if day_of(one) == today]


def _here(journal: Journal, told: Collection[Session]) -> Session | None:
    """By the name of the place that the team opened its operation at; before it has, the only one
    there is."""
    listed, own = _of_today(journal, told), own_sessions.current(journal)
    if own is not None:
        listed = [one for one in listed if _is_named(one, own.place)]
    return listed[0] if len(listed) == 1 else None


def _is_named(session: Session, place: str) -> bool:
    """Whether somebody who wrote this place may mean the session's; *Port clinic, north gate*."""
    written = _bare(place)
    names = [_bare(name) for name in (session.name_en, session.name_zh)]
    return any(name in written or (written and written in name) for name in names if name)


def _bare(name: str) -> str:
    return "".join(name.split()).casefold()
