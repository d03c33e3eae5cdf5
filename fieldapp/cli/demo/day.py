"""The made-up day, worked through the real windows: unlock, vaccinate, undo, sync, export, lock."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import Qt

from fieldapp.cli.demo.evening import Evening, Reckoned
from fieldapp.cli.demo.hands import Hands
from fieldapp.cli.demo.people import MadeUpPerson, Story
from fieldapp.cli.demo.team import PIN, vial_code, vials_for
from fieldapp.domain.vaccine import Catalogue
from fieldapp.ui.app import FieldApp
from fieldapp.ui.desk.desk_screen import DeskScreen

Key = Qt.Key


@dataclass
class Tally:
    """What the hands did, to be compared with what journal and hub say."""

    doses: int = 0
    not_given: int = 0
    undone: int = 0
    turned_away: int = 0
    stories: Counter[Story] = field(default_factory=Counter)
    reckoned: Reckoned | None = None


class Day:
    """One day at one laptop."""

    def __init__(self, app: FieldApp, hands: Hands, catalogue: Catalogue, today: date) -> None:
        self._app, self._hands, self._today = app, hands, today
        self._catalogue = catalogue
        self._vials = 0
        self.done = Tally()

    @property
    def _desk(self) -> DeskScreen:
        return self._app.window.desk

    def work(self, people: Sequence[MadeUpPerson]) -> Tally:
        """From dawn to dusk."""
        self._unlock()
        for person in people:
            self._serve(person)
            if self.done.stories[person.story] == 1:
                self._hands.picture(f"after-{person.story.name.lower().replace('_', '-')}")
        self._undo_last()
        self._look_at_bookings()
        self._close_operation(vials_for(people))
        self._sync()
        self._other_language()
        self._hands.press(Key.Key_F12)
        self._hands.wait_for("the lock", lambda: self._app.work is None)
        self._hands.picture("locked")
        return self.done

    def _unlock(self) -> None:
        lock = self._app.window.lock
        self._hands.wait_for("the names on the lock", lambda: bool(lock.names_shown))
        self._hands.picture("lock")
        lock.pin.setFocus()
        self._hands.scan(PIN)
        self._hands.scans -= 1
        self._hands.wait_for("the desk", lambda: self._app.work is not None)
        self._hands.picture("desk-empty")

    def _serve(self, person: MadeUpPerson) -> None:
        self.done.stories[person.story] += 1
        serve: dict[Story, Callable[[MadeUpPerson], None]] = {
            Story.DOSE_2_DUE: self._returning,
            Story.NEW_WITH_CARD: self._new,
            Story.PASSPORT: self._new,
            Story.NO_PAPERS: self._without_papers,
            Story.TOO_EARLY: self._too_early,
            Story.FEVER: self._fever,
        }
        serve[person.story](person)

    def _returning(self, person: MadeUpPerson) -> None:
        """Two scans and two keys."""
        self._hands.scan(person.scan)
        self._see_person(person)
        self._record(f"dose-2-{self.done.stories[person.story]}")

    def _new(self, person: MadeUpPerson) -> None:
        self._hands.scan(person.scan)
        self._see_form()
        if person.story is not Story.PASSPORT:
            self._hands.write(self._desk.register.name.edit, person.name)
        self._register(person)
        self._record(f"new-{self.done.stories[person.story]}")

    def _without_papers(self, person: MadeUpPerson) -> None:
        self._hands.press(Key.Key_F2)
        self._see_form()
        form = self._desk.register
        self._hands.write(form.name.edit, person.name)
        self._hands.write(form.birth.edit, person.birth_date.isoformat())
        self._hands.write(form.place.edit, f"berth {self._vials + 1}")
        self._register(person)
        self._record("no-papers")

    def _register(self, person: MadeUpPerson) -> None:
        form = self._desk.register
        self._hands.write(form.phone.edit, person.phone)
        if person.story is Story.PASSPORT:
            form.security.choice.buttons[0].click()  # not in social security: a fee is due
        if self.done.stories[person.story] == 1:
            self._hands.picture(f"form-{person.story.name.lower().replace('_', '-')}")
        self._hands.press(Key.Key_F9)
        self._see_person(person)

    def _record(self, name: str) -> None:
        """Scan the vial, ask the questions, record."""
        before = self._shown_today()
        self._hands.scan(self._next_vial())
        self._hands.press(Key.Key_F7)
        record = self._desk.person.record
        self._hands.wait_for(f"a dose that may be recorded ({name})", record.isEnabled)
        if self._hands.scans < 6:
            self._hands.picture("may-be-given")
        self._hands.press_record()
        self._see_empty()
        self._hands.wait_for("the dose in Today", lambda: self._shown_today() > before)
        self.done.doses += 1

    def _too_early(self, person: MadeUpPerson) -> None:
        self._hands.scan(person.scan)
        self._see_person(person)
        self._hands.picture("not-yet")
        self._hands.press(Key.Key_Escape)
        self._see_empty()
        self.done.turned_away += 1

    def _fever(self, person: MadeUpPerson) -> None:
        self._hands.scan(person.scan)
        self._see_form()
        self._hands.write(self._desk.register.name.edit, person.name)
        self._register(person)
        self._desk.person.questions.choices["fever"].buttons[1].click()
        self._hands.look(200)
        self._hands.picture("fever")
        self._hands.press(Key.Key_F6)
        self._hands.wait_for("the reasons", lambda: self._page() is self._desk.reason)
        self._hands.press(Key.Key_1)
        self._hands.press(Key.Key_F9)
        self._see_empty()
        self.done.not_given += 1

    def _undo_last(self) -> None:
        self._hands.press(Key.Key_Z, ctrl=True)
        if self._page() is not self._desk.reason:
            return  # the last record was not a dose: nothing to undo
        self._hands.press(Key.Key_5)
        self._hands.picture("undo")
        self._hands.press(Key.Key_F9)
        self._see_empty()
        self.done.undone += 1

    def _look_at_bookings(self) -> None:
        """Who came of those who booked, in the session room."""
        room = self._app.window.session
        self._hands.press(Key.Key_5, ctrl=True)
        self._hands.wait_for("the bookings of today", room.open.booked.isVisible)
        self._hands.press(Key.Key_B, ctrl=True)
        self._hands.wait_for("who has booked", lambda: room.shows_booked)
        self._hands.picture("booked-today")
        self._hands.press(Key.Key_Escape)

    def _close_operation(self, loaded: int) -> None:
        self.done.reckoned = Evening(self._app, self._hands).close(loaded - self._vials)

    def _sync(self) -> None:
        self._hands.press(Key.Key_6, ctrl=True)
        room = self._app.window.sync
        self._hands.wait_for("a road to try", lambda: room.go.isEnabled())
        room.go.click()
        self._hands.wait_for("every dose confirmed", self._nothing_waits)
        self._hands.press(Key.Key_E, ctrl=True)
        self._hands.wait_for("the exported log", lambda: bool(room.said.text()))
        self._hands.picture("sync")

    def _nothing_waits(self) -> bool:
        return self._app.truth is not None and self._app.truth.waiting == 0

    def _other_language(self) -> None:
        self._hands.press(Key.Key_F11)
        self._hands.look(400)
        self._hands.picture("sync-other-language")
        self._hands.press(Key.Key_1, ctrl=True)
        self._hands.look(300)
        self._hands.picture("desk-other-language")
        self._hands.press(Key.Key_F11)
        self._hands.look(300)

    def _next_vial(self) -> str:
        self._vials += 1
        return vial_code(self._catalogue, self._today, f"{self._vials:05d}")

    def _page(self) -> object:
        return self._desk.pages.currentWidget()

    def _see_form(self) -> None:
        self._hands.wait_for("the form", lambda: self._page() is self._desk.register)

    def _see_empty(self) -> None:
        self._hands.wait_for("the empty desk", lambda: self._page() is self._desk.empty)

    def _see_person(self, person: MadeUpPerson) -> None:
        desk = self._desk
        self._hands.wait_for(
            "the person",
            lambda: (
                self._page() is desk.person
                and desk.person.person.name.text().casefold() == person.name.casefold()
            ),
        )

    def _shown_today(self) -> int:
        return self._desk.today.state.doses
