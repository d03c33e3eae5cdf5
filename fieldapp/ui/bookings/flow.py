"""Joins the list of a day's bookings to the actions: looking, noting who is here, another place."""

from __future__ import annotations

from collections.abc import Callable

from fieldapp.actions.booked_day import BookedDay, booked_day
from fieldapp.actions.note_attended import note_attended
from fieldapp.journal.journal import Journal
from fieldapp.ui.bookings.board_page import BoardPage
from fieldapp.ui.bookings.present import booked_page
from fieldapp.ui.bookings.state import BookedRow
from fieldapp.ui.words import tr
from fieldapp.wire.bookings import code_bytes


class BookedFlow:
    """`do` runs work on the journal's lane; `recorded` tells that something is in the journal."""

    def __init__(
        self,
        page: BoardPage,
        journal: Journal,
        user: str,
        do: Callable[[Callable[[], object], Callable[..., None]], None],
        recorded: Callable[[], None],
    ) -> None:
        self._page, self._journal, self._user = page, journal, user
        self._do, self._recorded = do, recorded
        self._wanted: int | None = None
        self._at: BookedDay | None = None
        page.noted.connect(self._note)
        page.other_requested.connect(self._other)

    def look(self, then: Callable[[], None] = lambda: None) -> None:
        """Read the day again, and show it."""
        journal, wanted = self._journal, self._wanted

        def show(at: BookedDay | None) -> None:
            self._at = at
            self._page.show_day(booked_page(at))
            then()

        self._do(lambda: booked_day(journal, wanted), show)

    def open(self, then: Callable[[], None]) -> None:
        """Show the day at this place; `then` once it is there."""
        self._page.say("")
        self.look(then)

    def _note(self, row: BookedRow) -> None:
        journal, user, came = self._journal, self._user, row.may_note
        code = code_bytes(row.code)
        self._do(
            lambda: note_attended(journal, row.session, code, came=came, user=user),
            lambda written: self._noted(row, bool(written)),
        )

    def _noted(self, row: BookedRow, written: bool) -> None:
        words = tr("{code} is here.") if row.may_note else tr("{code} is not here after all.")
        self._page.say(words.format(code=row.code), "ok" if row.may_note else "wait")
        if written:
            self._recorded()
        self.look()

    def _other(self) -> None:
        """The next of today's places."""
        if self._at is not None and self._at.others:
            numbers = sorted([self._at.session.no, *(one.no for one in self._at.others)])
            at = numbers.index(self._at.session.no)
            self._wanted = numbers[(at + 1) % len(numbers)]
            self.look()
