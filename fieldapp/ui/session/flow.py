"""Joins the session room to the actions: the morning, the day, and the close.

What is shown always comes from what the journal answers. Nothing lives only in memory: after a
dead battery the same operation is open, with everything that was counted.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from fieldapp.actions.booked import is_booking_day
from fieldapp.actions.close_session import close_session, require_closable
from fieldapp.actions.consult import Practice
from fieldapp.actions.end_watch import EARLY, UNSEEN, end_watch
from fieldapp.actions.export_sessions import newest_summary
from fieldapp.actions.load_vials import Load, load_vials
from fieldapp.actions.permission import SecondPerson, may, vouch, who_may
from fieldapp.actions.session_standing import SessionStanding, current_standing
from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.roles import Deed
from fieldapp.journal.keyslots import StaffUser
from fieldapp.journal.session_doses import people_before
from fieldapp.ui.background import Lane
from fieldapp.ui.bookings.flow import BookedFlow
from fieldapp.ui.desk.state import ReasonState
from fieldapp.ui.desk.vouch_flow import second_person_form
from fieldapp.ui.lane_flow import LaneFlow
from fieldapp.ui.position import Position, last_known
from fieldapp.ui.recall_words import fault_words
from fieldapp.ui.session import present
from fieldapp.ui.session.count_flow import CountFlow
from fieldapp.ui.session.keep_flow import KeepFlow
from fieldapp.ui.session.page_file import write_page
from fieldapp.ui.session.session_screen import SessionScreen
from fieldapp.ui.session.start_flow import Loading, StartFlow
from fieldapp.ui.session.state import CASH, LoadForm
from fieldapp.ui.session.words import LEFT, title_words
from fieldapp.ui.session.workbook_flow import WorkbookFlow
from fieldapp.ui.stock.present import site_time
from fieldapp.ui.words import tr


class SessionFlow(LaneFlow):
    """One team's operations, for whoever is at the laptop."""

    recorded = Signal()  # something is in the journal that was not
    room_requested = Signal(str)
    page_requested = Signal(object)  # a SessionSummary, to look at and print
    desk_requested = Signal(str)  # a document or code, as if it were scanned there

    def __init__(
        self,
        screen: SessionScreen,
        practice: Practice,
        user: str,
        lane: Lane,
        exports: Path,
        parent: QObject,
        *,
        aside: Lane,
        position: Callable[[], Position | None] = last_known,
    ) -> None:
        super().__init__(lane, parent)
        self._screen, self._practice, self._user = screen, practice, user
        self._exports = exports
        self.at: SessionStanding | None = None
        self._before: tuple[str, tuple[int, int]] = ("", (0, 0))
        self._asks_about_old, self._begun, self._over = True, False, False
        self.counting = CountFlow(screen, practice, user, self._do, self.refresh, self._recorded)
        self.keeping = KeepFlow(screen, practice, self._do, self.refresh)
        self.starting = StartFlow(screen.start, practice, user, self._do, self._opened, position)
        self.booked = BookedFlow(
            screen.booked, practice.journal, user, self._do, self.recorded.emit
        )
        self.workbook = WorkbookFlow(
            screen,
            practice,
            user,
            self._do,
            lambda work, then: self._do(work, then, aside),
            self._recorded,
            exports,
        )
        self._adding = Loading(screen.load.loads, practice, self._do, self._add)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        s = self._screen
        s.next_requested.connect(self._next)
        s.add_requested.connect(self._show_load)
        s.print_requested.connect(self._show_page)
        s.close_requested.connect(self._close)
        s.go_on_requested.connect(self._keep_old)
        s.cancelled.connect(self._leave)
        s.booked_requested.connect(lambda: self.booked.open(s.show_booked))
        s.booked.desk_requested.connect(lambda row: self.desk_requested.emit(row.code))
        s.reason_confirmed.connect(self._they_left)
        s.second.submitted.connect(self._close_together)
        s.open.checks.action_requested.connect(self._check)

    def _leave(self) -> None:
        """Back to the operation, or without one to the morning's form."""
        if self.at is None:
            self._show_start()
        else:
            self._screen.go_to_open()

    def stop(self) -> None:
        """Begin nothing more; the form keeps what is half typed."""
        super().stop()

    def _failed(self, error: FieldAppError) -> None:
        if not self._stopped:
            self._screen.show_fault(fault_words(error, site_time(self._practice)))

    def _recorded(self) -> None:
        self.recorded.emit()
        self.refresh()

    # looking

    def refresh(self) -> None:
        """Read how the session stands."""
        practice, journal = self._practice, self._practice.journal
        self._do(lambda: is_booking_day(journal), self._screen.open.offer_bookings)
        if self._screen.shows_booked:
            self.booked.look()
        self._do(lambda: current_standing(practice), self._show)

    def _look_back(self, at: SessionStanding) -> None:
        """Count what came before this session, once: it is much, and does not change any more."""
        journal, label = self._practice.journal, at.session.label
        if self._before[0] != label:
            self._before = (label, (0, 0))
            self._do(
                lambda: people_before(journal, label), lambda found: self._looked_back(label, found)
            )

    def _looked_back(self, label: str, found: tuple[int, int]) -> None:
        self._before = (label, found)
        self.refresh()

    def _show(self, at: SessionStanding | None) -> None:
        self.at = at
        if at is not None:
            self._begun = self._over = False
            self.counting.look(at)
            self.keeping.look(at)
            self._look_back(at)
            self._screen.show_open(
                present.open_page(
                    self._practice.catalogue,
                    at,
                    self.counting.key,
                    self._practice.clock,
                    before=self._before[1],
                    asks_about_old=self._asks_about_old,
                )
            )
        elif not self._begun and not self._over:
            self._show_start()

    # the morning

    def _show_start(self) -> None:
        self._begun, self._over = True, False
        self.starting.show()
        self._screen.show_start()

    def _opened(self) -> None:
        self._asks_about_old = False
        self._screen.open.say(tr("The operation is open. Good day!"), "ok")
        self._recorded()

    def _next(self) -> None:
        if self.at is None:
            self._show_start()
            return
        words = tr("{operation} is still open. Go on with it, or count the box and close it first.")
        self._screen.open.say(words.format(operation=title_words(self.at.session)), "wait")

    def _keep_old(self) -> None:
        self._asks_about_old = False
        self.refresh()

    # more vials

    def _show_load(self) -> None:
        self._screen.load.loads.show_loads((), removable=False)
        self._screen.show_load()

    def _add(self, _form: LoadForm, load: Load) -> None:
        if self.at is None:
            return
        journal, label, user = self._practice.journal, self.at.session.label, self._user
        self._do(
            lambda: load_vials(journal, load, label, user=user), lambda _event: self._added(load)
        )

    def _added(self, load: Load) -> None:
        card = self._screen.load.loads
        (line,) = present.load_rows(self._practice.catalogue, [load])
        card.clear()
        card.say(tr("On board: {lot}, {detail}").format(lot=line.words, detail=line.detail), "ok")
        self._recorded()

    # the evening

    def _check(self, action: str) -> None:
        if action == "cash":
            self.counting.choose(CASH)
            self._screen.arrive()
        elif action == "left":
            self._ask_how_they_left()
        elif not self.keeping.check(action):
            self.room_requested.emit(action)

    def _ask_how_they_left(self) -> None:
        names = tr(", ").join(one.name for one in self.at.watched) if self.at else ""
        title = tr("How did they leave? {names}").format(names=names)
        reasons = tuple((code, tr(words)) for code, words in LEFT.items())
        self._screen.show_reason(ReasonState(title, reasons, tr("Record for all of them")))

    def _they_left(self, code: str, _words: str) -> None:
        if self.at is None or code not in LEFT:
            return  # the answer to another question
        journal, user, watched = self._practice.journal, self._user, self.at.watched
        outcome, reason = (UNSEEN, None) if code == UNSEEN else (EARLY, code)

        def work() -> None:
            with journal.transaction():
                for one in watched:
                    end_watch(journal, one.dose_ids, outcome, user=user, reason=reason)

        self._screen.go_to_open()
        self._screen.open.say("")
        self._do(work, lambda _none: self._recorded())

    def _close(self) -> None:
        if self.at is None:
            return
        try:
            require_closable(self.at)
        except FieldAppError as error:
            self._failed(error)
            return
        journal, user, deed = self._practice.journal, self._user, Deed.CLOSE_SESSION

        def work() -> list[StaffUser] | None:
            return None if may(journal, user, deed) else who_may(journal, deed, beside=user)

        self._do(work, self._close_alone_or_ask)

    def _close_alone_or_ask(self, others: list[StaffUser] | None) -> None:
        practice, user = self._practice, self._user
        if others is None:
            self._do(lambda: close_session(practice, user=user), self._closed)
            return
        self._screen.show_second(second_person_form(others))

    def _close_together(self, values: dict[str, str]) -> None:
        practice, user = self._practice, self._user
        login, pin = values["who"], values["pin"]
        if not (login and pin):
            self._screen.second.show_fault(
                tr("Choose who confirms it, and let them type their PIN.")
            )
            return

        def work() -> SessionStanding:
            deed, secrets = Deed.CLOSE_SESSION, practice.secrets
            second: SecondPerson = vouch(practice.journal, user, deed, login, pin, secrets)
            return close_session(practice, user=user, second=second)

        self._do(work, self._closed)

    def _closed(self, at: SessionStanding) -> None:
        self._over = True
        catalogue, number = self._practice.catalogue, at.session.operation or 0
        self._screen.show_closed(present.closed_page(catalogue, at, number + 1))
        self._write_page()
        self._recorded()

    # the page to sign

    def _show_page(self) -> None:
        practice = self._practice
        self._do(lambda: newest_summary(practice), self.page_requested.emit)

    def _write_page(self) -> None:
        practice, exports = self._practice, self._exports
        self._do(lambda: write_page(practice, exports), self._written)

    def _written(self, file: Path) -> None:
        words = tr("The page to sign is in {file}").format(file=file)
        self._screen.closed.say(words)
