"""One pair of hands and eyes at the real windows of a laptop, for a whole day of work."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from fieldapp.journal.home import NewUser
from fieldapp.journal.journal import Journal
from fieldapp.ui.app import FieldApp
from fieldapp.ui.desk.desk_screen import DeskScreen
from fieldapp.ui.desk.record_guard import QUIET_MS
from fieldapp.ui.keeper import Keeper
from fieldapp.ui.main_window import MainWindow
from tests.journal.laptop import Laptop
from tests.ui.conftest import FakeTime
from tests.ui.door import Door, Eyes, enter
from tests.ui.effort import Effort
from tests.ui.hands import CONTROL, press, write

Key = Qt.Key
_PLAIN = Qt.KeyboardModifier.NoModifier


@dataclass
class Nurse:
    """Whoever works at the laptop; `costs` keeps what each task cost the hands."""

    qapp: QApplication
    qtbot: Eyes
    laptop: Laptop
    time: FakeTime = field(default_factory=FakeTime)
    effort: Effort = field(default_factory=Effort)
    costs: dict[str, str] = field(default_factory=dict)
    apps: list[FieldApp] = field(default_factory=list)
    cuts: int = 0

    # the laptop, switched on and off

    def keeper(self) -> Keeper:
        """Who lets in here."""
        return Door(self.laptop).keeper()

    def switch_on(self, who: NewUser) -> None:
        """Start the program, choose a name, type the PIN."""
        app = FieldApp(self.qapp, self.keeper(), now_ms=self.time, chance=lambda: 0.5)
        self.apps.append(app)
        app.window.resize(1280, 720)
        app.window.show()
        self.unlock(who)

    def unlock(self, who: NewUser) -> None:
        """Type a PIN at the lock, for the name that is chosen there."""
        lock = self.window.lock
        self.sees(lambda: bool(lock.names_shown))
        while who.name not in lock.name_chosen:
            press(lock.pin, Key.Key_Down)
        enter(self.app, self.qtbot, who.pin)
        self.sees(lambda: self.app.truth is not None)

    def power_cut(self, who: NewUser, minutes: int = 3) -> None:
        """The battery is dead at this very moment: what was on the disk is all there is."""
        self.cuts += 1
        after = self.laptop.home.with_name(f"after-cut-{self.cuts}")
        shutil.copytree(self.laptop.home, after)
        self.switch_off()
        self.laptop.home = after
        self.laptop.clock.wall += timedelta(minutes=minutes)
        self.laptop.clock.restart(f"boot-{self.cuts:011d}".encode())
        self.switch_on(who)

    def switch_off(self) -> None:
        """Close the window."""
        app = self.apps.pop()
        app.shut_down()
        app.window.close()

    # the hands

    def scan(self, text: str) -> None:
        """A scanner: types wherever the focus is, and ends every line with Enter."""
        self.effort.scans += 1
        for line in text.split("\n"):
            write(self._focus(), line)
            press(self._focus(), Key.Key_Return)

    def key(self, key: Qt.Key, *, ctrl: bool = False) -> None:
        """One key, after a look at the screen."""
        self.effort.keys += 1
        self.time.ms += QUIET_MS
        press(self._focus(), key, CONTROL if ctrl else _PLAIN)

    def type(self, text: str, into: QLineEdit | None = None) -> None:
        """Fill a field, the one that has the focus first; Chinese as an input method brings it."""
        self.effort.typed += 1
        if into is not None:
            into.setFocus()
            into.selectAll()
        focus = self._focus()
        if text.isascii():
            write(focus, text)
        elif isinstance(focus, QLineEdit):
            focus.insert(text)

    def push(self, button: QAbstractButton) -> None:
        """Go to a button, and press Ctrl Space, which no scanner sends."""
        self.sees(lambda: button.isVisible() and button.isEnabled())
        button.setFocus()
        self.key(Key.Key_Space, ctrl=True)

    def go_to(self, number: int) -> None:
        """The room of this number on the rail."""
        self.key(Qt.Key(Key.Key_0 + number), ctrl=True)

    # the eyes

    def sees(self, true: Callable[[], bool]) -> None:
        """Wait until the screen shows it."""

        def there() -> None:
            assert true(), f"waited in vain before this screen:\n{self.words()}"

        self.qtbot.waitUntil(there)

    def sees_page(self, page: QWidget) -> None:
        """Wait until this page is in front."""
        self.sees(page.isVisible)

    def reads(self, words: str) -> None:
        """Wait until these words stand on the screen."""

        def there() -> None:
            assert words in self.words(), f"{words!r} is not on the screen:\n{self.words()}"

        self.qtbot.waitUntil(there)

    def words(self) -> str:
        """Every word on the screen."""
        kinds: tuple[type[QLabel | QAbstractButton], ...] = (QLabel, QAbstractButton)
        parts = [part for kind in kinds for part in self.window.findChildren(kind)]
        return "\n".join(part.text() for part in parts if part.isVisible() and part.text())

    def sees_person(self, name: str) -> None:
        """Wait until this person is at the desk."""
        person = self.desk.person
        self.sees(lambda: person.isVisible() and person.person.name.text() == name)

    # what is there

    @property
    def app(self) -> FieldApp:
        return self.apps[-1]

    @property
    def window(self) -> MainWindow:
        return self.app.window

    @property
    def desk(self) -> DeskScreen:
        return self.window.desk

    @property
    def journal(self) -> Journal:
        """The open journal, for what no screen tells."""
        assert self.app.work is not None
        return self.app.work.practice.journal

    def exports(self) -> list[Path]:
        """The pages that were written for signing."""
        return sorted(self.laptop.home.parent.rglob("*.pdf"))

    def _focus(self) -> QWidget:
        return self.window.focusWidget() or self.window
