"""Keeps the right column true: reads the day from the journal, and knows which dose undo means."""

from __future__ import annotations

from datetime import datetime

from fieldapp.actions.today import TodayRecord, records_of
from fieldapp.actions.watch_board import watch_board
from fieldapp.domain.immunization import ImmunizationStatus
from fieldapp.ui.desk import present_today
from fieldapp.ui.desk.means import Means


class TodayFlow:
    """The records of today, and the newest dose of this user: the only one that undo strikes."""

    def __init__(self, means: Means) -> None:
        self._means = means
        self._undoable: bytes | None = None

    def refresh(self) -> None:
        """Read the day again."""
        practice, today = self._means.practice, self._means.today()

        def look() -> tuple[list[TodayRecord], dict[bytes, datetime]]:
            records = records_of(practice.journal, practice.catalogue, today)
            return records, watch_board(practice).watched_until

        self._means.do(look, self._show)

    def name_of(self, dose: bytes) -> str:
        """Whose dose Today shows; empty for one that it does not show."""
        items = self._means.screen.today.state.items
        return next((item.name for item in items if item.event_id == dose), "")

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
        catalogue = self._means.practice.catalogue
        state = present_today.today_state(catalogue, records, self._undoable, watched)
        self._means.screen.show_today(state)

    def _newest_of_mine(self, records: list[TodayRecord]) -> bytes | None:
        newest = records[0].event if records else None
        mine = newest is not None and newest.recorded_by == self._means.user
        given = newest is not None and newest.status is ImmunizationStatus.COMPLETED
        return newest.event_id if newest is not None and mine and given else None
