"""From the code of a booking to whoever booked: found, or asked for with what they declared."""

from __future__ import annotations

from collections.abc import Callable

from fieldapp.actions.booked import Booked, booked_by_code
from fieldapp.domain.scan import Scan, read_as
from fieldapp.ui.bookings.words import booked_tone, booked_words, not_booked_words
from fieldapp.ui.desk.means import Means


class BookingFlow:
    """Looks a code up; an answer that comes after something else was scanned is dropped."""

    def __init__(self, means: Means, look_for: Callable[[Scan], None]) -> None:
        self._means, self._look_for = means, look_for
        self._sought: Scan | None = None

    def scanned(self, scan: Scan) -> None:
        """Find whose booking it is."""
        self._sought = scan
        journal, code = self._means.journal, str(scan.fields["normalized"])
        self._means.do(
            lambda: booked_by_code(journal, code), lambda found: self._answered(scan, found)
        )

    def forget(self) -> None:
        """Something else was scanned or chosen, or the desk was cleared."""
        self._sought = None

    def _answered(self, scan: Scan, found: Booked | None) -> None:
        if scan is not self._sought:
            return
        if found is None:
            self._means.screen.scan.say(not_booked_words(), "wait")
            return
        document = found.seat.document
        paper = read_as(document.kind, document.number, self._means.today())
        self._means.screen.scan.say(booked_words(found), booked_tone(found))
        self._look_for(paper)
