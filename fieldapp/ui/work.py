"""An unlocked laptop: who is there, and the flows of the rooms, joined to one another.

Whatever any flow records or receives is *changed*: the strips count again, and every flow that
shows what may be different now looks again. A new room joins its flow here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from fieldapp.actions.calls.call_list import CallList
from fieldapp.actions.consult import Practice
from fieldapp.actions.overview import Overview
from fieldapp.actions.stock.stock_board import StockBoard
from fieldapp.actions.watch_board import Board
from fieldapp.ui.background import Lane
from fieldapp.ui.calls.flow import CallsFlow
from fieldapp.ui.calls.note_flow import KIND as CALL
from fieldapp.ui.calls.present import badge_words as call_badge_words
from fieldapp.ui.copy_flow import CopyFlow
from fieldapp.ui.desk.flow import DeskFlow
from fieldapp.ui.desk.resume_flow import LeftOpen
from fieldapp.ui.doctor.flow import DoctorFlow
from fieldapp.ui.flow import Flow
from fieldapp.ui.keeper import Person
from fieldapp.ui.main_window import MainWindow
from fieldapp.ui.neighbour_flow import NeighbourFlow
from fieldapp.ui.people.flow import PeopleFlow
from fieldapp.ui.print.print_flow import PrintFlow
from fieldapp.ui.records.flow import RecordsFlow
from fieldapp.ui.rooms import CAMERA, DOCTOR, HOME, PAGES, PAPER, PEOPLE, SET_UP
from fieldapp.ui.scanner.camera_flow import CameraFlow
from fieldapp.ui.scanner.check_flow import CheckFlow
from fieldapp.ui.session.flow import SessionFlow
from fieldapp.ui.set_up.flow import SetUpFlow
from fieldapp.ui.stick_flow import StickFlow
from fieldapp.ui.stock.flow import StockFlow
from fieldapp.ui.strips import Rail
from fieldapp.ui.sync_flow import SyncFlow
from fieldapp.ui.sync_screen import SyncScreen
from fieldapp.ui.watch.flow import WatchFlow
from fieldapp.ui.watch.present import badge_words
from fieldapp.ui.words import tr


@dataclass(frozen=True, slots=True)
class Lanes:
    """Where work off the GUI thread runs: each lane does one thing at a time. `aside`: what takes
    seconds and needs the journal, while the desk goes on."""

    journal: Lane
    network: Lane
    copy: Lane
    neighbours: Lane
    chain: Lane
    aside: Lane


class Work(QObject):
    """One person at the laptop, from unlock to lock."""

    changed = Signal()  # something is in the journal that was not
    copied = Signal()  # the second copy stands otherwise
    shut_out = Signal()  # whoever is here has no access any more
    practice_wanted = Signal()
    bug = Signal(object)

    def __init__(
        self,
        window: MainWindow,
        practice: Practice,
        person: Person,
        lanes: Lanes,
        *,
        exports: Path,
        chance: Callable[[], float],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window, self.person, self.practice = window, person, practice
        self.desk = DeskFlow(window.desk, practice, person.login, lanes.journal, parent)
        self.watch = WatchFlow(window.watch, practice, person.login, lanes.journal, parent)
        self.calls = CallsFlow(window.calls, practice, person.login, lanes.journal, parent)
        self.session = self._session_room(window, lanes, exports, parent)
        self.records = RecordsFlow(window.records, practice, person.login, lanes.journal, parent)
        self.stock = StockFlow(window.stock, practice, person.login, lanes.journal, parent)
        self._open_roads(window.sync, lanes, exports, chance, parent)
        self.neighbour = self._neighbour_road(window, lanes, parent)
        self._came_from = HOME
        self.printing = self._print_room(window, lanes.journal, exports, parent)
        self.check = CheckFlow(window.scanner, practice.clock, parent)
        self.camera = CameraFlow(window.camera, parent)
        self.doctor = self._doctor_room(window, lanes, exports, parent)
        self.people = PeopleFlow(window.people, practice, person.login, lanes.journal, parent)
        self.set_up = self._set_up_room(window, lanes, parent)
        self.flows: tuple[Flow, ...] = (
            self.desk,
            self.records,
            self.watch,
            self.calls,
            self.session,
            self.stock,
            self.sync,
            self.stick,
            self.copy,
            self.neighbour,
            self.printing,
            self.check,
            self.camera,
            self.doctor,
            self.people,
            self.set_up,
        )
        self._join()
        self._show_badges(window.rail)
        self._join_pages(window)
        self.sync.plan()

    def _open_roads(
        self,
        screen: SyncScreen,
        lanes: Lanes,
        exports: Path,
        chance: Callable[[], float],
        parent: QObject,
    ) -> None:
        """How records travel: internet, stick, second copy."""
        self.sync = SyncFlow(
            screen,
            self.practice,
            journal_lane=lanes.journal,
            network_lane=lanes.network,
            exports=exports,
            chance=chance,
            parent=parent,
        )
        self.stick = StickFlow(screen.stick, self.practice, lanes.journal, parent)
        self.copy = CopyFlow(screen.copy, self.practice, lanes.copy, parent)

    def _neighbour_road(self, window: MainWindow, lanes: Lanes, parent: QObject) -> NeighbourFlow:
        return NeighbourFlow(
            window.sync.neighbour,
            self.practice,
            journal_lane=lanes.journal,
            network_lane=lanes.network,
            listening_lane=lanes.neighbours,
            parent=parent,
        )

    def _doctor_room(
        self, window: MainWindow, lanes: Lanes, exports: Path, parent: QObject
    ) -> DoctorFlow:
        return DoctorFlow(
            window.doctor,
            self.practice,
            journal_lane=lanes.journal,
            chain_lane=lanes.chain,
            exports=exports,
            parent=parent,
        )

    def _set_up_room(self, window: MainWindow, lanes: Lanes, parent: QObject) -> SetUpFlow:
        made = SetUpFlow(
            window.set_up,
            self.practice,
            self.person.login,
            journal_lane=lanes.journal,
            network_lane=lanes.network,
            parent=parent,
        )
        made.wanted.connect(partial(window.show_page, SET_UP))
        made.left.connect(partial(window.show_room, HOME))
        made.changed.connect(self.changed)
        made.practice_wanted.connect(self.practice_wanted)
        made.copy_wanted.connect(self.copy.choose)
        self.copy.shown.connect(made.show_copy)
        return made

    def _session_room(
        self, window: MainWindow, lanes: Lanes, exports: Path, parent: QObject
    ) -> SessionFlow:
        made = SessionFlow(
            window.session,
            self.practice,
            self.person.login,
            lanes.journal,
            exports,
            parent,
            aside=lanes.aside,
        )
        made.room_requested.connect(window.show_room)
        made.desk_requested.connect(partial(_scan_at_desk, window))
        return made

    def _print_room(
        self, window: MainWindow, journal_lane: Lane, exports: Path, parent: QObject
    ) -> PrintFlow:
        made = PrintFlow(
            window.paper,
            self.practice,
            journal_lane=journal_lane,
            exports=exports,
            at_desk=lambda: self.desk.client_id,
            parent=parent,
        )
        made.wanted.connect(partial(window.show_page, PAPER))
        self.desk.fees.slip_requested.connect(made.show_receipt)
        self.session.page_requested.connect(made.show_summary)
        self.calls.paper_requested.connect(made.show_call_list)
        window.desk.card_requested.connect(partial(window.show_page, PAPER))
        return made

    def _show_badges(self, rail: Rail) -> None:
        self.watch.looked.connect(partial(_show_badge, rail))
        self.stock.looked.connect(partial(_show_stock_badge, rail))
        self.calls.looked.connect(partial(_show_calls_badge, rail))

    def _join_pages(self, window: MainWindow) -> None:
        for page in (window.paper, window.scanner, window.camera):
            page.left.connect(self._back)
        self.camera.read.connect(partial(_scan_at_desk, window))

    def _join(self) -> None:
        for flow in self.flows:
            flow.bug.connect(self.bug)
        for room in (self.desk, self.records, self.watch, self.calls, self.stock, self.session):
            room.recorded.connect(self.changed)
            room.recorded.connect(self.sync.plan)
        self.changed.connect(self.watch.refresh)
        self.changed.connect(self.stock.look_soon)
        self.changed.connect(self.calls.look_soon)
        for room in (self.records, self.watch):
            room.recorded.connect(self.desk.refresh_today)
        self.records.recorded.connect(self.desk.look_again)
        self.records.left.connect(partial(self._window.show_room, HOME))
        self.desk.records_requested.connect(partial(self._window.show_page, "records"))
        self.desk.left_open.connect(self._go_on_with)
        self.desk.recorded.connect(self.neighbour.recorded)
        for road in (self.sync, self.stick, self.neighbour):
            road.ended.connect(self.changed)
            road.ended.connect(self.desk.refresh_today)
            road.ended.connect(self.desk.look_again)
        self.copy.changed.connect(self.copied)
        self.people.shut_out.connect(self.shut_out)

    def show(self, now: Overview) -> None:
        """Tell the rooms what was counted."""
        self._window.desk.empty.show_put_aside(now.put_aside)
        self.sync.show(now)
        self.stick.show(now.tally.waiting, now.enrolment is not None)
        self.neighbour.show(now.enrolment is not None)

    def entered(self, room: str) -> None:
        """Somebody went to a room or page."""
        if room == CAMERA:
            self.camera.entered()
        else:
            self.camera.left()
        if room == PAPER:
            self.printing.entered()
        elif room not in PAGES:
            self._came_from = room
        if room == DOCTOR:
            self.doctor.entered()
        elif room == PEOPLE:
            self.people.entered()
        elif room == SET_UP:
            self.set_up.entered()
        if room == "sync":
            self.stick.look()
            self.neighbour.look()
        elif room == "records":
            self.records.open(self.desk.client_id)
        elif room == "watch":
            self.watch.refresh()
        elif room == "calls":
            self.calls.entered()
        elif room == "session":
            self.session.refresh()
        elif room == "stock":
            self.stock.refresh()

    def _back(self) -> None:
        """From a page to the room where it was asked for."""
        self._window.show_room(self._came_from)

    def _go_on_with(self, left: LeftOpen) -> None:
        """A correction or a call lay open at a crash or a lock."""
        if left.kind.startswith(CALL):
            self._window.show_room("calls")
            self.calls.go_on_with(left)
        else:
            self._window.show_page("records")
            self.records.go_on_with(left)

    def end(self) -> None:
        """Stop every flow, and let them go."""
        self.stop()
        for flow in self.flows:
            flow.deleteLater()
        self.flows = ()
        self.deleteLater()

    def stop(self) -> None:
        """Begin nothing more."""
        for flow in self.flows:
            flow.stop()


def _show_stock_badge(rail: Rail, board: StockBoard) -> None:
    """Only what needs somebody: lots that nobody may use, a vial that was open for too long."""
    words = tr("{n} need somebody").format(n=board.waiting)
    rail.show_badge("stock", board.waiting, words=words)


def _show_calls_badge(rail: Rail, found: CallList) -> None:
    """How many people are to be seen to today."""
    count = found.for_today
    rail.show_badge("calls", count, words=call_badge_words(count))


def _show_badge(rail: Rail, board: Board) -> None:
    """How many are watched; once somebody may leave, how many of them, green and said."""
    words = badge_words(len(board.people), board.may_leave)
    ready = board.may_leave > 0
    count = board.may_leave if ready else len(board.people)
    rail.show_badge("watch", count, words=words, ready=ready)


def _scan_at_desk(window: MainWindow, text: str) -> None:
    """What the camera read goes into the desk's scan box, as from a scanner."""
    window.show_room(HOME)
    window.desk.scan.take(text)
