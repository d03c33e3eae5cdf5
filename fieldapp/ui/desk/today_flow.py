"""Keeps the right column true: reads the day from the journal, and knows which dose undo means."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from fieldapp.actions.consult import Practice
from fieldapp.actions.moments import site_today
from fieldapp.actions.today import TodayRecord, records_of
from fieldapp.actions.watch_board import watch_board
from fieldapp.domain.immunization import ImmunizationStatus
from fieldapp.ui.desk import present
from fieldapp.ui.desk.desk_screen import DeskScreen

Do = Callable[[Callable[[], object], Callable[..., None]], None]
"""Runs its first argument off the GUI thread and gives its value to the second."""


class TodayFlow:
    """The records of today, and the newest dose of this user: the only one that undo strikes."""

    def __init__(self, screen: DeskScreen, practice: Practice, user: str, do: Do) -> None:
        self._screen, self._practice, self._user, self._do = screen, practice, user, do
        self._undoable: bytes | None = None

    def refresh(self) -> None:
        """Read the day again."""
        practice, today = self._practice, site_today(self._practice.clock)
        journal, catalogue = practice.journal, practice.catalogue

        def look() -> tuple[list[TodayRecord], dict[bytes, datetime]]:
            return records_of(journal, catalogue, today), watch_board(practice).watched_until

        self._do(look, self._show)

    def recorded(self, dose: bytes) -> None:
        """This dose is the one to undo."""
        self._undoable = dose

    def struck(self) -> None:
        """The last dose was struck through: undo goes no further back in one go."""
        self._undoable = None

    def _show(self, seen: tuple[list[TodayRecord], dict[bytes, datetime]]) -> None:
        records, watched = seen
        if self._undoable is None:
            self._undoable = self._newest_of_mine(records)
        state = present.today_state(self._practice.catalogue, records, self._undoable, watched)
        self._screen.show_today(state)

    def _newest_of_mine(self, records: list[TodayRecord]) -> bytes | None:
        newest = records[0].event if records else None
        mine = newest is not None and newest.recorded_by == self._user
        given = newest is not None and newest.status is ImmunizationStatus.COMPLETED
        return newest.event_id if newest is not None and mine and given else None
