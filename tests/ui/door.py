"""The door of a made-up laptop, for tests of the whole app: its people, unlock, and trouble."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtCore import Qt

from fieldapp.actions.practice import Practice
from fieldapp.actions.programme import load_catalogue, load_programme, load_questions
from fieldapp.journal import watched_note
from fieldapp.journal.errors import HomeMissing
from fieldapp.journal.home import unlock
from fieldapp.journal.journal import open_journal
from fieldapp.ui.app import FieldApp
from fieldapp.ui.keeper import Keeper, Person
from tests.journal.laptop import LEAD, NURSE, Laptop
from tests.ui.hands import press, write


class Eyes(Protocol):
    """Look until something is there; pytest-qt's bot does it in the test's own process."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = 5000) -> None:
        """Milliseconds. Raises when it never is: `callback` answers False, or asserts."""
        ...


@dataclass
class Door:
    """The door of a made-up laptop, with the trouble that a test plans."""

    laptop: Laptop
    missing: bool = False
    broken: Exception | None = None
    open_now: list[Practice] = field(default_factory=list)

    def people(self) -> Sequence[Person]:
        if self.missing:
            raise HomeMissing(what="the card")
        return [Person(user.login, user.name, user.role) for user in (NURSE, LEAD)]

    def unlock(self, login: str, pin: str) -> Practice:
        if self.broken is not None:
            raise self.broken
        clock = self.laptop.clock
        key = unlock(self.laptop.home, login, pin, self.laptop.secrets, clock)
        journal = open_journal(self.laptop.home, key, clock)
        rules = (load_catalogue(), load_programme("cn-nhc-2021-03-29"), load_questions())
        practice = Practice(journal, *rules, clock, secrets=self.laptop.secrets)
        self.open_now.append(practice)
        return practice

    def close(self, practice: Practice) -> None:
        practice.journal.close()
        self.open_now.remove(practice)

    def keeper(self, note: str = "") -> Keeper:
        clock, exports = self.laptop.clock, self.laptop.home.parent
        return Keeper(self.people, self.unlock, self.close, clock, exports, note, self.watched)

    def watched(self) -> int:
        return watched_note.read(self.laptop.home, self.laptop.clock.now())


def enter(app: FieldApp, qtbot: Eyes, pin: str = NURSE.pin) -> None:
    """Type the PIN of the first person, and Enter."""
    lock = app.window.lock
    lock.pin.setFocus()
    write(lock.pin, pin)
    press(lock.pin, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: app.work is not None)
