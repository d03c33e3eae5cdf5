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

from fieldapp.actions.consult import Practice
from fieldapp.actions.overview import Overview
from fieldapp.actions.watch_board import Board
from fieldapp.ui.background import Lane
from fieldapp.ui.copy_flow import CopyFlow
from fieldapp.ui.desk.flow import DeskFlow
from fieldapp.ui.flow import Flow
from fieldapp.ui.keeper import Person
from fieldapp.ui.main_window import MainWindow
from fieldapp.ui.neighbour_flow import NeighbourFlow
from fieldapp.ui.stick_flow import StickFlow
from fieldapp.ui.strips import Rail
from fieldapp.ui.sync_flow import SyncFlow
from fieldapp.ui.watch.flow import WatchFlow
from fieldapp.ui.watch.present import badge_words


@dataclass(frozen=True, slots=True)
class Lanes:
    """Where work off the GUI thread runs: each lane does one thing at a time."""

    journal: Lane
    network: Lane
    copy: Lane
    neighbours: Lane


class Work(QObject):
    """One person at the laptop, from unlock to lock."""

    changed = Signal()  # something is in the journal that was not
    copied = Signal()  # the second copy stands otherwise
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
        self.person, self.practice = person, practice
        self.desk = DeskFlow(window.desk, practice, person.login, lanes.journal, parent)
        self.watch = WatchFlow(window.watch, practice, person.login, lanes.journal, parent)
        self.watch.looked.connect(partial(_show_badge, window.rail))
        self.sync = SyncFlow(
            window.sync,
            practice,
            journal_lane=lanes.journal,
            network_lane=lanes.network,
            exports=exports,
            chance=chance,
            parent=parent,
        )
        self.stick = StickFlow(window.sync.stick, practice, lanes.journal, parent)
        self.copy = CopyFlow(window.sync.copy, practice, lanes.copy, parent)
        self.neighbour = NeighbourFlow(
            window.sync.neighbour,
            practice,
            journal_lane=lanes.journal,
            network_lane=lanes.network,
            listening_lane=lanes.neighbours,
            parent=parent,
        )
        self.flows: tuple[Flow, ...] = (
            self.desk,
            self.watch,
            self.sync,
            self.stick,
            self.copy,
            self.neighbour,
        )
        self._join()
        self.sync.plan()

    def _join(self) -> None:
        for flow in self.flows:
            flow.bug.connect(self.bug)
        for room in (self.desk, self.watch):
            room.recorded.connect(self.changed)
            room.recorded.connect(self.sync.plan)
        self.changed.connect(self.watch.refresh)
        self.watch.recorded.connect(self.desk.refresh_today)
        self.desk.recorded.connect(self.neighbour.recorded)
        for road in (self.sync, self.stick, self.neighbour):
            road.ended.connect(self.changed)
            road.ended.connect(self.desk.refresh_today)
        self.copy.changed.connect(self.copied)

    def show(self, now: Overview) -> None:
        """Tell the rooms what was counted."""
        self.sync.show(now)
        self.stick.show(now.tally.waiting, now.enrolment is not None)
        self.neighbour.show(now.enrolment is not None)

    def entered(self, room: str) -> None:
        """Somebody went to a room."""
        if room == "sync":
            self.stick.look()
            self.neighbour.look()
        elif room == "watch":
            self.watch.refresh()

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


def _show_badge(rail: Rail, board: Board) -> None:
    """How many are watched; once somebody may leave, how many of them, green and said."""
    words = badge_words(len(board.people), board.may_leave)
    ready = board.may_leave > 0
    count = board.may_leave if ready else len(board.people)
    rail.show_badge("watch", count, words=words, ready=ready)
