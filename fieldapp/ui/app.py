"""The app: joins the window to the actions, from unlock to lock. One person at a time.

Two lanes: the journal's (look-ups and records, in order) and the network's (one sync at a time).
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication

from fieldapp.actions.battery import Battery, battery
from fieldapp.domain.errors import FieldAppError
from fieldapp.ui.appearance import Appearance
from fieldapp.ui.background import Job, Lane
from fieldapp.ui.bugs import log_bug
from fieldapp.ui.error_words import in_words
from fieldapp.ui.frame import Frame
from fieldapp.ui.garbage import Collector
from fieldapp.ui.idle import IdleWatch
from fieldapp.ui.keeper import Keeper, Person
from fieldapp.ui.lock_screen import LockUser
from fieldapp.ui.main_window import MainWindow
from fieldapp.ui.rooms import DOCTOR, HOME, ROOMS, SET_UP
from fieldapp.ui.strips import TruthState
from fieldapp.ui.turns import Turns
from fieldapp.ui.words import clocks_go_on, role_words, tr

if TYPE_CHECKING:  # loaded at the first unlock, so that the lock itself is there at once
    from fieldapp.actions.consult import Practice
    from fieldapp.actions.doctor.finding import Finding
    from fieldapp.actions.overview import Overview
    from fieldapp.ui.work import Work

_TICK_MS = 20_000
DESKTOP_NAME = "fieldapp"
"""By this name a desktop, and the portal that a camera is asked of, knows the app."""


def monotonic_ms() -> int:
    """Milliseconds that only ever grow."""
    return time.monotonic_ns() // 1_000_000


class FieldApp(QObject):
    """The running app. `practice_requested`: somebody wants to practise; the lock is closed."""

    practice_requested = Signal()

    def __init__(
        self,
        app: QApplication,
        keeper: Keeper,
        *,
        appearance: Appearance | None = None,
        now_ms: Callable[[], int] = monotonic_ms,
        chance: Callable[[], float] = random.random,
    ) -> None:
        super().__init__(app)
        app.setDesktopFileName(DESKTOP_NAME)
        self._garbage = Collector(self)
        self.appearance = appearance or Appearance(app)
        self.appearance.rewritten.connect(self._rewrite)
        self.idle = IdleWatch(now_ms, self)
        self._app, self._keeper, self._now_ms, self._chance = app, keeper, now_ms, chance
        self.journal_lane, self.network_lane, self.copy_lane = Lane(self), Lane(self), Lane(self)
        self.neighbour_lane, self.chain_lane, self.aside_lane = Lane(self), Lane(self), Lane(self)
        self.work: Work | None = None
        self._people: list[Person] = []
        self._turns = Turns()
        self._frame = Frame(keeper.clock)
        self.window = self._new_window()
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._beat)
        self._tick.start()
        self.show_lock()
        self._look_at_battery()

    def _beat(self) -> None:
        lanes = (self.journal_lane, self.network_lane, self.copy_lane)
        self._garbage.collect_in_a_quiet_moment(*(lane.busy for lane in lanes))
        self.lock_if_idle()
        self.refresh()
        self._look_at_battery()

    def _look_at_battery(self) -> None:
        """Where the machine has to ask its battery it may take a while: not on this thread."""
        job = Job(battery, self)
        job.succeeded.connect(self._show_battery)
        job.crashed.connect(self.report_bug)
        self.chain_lane.start(job)

    def _show_battery(self, charge: Battery | None) -> None:
        self._frame.charge = charge
        self._show_strips()

    # the window, made again when language or text size change

    def _new_window(self) -> MainWindow:
        window = _Window(self._now_ms, self._keeper.note, self.shut_down)
        window.lock.unlock_requested.connect(self.unlock)
        window.lock_requested.connect(self.lock)
        window.switch_requested.connect(self.switch)
        window.theme_requested.connect(self.appearance.next_theme)
        window.language_requested.connect(self.appearance.next_language)
        window.text_requested.connect(self.appearance.resize_text)
        window.room_shown.connect(self._entered)
        self.idle.follow(window)
        return window

    def _entered(self, room: str) -> None:
        self.refresh()
        if self.work is not None:
            self.work.entered(room)
        elif room == DOCTOR:
            self.window.doctor.show_open(False)
            self._do(lambda: list(self._keeper.outside()), self._show_outside)

    def _show_outside(self, found: list[Finding]) -> None:
        from fieldapp.ui.doctor.present import items

        self.window.doctor.show_items(items(found))

    def _rewrite(self) -> None:
        """The same place, in the other language or with other text."""
        old, room = self.window, self.window.room
        at = old.set_up.at if room == SET_UP else ""
        self.window = self._new_window()
        self.window.setGeometry(old.geometry())
        if self.work is None:
            self.show_lock()
        else:
            person, practice, pin = self.work.person, self.work.practice, self.work.set_up.pin
            self._end_flows()
            self._begin(person, practice, pin)
            self.window.show_room(room if room in {r.name for r in ROOMS} else HOME)
            if at:
                self.window.set_up.at = at
                self.window.show_page(SET_UP)
        self.window.show()
        old.deleteLater()

    # lock and unlock

    def show_lock(self) -> None:
        """Offer the people of this laptop; look them up where the disk may be slow."""
        self.window.show_lock()
        self._show_strips()
        keeper = self._keeper
        self._do(lambda: (list(keeper.people()), keeper.watched(), keeper.practises()), self._offer)

    def _offer(self, known: tuple[list[Person], int, bool]) -> None:
        people, watched, practises = known
        self.window.show_practice(practises)
        self._people = people
        self.window.lock.say(clocks_go_on(watched))
        users = [LockUser(p.login, f"{p.name} · {role_words(p.role)}") for p in people]
        self.window.lock.show_users(users, self._turns.offered)

    def let_in(self, login: str, pin: str) -> None:
        """Whoever made this laptop a moment ago need not type their PIN again."""
        self._do(lambda: None, lambda _offered: self.unlock(login, pin, just_made=True))

    def unlock(self, login: str, pin: str, *, just_made: bool = False) -> None:
        """Try a PIN; stretching it into a key takes about half a second."""
        lock = self.window.lock
        lock.show_busy(True)
        lock.show_message(tr("Opening…"))
        job = Job(lambda: self._keeper.unlock(login, pin), self)
        person = next(p for p in self._people if p.login == login)
        known = pin if just_made else ""
        job.succeeded.connect(lambda practice: self._unlocked(person, practice, known))
        job.failed.connect(self._still_locked)
        job.crashed.connect(self.report_bug)
        self._after_others(lambda: self.journal_lane.start(job))

    def _still_locked(self, error: FieldAppError) -> None:
        lock = self.window.lock
        lock.show_busy(False)
        lock.clear_pin()
        lock.show_message(in_words(error), "stop")

    def _unlocked(self, person: Person, practice: Practice, pin: str) -> None:
        self.window.lock.show_busy(False)
        self.window.lock.clear_pin()
        self.window.lock.show_message("")
        self._turns.came(person.login)
        self.idle.touched()
        work = self._begin(person, practice, pin)
        self.window.show_room(HOME)
        work.set_up.look()

    def _begin(self, person: Person, practice: Practice, pin: str) -> Work:
        from fieldapp.ui.work import Lanes, Work

        self.work = work = Work(
            self.window,
            practice,
            person,
            Lanes(self.journal_lane, *self._beside()),
            exports=self._keeper.exports,
            chance=self._chance,
            parent=self,
        )
        self.work.changed.connect(self.refresh)
        self.work.doctor.join(self.appearance)
        self.work.copied.connect(self._show_strips)
        self.work.shut_out.connect(self.lock)
        self.window.show_practice(practice.journal.team.made_up)
        self.work.practice_wanted.connect(self._practise)
        self.work.set_up.know(pin)
        self.work.bug.connect(self.report_bug)
        self._garbage.set_aside()  # by now every room is loaded
        return work

    def _practise(self) -> None:
        self.lock()  # so that nobody takes this window for that of the practice
        self.practice_requested.emit()

    def lock(self) -> None:
        """Close the journal and forget its key; what was half typed is gone from the screen."""
        work = self.work
        if work is None:
            return
        self._end_flows()
        self._after_others(lambda: self._close(work.practice))
        old = self.window
        self.window = self._new_window()  # nothing of the person stays in any widget
        self.window.setGeometry(old.geometry())
        self.show_lock()
        self.window.show()
        old.deleteLater()

    def switch(self) -> None:
        """Lock, and offer the other person first."""
        if self.work is not None:
            self._turns.swap([person.login for person in self._people])
            self.lock()

    def lock_if_idle(self) -> None:
        """Lock by itself when nobody has touched anything for as long as is liked, and nothing is
        being recorded or asked just now; a sync goes on behind the lock."""
        most_s = self.appearance.liked.lock_after_min * 60
        busy = self.journal_lane.busy or QApplication.activeModalWidget() is not None
        if most_s and self.idle.idle_s >= most_s and not busy:
            self.lock()

    def _close(self, practice: Practice) -> None:
        self._do(lambda: self._keeper.close(practice), lambda _closed: None)

    def _after_others(self, then: Callable[[], object]) -> None:
        """Do it when what may still be running has ended; the window goes on."""
        self._after(self._beside(), then)

    def _beside(self) -> tuple[Lane, Lane, Lane, Lane, Lane]:
        """The lanes beside the journal's."""
        roads = self.network_lane, self.copy_lane, self.neighbour_lane
        return *roads, self.chain_lane, self.aside_lane

    def _after(self, lanes: Sequence[Lane], then: Callable[[], object]) -> None:
        if not lanes:
            then()
            return
        barrier = Job(lambda: None, self)
        barrier.succeeded.connect(lambda _none: self._after(lanes[1:], then))
        lanes[0].start(barrier)

    def _end_flows(self) -> None:
        if self.work is not None:
            self.work.end()
            self.work = None

    def shut_down(self) -> None:
        """Let running work finish, then let the journal go."""
        work, self.work = self.work, None
        self._tick.stop()
        if work is not None:
            work.stop()
        for lane in (*self._beside(), self.journal_lane):
            lane.wait()
        self.appearance.wait()
        if work is not None:
            self._keeper.close(work.practice)
        self._garbage.end()

    # the strips

    def refresh(self) -> None:
        """Count again, on the journal's lane, and show it."""
        work = self.work
        if work is None:
            self._show_strips()
            return
        from fieldapp.actions.overview import overview

        self._do(lambda: overview(work.practice), self._show_overview)
        work.copy.catch_up()  # after every dose, and once a tick should the card come back

    def _show_overview(self, now: Overview) -> None:
        if self.work is not None:
            self.work.show(now)
            self._frame.count(now, self.work)
            self._show_strips()

    def _show_strips(self) -> None:
        self._frame.draw(self.window, self.work)

    @property
    def truth(self) -> TruthState | None:
        """What the truth strip says; None before anything was counted."""
        return self._frame.truth

    def _do(self, work: Callable[[], object], then: Callable[..., None]) -> None:
        job = Job(work, self)
        job.succeeded.connect(then)
        job.failed.connect(lambda error: self.window.lock.show_message(in_words(error), "stop"))
        job.crashed.connect(self.report_bug)
        self.journal_lane.start(job)

    def report_bug(self, bug: Exception) -> None:
        """Something unexpected: say so in words, log where it happened, never what about whom."""
        log_bug(bug)
        words = tr("Something went wrong in the program. What was saved is safe. Try again.")
        if self.work is None:
            self.window.lock.show_message(words, "stop")
            self.window.lock.show_busy(False)
        else:
            self.window.desk.scan.say(words, "stop")


class _Window(MainWindow):
    """The main window that ends the app's work when it is closed."""

    def __init__(self, now_ms: Callable[[], int], note: str, closing: Callable[[], None]) -> None:
        super().__init__(now_ms, note)
        self._closing = closing
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._closing()
        super().closeEvent(event)
