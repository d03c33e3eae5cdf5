"""Joins the board to the actions: who is watched, who leaves, and one timer for all the clocks.

What is shown always comes from what the journal answers. The timer fires when the next person may
leave, otherwise now and then; while nobody is watched it stands still.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from fieldapp.actions.consult import Practice
from fieldapp.actions.end_watch import EARLY, UNSEEN, WELL, end_watch, resume_watch
from fieldapp.actions.find_client import find_clients
from fieldapp.actions.moments import site_now, site_today
from fieldapp.actions.watch_board import Board, watch_board
from fieldapp.domain.client import Client
from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.immunization import ImmunizationEvent, ImmunizationStatus
from fieldapp.domain.scan import Scan, identify
from fieldapp.journal import clients, doses, drafts, reactions, settings, watched_note
from fieldapp.journal.journal import Journal
from fieldapp.ui.announce import announce
from fieldapp.ui.background import Lane
from fieldapp.ui.desk.state import ReasonState
from fieldapp.ui.error_words import in_words
from fieldapp.ui.lane_flow import LaneFlow
from fieldapp.ui.watch import present
from fieldapp.ui.watch.reaction_flow import DRAFT, ReactionFlow
from fieldapp.ui.watch.state import CardState
from fieldapp.ui.watch.watch_screen import WatchScreen
from fieldapp.ui.watch.words import EARLY as EARLY_WORDS
from fieldapp.ui.watch.words import early_words
from fieldapp.ui.words import scan_words, tr

SOUND = "watch.sound"
LOOK_MS = 20_000


@dataclass(frozen=True, slots=True)
class Seen:
    """What the journal answers about the board."""

    board: Board
    begun: frozenset[bytes]
    reports: int
    sound: bool


@dataclass(frozen=True, slots=True)
class _Left:
    """Who left last, to take it back."""

    dose_ids: tuple[bytes, ...]
    words: str


class WatchFlow(LaneFlow):
    """The watch of one team, for whoever is at the laptop."""

    recorded = Signal()  # something is in the journal that was not
    looked = Signal(object)  # the Board as it stands: for the badge, and for the desk

    def __init__(
        self, screen: WatchScreen, practice: Practice, user: str, lane: Lane, parent: QObject
    ) -> None:
        super().__init__(lane, parent)
        self._screen, self._practice, self._user = screen, practice, user
        self.seen: Seen | None = None
        self._leaving: CardState | None = None
        self._left: _Left | None = None
        self._told: frozenset[bytes] | None = None
        self._noted: int | None = None
        self.reports = ReactionFlow(screen, practice, user, self._do)
        self.reports.recorded.connect(self._recorded)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self.refresh)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        s = self._screen
        s.leave_requested.connect(self._leave)
        s.reaction_requested.connect(self._reaction)
        s.undo_requested.connect(self._undo)
        s.forgotten_requested.connect(self._let_forgotten_go)
        s.reports_requested.connect(self.reports.show_list)
        s.sound_requested.connect(self._change_sound)
        s.scanned.connect(self.scan)
        s.reason_confirmed.connect(self._reason)
        s.cancelled.connect(self._cancel)

    def stop(self) -> None:
        """End the clocks of the screen; those of the people go on in the journal."""
        self.reports.stop()
        self._timer.stop()
        super().stop()

    # looking

    def refresh(self) -> None:
        """Look at everybody's clocks again."""
        self._do(self._look, self._show)

    def _look(self) -> Seen:
        journal = self._practice.journal
        names = drafts.names(journal, DRAFT)
        seen = Seen(
            board=watch_board(self._practice),
            begun=frozenset(bytes.fromhex(name.split()[1]) for name in names),
            reports=reactions.count(journal),
            sound=settings.read(journal.db, SOUND) == b"on",
        )
        people = len(seen.board.people)
        if people != self._noted:
            watched_note.write(journal.home, people, self._practice.clock.now())
            self._noted = people
        return seen

    def _show(self, seen: Seen) -> None:
        self.seen = seen
        state = present.board(
            self._practice,
            seen.board,
            begun=seen.begun,
            reports=seen.reports,
            undo=self._left.words if self._left else "",
            sound=seen.sound,
        )
        self._screen.show_board(state)
        self._tell_who_may_leave(seen)
        self.looked.emit(seen.board)
        self._wind_up(seen.board)

    def _wind_up(self, board: Board) -> None:
        if not board.people or self._stopped:
            self._timer.stop()
            return
        waits = [one.standing.left_s * 1000 for one in board.people if not one.standing.may_leave]
        self._timer.start(min([LOOK_MS, *waits]))

    def _tell_who_may_leave(self, seen: Seen) -> None:
        """Say it once, when somebody's time has come to its end."""
        over = [one for one in seen.board.people if one.standing.may_leave]
        before = self._told
        self._told = frozenset(dose for one in over for dose in one.dose_ids)
        if before is None:
            return
        fresh = [one for one in over if not before.issuperset(one.dose_ids)]
        if fresh:
            names = [one.client.details.name for one in fresh]
            announce(self._screen.window(), present.may_leave(names))
            if seen.sound:
                QApplication.beep()

    # leaving

    def _leave(self, card: CardState) -> None:
        if card.may_leave:
            words = present.left_words(card.name, WELL, site_now(self._practice.clock))
            self._end(_Left(card.dose_ids, words), WELL)
            return
        self._leaving = card
        reasons = tuple((code, early_words(code)) for code in EARLY_WORDS)
        title = tr("{name} leaves early ({left}). Why?").format(name=card.name, left=card.left)
        self._screen.show_reasons(ReasonState(title, reasons, tr("Leaves early")))

    def _end(self, left: _Left, outcome: str, reason: str | None = None) -> None:
        journal, user = self._practice.journal, self._user
        self._do(
            lambda: end_watch(journal, left.dose_ids, outcome, user=user, reason=reason),
            lambda _none: self._ended(left),
        )

    def _ended(self, left: _Left | None) -> None:
        self._left = left
        if left is None:
            self._screen.board.say("")
        else:
            announce(self._screen.window(), left.words)
        self._recorded()

    def _undo(self) -> None:
        left, journal, user = self._left, self._practice.journal, self._user
        if left is not None:
            self._do(
                lambda: resume_watch(journal, left.dose_ids, user=user),
                lambda _none: self._ended(None),
            )

    def _let_forgotten_go(self) -> None:
        journal, user = self._practice.journal, self._user
        people = self.seen.board.forgotten if self.seen else ()

        def work() -> None:
            for one in people:
                end_watch(journal, one.dose_ids, UNSEEN, user=user)

        self._do(work, lambda _none: self._recorded())

    def _reason(self, code: str, _text: str) -> None:
        card, self._leaving = self._leaving, None
        if card is None:
            self.reports.withdraw(code)
            return
        self._screen.go_to_board()
        words = present.left_words(card.name, EARLY, site_now(self._practice.clock))
        self._end(_Left(card.dose_ids, words), EARLY, code)

    def _cancel(self) -> None:
        asked_to_withdraw = self.reports.asking and self._leaving is None
        self._leaving = None
        if asked_to_withdraw:
            self.reports.go_on()
        else:
            self.reports.leave()
            self._screen.go_to_board()
            self.refresh()

    # reactions, and looking for somebody

    def _reaction(self, card: CardState) -> None:
        if card.reaction is not None:
            self.reports.open_report(card.reaction)
        elif len(card.dose_ids) == 1:
            self.reports.open_dose(card.dose_ids[0])
        else:
            self._offer_doses(card)

    def _offer_doses(self, card: CardState) -> None:
        people = self.seen.board.people if self.seen else ()
        for one in people:
            if one.dose_ids == card.dose_ids:
                self.reports.offer_doses(one.client, one.doses)

    def scan(self, text: str) -> None:
        """Somebody's card, document or name: their place on the board, or their doses."""
        scan = identify(text, site_today(self._practice.clock))
        if not scan.valid:
            self._screen.board.say(scan_words(scan), "stop")
            return
        self._do(lambda: self._who(scan), self._found)

    def _who(self, scan: Scan) -> list[tuple[Client, list[ImmunizationEvent]]]:
        journal = self._practice.journal
        here = [c for c in find_clients(journal, scan) if clients.get(journal, c.client_id)]
        return [(client, _given(journal, client)) for client in here]

    def _found(self, found: list[tuple[Client, list[ImmunizationEvent]]]) -> None:
        board = self._screen.board
        for _client, given in found:
            if any(board.choose(dose.event_id) for dose in given):
                return
        if len(found) == 1:
            self.reports.offer_doses(*found[0])
        elif found:
            board.say(tr("Several people may be meant. Scan a document."), "stop")
        else:
            board.say(tr("Nobody of this laptop’s records. Look on the desk."), "stop")

    def _change_sound(self) -> None:
        journal, on = self._practice.journal, not (self.seen and self.seen.sound)
        value = b"on" if on else b"off"
        self._do(lambda: settings.write(journal.db, SOUND, value), lambda _none: self.refresh())

    # the lane

    def _recorded(self) -> None:
        self.recorded.emit()  # whoever joins the rooms has everybody look again, this one too

    def _failed(self, error: FieldAppError) -> None:
        if self._stopped:
            return
        self._screen.show_fault(in_words(error))
        self.refresh()


def _given(journal: Journal, client: Client) -> list[ImmunizationEvent]:
    """The doses of somebody that happened, the newest first."""
    events = reversed(doses.of_client(journal, client.client_id))
    return [event for event in events if event.status is ImmunizationStatus.COMPLETED]
