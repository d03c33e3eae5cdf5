"""Keeps the right column true: reads the day from the journal, and knows which dose undo means."""

from __future__ import annotations

from datetime import datetime

from fieldapp.actions.today import TodayRecord, records_of
from fieldapp.actions.watch_board import watch_board
from fieldapp.domain.immunization import ImmunizationStatus
from fieldapp.journal import erased_doses
from fieldapp.journal.erased_doses import ErasedDose
from fieldapp.ui.desk import present_today
from fieldapp.ui.desk.means import Means

_Seen = tuple[list[TodayRecord], dict[bytes, datetime], list[ErasedDose]]
"""The day's records, until when their people are watched, and what stays of erased doses."""


class TodayFlow:
    """The records of today, and the newest dose of this user: the only one that undo strikes.

    Only the newest look at the day is shown. So a look that was on its way when a dose went off to
    be saved never offers to undo the dose before.
    """

    def __init__(self, means: Means) -> None:
        self._means = means
        self._undoable: bytes | None = None
        self._looks = 0

    def refresh(self) -> None:
        """Read the day again."""
        self._looks += 1
        look_number = self._looks
        practice, today = self._means.practice, self._means.today()

        def look() -> _Seen:
            records = records_of(practice.journal, practice.catalogue, today)
            erased = erased_doses.on_day(practice.journal, today)
            return records, watch_board(practice).watched_until, erased

        def looked(seen: _Seen) -> None:
            if look_number == self._looks:
                self._show(seen)

        self._means.do(look, looked)

    def name_of(self, dose: bytes) -> str:
        """Whose dose Today shows; empty for one that it does not show."""
        items = self._means.screen.today.state.items
        return next((item.name for item in items if item.event_id == dose), "")

    def recorded(self, dose: bytes) -> None:
        """This dose is the one to undo."""
        self._undoable = dose

    def recording(self) -> None:
        """A dose is on its way to the journal: undo means none until Today is read behind it."""
        self._undoable = None
        self._means.screen.withdraw_undo()
        self.refresh()

    def _show(self, seen: _Seen) -> None:
        records, watched, erased = seen
        if self._undoable is None:
            self._undoable = self._newest_of_mine(records)
        catalogue = self._means.practice.catalogue
        state = present_today.today_state(catalogue, records, self._undoable, watched, erased)
        self._means.screen.show_today(state)

    def _newest_of_mine(self, records: list[TodayRecord]) -> bytes | None:
        newest = records[0].event if records else None
        mine = newest is not None and newest.recorded_by == self._means.user
        given = newest is not None and newest.status is ImmunizationStatus.COMPLETED
        return newest.event_id if newest is not None and mine and given else None
