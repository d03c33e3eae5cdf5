"""What pages about bookings say alike: papers, faults of numbers, days, fees, ends."""

from __future__ import annotations

from collections.abc import Mapping

from fieldapp.domain.fees import FeeDue, FeeKind, amount_text
from fieldapp.hub.booking.offers import CALLED_OFF, Place, Session, Slot
from fieldapp.hub.booking.programmes import Programme, programme_of
from fieldapp.hub.booking.seats import CANCELLED, MOVED, PAST, Booking
from fieldapp.hub.booking.tables import BOOKED
from fieldapp.hub.booking.typed import ELSEWHERE, KINDS
from fieldapp.hub.web import times
from fieldapp.hub.web.catalogue import name_of
from fieldapp.hub.web.record_words import PAPERS
from fieldapp.hub.web.words import CHINESE, LANGUAGES, Said, Words, said

PAPER_KINDS: Mapping[str, Said] = {kind: PAPERS[kinds[0]] for kind, kinds in KINDS.items()}
FAULTS: Mapping[str, Said] = {
    "EMPTY": said("Type the number of the document."),
    "LENGTH": said("This number is too short or too long for this kind of document."),
    "CHARACTERS": said("A letter or digit of this number cannot be in this kind of document."),
    "CHECK_DIGIT": said("A digit is mistyped: the number's own check does not fit."),
    "PREFIX": said("This kind of document does not begin like this."),
}
_OTHER_FAULT = said("This cannot be the number of this kind of document. Compare it once more.")
_WEEKDAYS = (
    said("Monday"),
    said("Tuesday"),
    said("Wednesday"),
    said("Thursday"),
    said("Friday"),
    said("Saturday"),
    said("Sunday"),
)
NO_LONGER: Mapping[str, Said] = {
    MOVED: said("Given back: the same document was booked with again, later than this."),
    CANCELLED: said("Given back: somebody with this code and this document cancelled it."),
    CALLED_OFF: said("The team cannot come: the session was called off. Please book another."),
    PAST: said("Its time is over. Who was not vaccinated may book again."),
}


def ending(found: Booking, now_s: int) -> Said | None:
    """Why no seat is kept for a booking; None while one is."""
    if found.stands(now_s):
        return None
    return NO_LONGER[PAST if found.state == BOOKED else found.state]


def fault_words(fault: str) -> Said:
    """What is wrong with a number."""
    return FAULTS.get(fault, _OTHER_FAULT)


class Reader:
    """Puts what was offered into the words of one reader."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self._chinese = words.language == CHINESE

    def name(self, place: Place) -> str:
        """What the place is called."""
        return place.name(chinese=self._chinese)

    def address(self, place: Place) -> str:
        """Where it is."""
        return place.address(chinese=self._chinese)

    def day(self, session: Session) -> str:
        """Sunday, 22 Nov 2026."""
        weekday = self.words.say(_WEEKDAYS[session.day.weekday()])
        date = self._clock(session).day(session.day)
        return f"{date} {weekday}" if self._chinese else f"{weekday}, {date}"

    def time(self, session: Session, slot: Slot) -> str:
        """09:20–09:40, on the clock of the place."""
        clock = self._clock(session)
        return f"{clock.local(slot.begins_s):%H:%M}–{clock.local(slot.ends_s):%H:%M}"

    def hours(self, session: Session) -> str:
        """From the first slot to the last."""
        if not session.slots:
            return "–"
        clock, first, last = self._clock(session), session.slots[0], session.slots[-1]
        return f"{clock.local(first.begins_s):%H:%M}–{clock.local(last.ends_s):%H:%M}"

    def programme(self, session: Session) -> str:
        """What is given there."""
        return self._of(programme_of(session.programme).title)

    def fee_rule(self, session: Session) -> str:
        """Who pays how much."""
        programme = programme_of(session.programme)
        if not programme.highest_fee:
            return self.words("Nothing is to be paid.")
        return self.words(
            "Foreign nationals without social security pay {amount} for each dose, at the place. "
            "Nobody else pays.",
            amount=self._amount(programme, programme.highest_fee),
        )

    def fee(self, session: Session, fee: FeeDue | None) -> str:
        """What one of them pays, by what they declared."""
        if fee is None or fee.kind is FeeKind.FREE:
            return self.words("Nothing is to be paid.")
        if fee.kind is FeeKind.ASK:
            return self.words("The team asks about social security.")
        amount = self._amount(programme_of(session.programme), fee.amount)
        return self.words("{amount} to be paid at the place.", amount=amount)

    def to_pay(self, session: Session, fee: FeeDue | None) -> str:
        """The same as short as a list has room for."""
        if fee is None or fee.kind is FeeKind.FREE:
            return self.words("nothing")
        if fee.kind is FeeKind.ASK:
            return self.words("ask")
        return self._amount(programme_of(session.programme), fee.amount)

    def zone(self, session: Session) -> str:
        """Whose clock its times are of."""
        return self._clock(session).zone

    def nationality(self, code: str | None) -> str:
        """A country; "" where it was not asked."""
        if code == ELSEWHERE:
            return self.words("another country")
        return name_of("nationality", code, self.words.language) if code else ""

    def group(self, code: str | None) -> str:
        """A key group, "" where none was named."""
        return name_of("group", code, self.words.language) if code else ""

    def language(self, tag: str) -> str:
        """A language in its own words."""
        return LANGUAGES.get(tag, tag)

    def _amount(self, programme: Programme, amount: int) -> str:
        rule = programme.rule
        if rule is None:
            return amount_text(amount)
        number, unit = amount_text(amount, rule.decimals), self._of(rule.unit)
        return f"{number} {unit}"

    def _of(self, texts: Mapping[str, str]) -> str:
        return texts["zh-Hans" if self._chinese else "en"]

    def _clock(self, session: Session) -> times.Place:
        return times.Place(session.utc_offset_min, self.words.language)
