"""Joins the call list to the actions: who is due, one person at a time, what came of a call.

The list is read as a whole and narrowed at every key, both on the journal's lane. While the book of
due doses is behind it is counted a bite at a time, between whatever else the journal is asked for.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from fieldapp.actions.calls.call_list import CallList, Entry, Wanted, call_list, chosen
from fieldapp.actions.calls.call_page import CallPage, call_page, script_for
from fieldapp.actions.calls.demand import next_two_weeks
from fieldapp.actions.calls.due_book import catch_up
from fieldapp.actions.moments import site_now, site_today
from fieldapp.actions.practice import Practice
from fieldapp.domain.call import Call, Outcome
from fieldapp.domain.demand import Demand
from fieldapp.domain.errors import FieldAppError
from fieldapp.ui.announce import announce
from fieldapp.ui.background import Lane
from fieldapp.ui.calls import present
from fieldapp.ui.calls.calls_screen import CallsScreen
from fieldapp.ui.calls.note_flow import KIND, NoteFlow
from fieldapp.ui.calls.state import ListState
from fieldapp.ui.desk.resume_flow import LeftOpen
from fieldapp.ui.error_words import in_words
from fieldapp.ui.journal_work import JournalWork
from fieldapp.ui.lane_flow import LaneFlow
from fieldapp.ui.language import CHINESE, spoken

_QUIET_MS, _LOOK_MS = 3000, 10 * 60_000
_HAS_PHONE = {"": None, "yes": True, "no": False}


class CallsFlow(LaneFlow):
    """The calls of one team, for whoever is at the laptop."""

    recorded = Signal()  # something is in the journal that was not
    looked = Signal(object)  # the CallList as it stands, for the badge
    paper_requested = Signal(object, object)  # lists to print: list[Entry], list[Demand]

    def __init__(
        self, screen: CallsScreen, practice: Practice, user: str, lane: Lane, parent: QObject
    ) -> None:
        super().__init__(lane, parent)
        self._screen, self._practice, self._user = screen, practice, user
        self.found: CallList | None = None
        self._page: CallPage | None = None
        self._left: LeftOpen | None = None
        self._shown: list[Entry] = []
        self._stale = True
        work = JournalWork(practice, user, self._do)
        self.notes = NoteFlow(work, screen, self._noted)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.refresh)
        self._connect()
        self._timer.start(_QUIET_MS)

    def _connect(self) -> None:
        screen = self._screen
        screen.board.filtered.connect(self._narrow)
        screen.board.person_chosen.connect(self._choose)
        screen.outcome_chosen.connect(self._ask)
        screen.phone_requested.connect(self._ask_phone)
        screen.take_back_requested.connect(self._ask_take_back)
        screen.demand_requested.connect(self._look_at_demand)
        screen.print_requested.connect(self._print)
        screen.cancelled.connect(self._cancel)

    def stop(self) -> None:
        """End the flow; a form keeps what is half typed."""
        self._screen.setFocus()  # leaving a field writes its draft
        super().stop()
        self._timer.stop()

    # the list

    def refresh(self) -> None:
        """Read the whole list again."""
        self._stale = False  # what is recorded from now on makes it so again
        self._do(lambda: call_list(self._practice), self._listed)

    def entered(self) -> None:
        """Somebody came: the list is there already, unless something was recorded since."""
        today = site_today(self._practice.clock)
        if self._stale or self.found is None or self.found.today != today:
            self.refresh()

    def look_soon(self) -> None:
        """Something was recorded: look at once if somebody sees it, otherwise when it is quiet."""
        self._stale = True
        self._timer.start(0 if self._screen.isVisible() else _QUIET_MS)

    def _listed(self, found: CallList) -> None:
        self.found = found
        self._timer.start(_LOOK_MS)
        self._screen.board.show_filters(present.filters(found))
        self._narrow()
        self._do(lambda: None, lambda _: self._choose())  # what is said of them may be different
        self.looked.emit(found)
        if found.counting:
            self._count_on()

    def _count_on(self) -> None:
        self._do(lambda: catch_up(self._practice), self._counted)

    def _counted(self, more: bool) -> None:
        if more:
            self._count_on()
        else:
            self.refresh()

    def _narrow(self) -> None:
        """To choose among thousands, and to count them, takes some tens of milliseconds each: not
        on this thread."""
        found, wanted = self.found, self._wanted()

        def work(found: CallList) -> tuple[list[Entry], ListState]:
            shown = chosen(found.entries, wanted)
            return shown, present.list_state(found, shown)

        if found is not None:
            self._do(lambda: work(found), lambda narrowed: self._narrowed(*narrowed))

    def _narrowed(self, shown: list[Entry], state: ListState) -> None:
        self._shown = shown
        self._screen.board.show_list(state)

    def _wanted(self) -> Wanted:
        board = self._screen.board
        picked = board.chosen_filter
        place, language = picked(board.place), picked(board.language)
        return Wanted(
            show=picked(board.show_which) or "open",
            place=None if board.place.currentIndex() < 1 else place,
            language=None if board.language.currentIndex() < 1 else language,
            has_phone=_HAS_PHONE[picked(board.phone)],
            text=board.text.text(),
        )

    # the person

    @property
    def _key(self) -> tuple[bytes, str] | None:
        line = self._screen.board.table.chosen
        return None if line is None else line.key

    def _choose(self) -> None:
        key = self._key
        if key is None:
            self._page = None
            self._screen.board.pane.show_person(None)
        else:
            self._do(lambda: call_page(self._practice, *key), self._show_page)

    def _show_page(self, page: CallPage) -> None:
        key, pane = self._key, self._screen.board.pane
        if key is None or page.entry is None or page.entry.client_id != key[0]:
            return  # somebody else was chosen meanwhile, or nothing is due to them any more
        if pane.asks and not self._is_of(page, key):
            self.notes.leave()
            pane.show_talk()
        self._page = page
        now = site_now(self._practice.clock)
        script = script_for(
            page.entry,
            team=self._practice.journal.team.name,
            caller=page.callers.get(self._user, self._user),
            today=now.date(),
            fallback="zh" if spoken() == CHINESE else "en",
        )
        pane.show_person(present.person_state(self._practice, page, page.entry, script, now))
        self._go_on_with_what_was_left(page.entry)

    def _is_of(self, page: CallPage, key: tuple[bytes, str]) -> bool:
        """Whether the form that is open is about this very person."""
        return self._page is not None and self._entry_key(self._page) == key

    def _entry_key(self, page: CallPage) -> tuple[bytes, str] | None:
        entry = page.entry
        return None if entry is None else (entry.client_id, entry.course.series_id)

    # what came of a call

    @property
    def _entry(self) -> Entry | None:
        return None if self._page is None else self._page.entry

    def _ask(self, code: str) -> None:
        if self._entry is not None:
            self.notes.ask(Outcome(code), self._entry)

    def _ask_phone(self) -> None:
        if self._entry is not None:
            self.notes.ask_phone(self._entry)

    def _ask_take_back(self) -> None:
        call = self._last_call()
        if self._entry is not None and call is not None:
            self.notes.ask_take_back(self._entry, call)

    def _last_call(self) -> Call | None:
        calls = () if self._page is None else self._page.calls
        return next((call for call in reversed(calls) if call.withdrawn is None), None)

    def _noted(self, words: str, go_on: bool) -> None:
        """It is on record: say so, and call the next one."""
        if go_on:
            self._screen.board.table.step(1)
        self._screen.go_to_board()
        self._screen.board.say(words, "ok")
        announce(self._screen.window(), words)
        self.recorded.emit()

    def go_on_with(self, left: LeftOpen) -> None:
        """What lay open at a crash or a lock is asked again, once its person is here."""
        if left.kind.startswith(KIND):
            self._left = left
            self.refresh()

    def _go_on_with_what_was_left(self, entry: Entry) -> None:
        left = self._left
        if left is None:
            return
        if entry.client_id == left.subject:
            self._left = None
            self.notes.go_on_with(left, entry, self._last_call())
            return
        lines = self._screen.board.table.people.lines
        key = next((line.key for line in lines if line.key[0] == left.subject), None)
        if key is None or not self._screen.board.table.choose(key):
            self._left = None

    # demand and paper

    def _look_at_demand(self) -> None:
        self._do(lambda: next_two_weeks(self._practice), self._show_demand)

    def _show_demand(self, answer: tuple[CallList, list[Demand]]) -> None:
        page = self._screen.demand
        page.show_demand(present.demand_state(self._practice.catalogue, answer[1]))
        self._screen.show_page(page)
        page.arrive()

    def _print(self) -> None:
        def ready(answer: tuple[CallList, list[Demand]]) -> None:
            self.paper_requested.emit(self._shown, answer[1])

        self._do(lambda: next_two_weeks(self._practice), ready)

    def _cancel(self) -> None:
        self.notes.leave()
        self._screen.go_to_board()

    def _failed(self, error: FieldAppError) -> None:
        if self._stopped:
            return
        if not self.notes.say_fault(in_words(error)):
            self._screen.board.say(in_words(error), "stop")
