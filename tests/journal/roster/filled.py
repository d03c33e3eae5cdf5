"""A made-up hub's side of a roster: leases and segments for the laptop of the journal's tests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from fieldapp.domain.client import Document
from fieldapp.domain.message import Fate, Kind
from fieldapp.journal.hub_link import signing_key
from fieldapp.journal.journal import Journal
from fieldapp.journal.leases import store_lease
from fieldapp.journal.roster.apply import keep_head, keep_segment
from fieldapp.journal.roster.bookings import keep_bookings
from fieldapp.wire.bookings import BookingList, Seat, Session, Slot, sign_bookings
from fieldapp.wire.bookings import close_box as close_bookings
from fieldapp.wire.lease import Lease, NamedKey, sign_lease
from fieldapp.wire.roster_messages import RosterMessage, RosterMessages
from fieldapp.wire.roster_people import RosterDose, RosterPerson, paper_hash
from fieldapp.wire.segment import (
    BEFORE_THE_FIRST,
    Content,
    Place,
    RegionHead,
    Segment,
    close_box,
    hash_of,
    sign_head,
    sign_segment,
)
from tests.journal.hub import ENROLMENT, HUB_KEY, enrol
from tests.journal.laptop import VACCINE

LIFE_S = 14 * 86_400
KEY, VAULT_KEY = b"region key of thirty-two bytes..", b"vault key of thirty-two bytes..."
WANG_ID = Document("cn-resident-id", "11010519491231002X")


def now_s(journal: Journal) -> int:
    return int(journal.clock.now().timestamp())


def lend(journal: Journal, *, issued: int | None = None, key_id: int = 1) -> bytes:
    """A lease of our hub for this laptop, from now on."""
    since = now_s(journal) if issued is None else issued
    keys = (NamedKey("roster", 1, VAULT_KEY), NamedKey("region/north", key_id, KEY))
    lease = Lease(ENROLMENT.hub_id, ENROLMENT.device, since, since + LIFE_S, keys)
    return sign_lease(lease, signing_key(journal).verify_key, HUB_KEY)


def dose(
    day: int = 18_800, *, mark: str = "", device: int = 3, team: str = "Boat One"
) -> RosterDose:
    return RosterDose(VACCINE, "A1", day, device, team, 0, mark)


def sent(
    day: int = 18_821, fate: Fate = Fate.DELIVERED, *, course: str = "cn-inactivated", dose: int = 2
) -> RosterMessages:
    """One reminder went out, and that became of it."""
    return RosterMessages((RosterMessage(course, dose, Kind.DUE, day, fate),))


def somebody(
    name: str = "王小明", *doses: RosterDose, ref: bytes = b"w" * 16, **more: object
) -> RosterPerson:
    """A made-up person with the document WANG_ID."""
    papers = (paper_hash(KEY, WANG_ID),)
    details = {"birth_day": -7306, "phone_tail": "5678", "papers": papers, **more}
    return RosterPerson(ref, name, doses=doses, **details)  # type: ignore[arg-type]  # keywords of RosterPerson


@dataclass
class Region:
    """The line of a region as a hub would publish it."""

    name: str = "north"
    raws: list[bytes] = field(default_factory=list)
    key_id: int = 1

    @property
    def last(self) -> bytes:
        return hash_of(self.raws[-1]) if self.raws else BEFORE_THE_FIRST

    def segment(
        self,
        *people: RosterPerson,
        gone: Sequence[bytes] = (),
        as_of: int = 1_620_000_000,
        tells_messages: bool = True,
    ) -> bytes:
        """The next one of the line."""
        place = Place(self.name, len(self.raws) + 1, self.last)
        content = Content(people, tuple(gone), tells_messages)
        self.raws.append(self._signed(place, content, as_of))
        return self.raws[-1]

    def snapshot(self, *parts: Sequence[RosterPerson], as_of: int = 1_620_000_500) -> list[bytes]:
        """Everybody, as of the end of the line."""
        count = len(parts)
        return [
            self._signed(
                Place(self.name, len(self.raws), self.last, n, count), Content(tuple(part)), as_of
            )
            for n, part in enumerate(parts, start=1)
        ]

    def head(self, as_of: int, number: int | None = None) -> bytes:
        """The hub's word on how far it goes."""
        last = len(self.raws) if number is None else number
        return sign_head(RegionHead(ENROLMENT.hub_id, self.name, last, as_of), HUB_KEY)

    def _signed(self, place: Place, content: Content, as_of: int) -> bytes:
        box = close_box(content, KEY)
        return sign_segment(Segment(ENROLMENT.hub_id, place, as_of, self.key_id, box), HUB_KEY)


def fill(journal: Journal, *people: RosterPerson, as_of: int | None = None) -> Region:
    """Enrol, lend, and apply one segment with these people, as of now."""
    enrol(journal)
    store_lease(journal, lend(journal))
    region = Region()
    keep_segment(journal, region.segment(*people))
    keep_head(journal, region.head(now_s(journal) if as_of is None else as_of))
    return region


PASSPORT = Document("passport", "C01234567")


def seat(code: bytes = b"code1", document: Document = PASSPORT, **more: object) -> Seat:
    """A made-up person's, with what they declared."""
    declared = {"nationality": "DEU", "language": "en", "key_group": "grp-foreigner", **more}
    values = {"social_security": False, **declared}
    return Seat(code, document, **values)  # type: ignore[arg-type]  # keywords of Seat


def booking_day(
    journal: Journal, *taken: Sequence[Seat], days: int = 0, no: int = 1, name: str = "Port clinic"
) -> Session:
    """Slots of twenty minutes and two seats from now on, on the clock of Shanghai."""
    begins_s, offset_min = now_s(journal) + days * 86_400, 480
    slots = tuple(
        Slot(begins_s + at * 1200, begins_s + at * 1200 + 1200, 2, tuple(seats))
        for at, seats in enumerate(taken)
    )
    day = (begins_s + offset_min * 60) // 86_400
    return Session(no, name, "港口接种点", "cn-nhc-2021-03-29", day, offset_min, slots)


def booking_list(*told: Session, version: int = 1, key_id: int = 1, region: str = "north") -> bytes:
    """What the hub publishes of them."""
    box = close_bookings(tuple(told), KEY)
    hub = ENROLMENT.hub_id
    return sign_bookings(BookingList(hub, region, version, version, key_id, box), HUB_KEY)


def fill_bookings(journal: Journal, *told: Session) -> None:
    """Enrol, lend, and keep one list with these sessions."""
    enrol(journal)
    store_lease(journal, lend(journal))
    keep_bookings(journal, booking_list(*told))
