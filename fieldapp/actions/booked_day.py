"""The verb: how does the day of bookings stand? Who came, who is missing, who came without one, and
how many seats are anybody's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from fieldapp.actions import booked
from fieldapp.actions.find_client import find_clients
from fieldapp.actions.known_history import known_history
from fieldapp.actions.moments import site_today
from fieldapp.domain.booking import Timing, timing
from fieldapp.domain.client import Client, ClientDetails
from fieldapp.domain.immunization import ImmunizationStatus
from fieldapp.domain.scan import read_as
from fieldapp.journal import doses
from fieldapp.journal.attended import attended
from fieldapp.journal.journal import Journal
from fieldapp.journal.sightings import sighting_of
from fieldapp.wire.bookings import Seat, Session, Slot


class Presence(StrEnum):
    """Whether somebody with a seat is here."""

    CAME = "came"
    NOTED = "noted"  # came, and nothing else is written down of them yet
    EXPECTED = "expected"
    LATE = "late"  # the seat is still kept
    MISSING = "missing"  # the seat is anybody's


@dataclass(frozen=True, slots=True)
class BookedLine:
    """Somebody with a seat; `client` where they are known here."""

    slot: Slot
    seat: Seat
    presence: Presence
    client: Client | None = None


@dataclass(frozen=True, slots=True)
class BookedDay:
    """A day at a place, in the order of its slots. `others` are today's other sessions of these
    regions; `walk_ins` had something written down of them today and no seat here."""

    session: Session
    lines: tuple[BookedLine, ...]
    walk_ins: int
    others: tuple[Session, ...] = ()

    @property
    def seats(self) -> int:
        """How many there are in all."""
        return sum(slot.seats for slot in self.session.slots)

    def count(self, *presences: Presence) -> int:
        """How many of those with a seat stand so."""
        return sum(line.presence in presences for line in self.lines)

    @property
    def left(self) -> int:
        """Seats that are anybody's: never booked, or not kept any more, and not taken since."""
        kept = len(self.lines) - self.count(Presence.MISSING)
        return max(0, self.seats - kept - self.walk_ins)


def booked_day(journal: Journal, wanted: int | None = None) -> BookedDay | None:
    """Today's session of this number, or the one at this place; None where nobody has booked for
    today."""
    told = booked.sessions_today(journal)
    here = booked.session_here(journal)
    session = next((one for one in told if one.no == wanted), here or next(iter(told), None))
    if session is None:
        return None
    today = site_today(journal.clock)
    seen = {
        record.client.client_id
        for record in doses.on_day(journal, today)
        if record.event.status is not ImmunizationStatus.ENTERED_IN_ERROR
    }
    lines = tuple(_lines(journal, session, seen))
    known = {line.client.client_id for line in lines if line.client is not None}
    others = tuple(one for one in told if one.no != session.no)
    return BookedDay(session, lines, len(seen - known), others)


def _lines(journal: Journal, session: Session, seen: set[bytes]) -> Iterator[BookedLine]:
    noted = attended(journal, session.no)
    for slot in session.slots:
        for seat in slot.taken:
            client = _client(journal, seat)
            came = _was_here(journal, seat, client, seen)
            presence = Presence.CAME if came else _presence(journal, session, slot, seat, noted)
            yield BookedLine(slot, seat, presence, client)


def _was_here(journal: Journal, seat: Seat, client: Client | None, seen: set[bytes]) -> bool:
    """Here, or at another lane or team that this laptop has heard of."""
    if client is not None and client.client_id in seen:
        return True
    today = site_today(journal.clock)
    sighting = sighting_of(journal, [ClientDetails("", (seat.document,))], today)
    if client is None:
        return sighting is not None and sighting.sure
    return booked.was_here(known_history(journal, client.client_id), sighting, today)


def _presence(
    journal: Journal, session: Session, slot: Slot, seat: Seat, noted: Mapping[bytes, bool]
) -> Presence:
    if noted.get(seat.code):
        return Presence.NOTED
    begins, ends = (booked.local(session, at_s) for at_s in (slot.begins_s, slot.ends_s))
    stands = timing(begins, ends, journal.clock.now(), begins.date())
    return {Timing.LATE: Presence.LATE, Timing.FREE: Presence.MISSING}.get(
        stands, Presence.EXPECTED
    )


def _client(journal: Journal, seat: Seat) -> Client | None:
    """Whoever has this document, where it is one person."""
    document, today = seat.document, site_today(journal.clock)
    found = find_clients(journal, read_as(document.kind, document.number, today))
    return found[0] if len(found) == 1 else None
