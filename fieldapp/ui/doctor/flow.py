"""Looks at the laptop when somebody comes, at the chain beside the work, and writes for support."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from fieldapp.actions.doctor.examine import examine
from fieldapp.actions.doctor.finding import Finding
from fieldapp.actions.doctor.records import look_at_chain
from fieldapp.actions.doctor.support_file import write_support_file
from fieldapp.actions.moments import site_now
from fieldapp.actions.practice import Practice
from fieldapp.domain.errors import FieldAppError
from fieldapp.ui.appearance import Appearance
from fieldapp.ui.background import Lane
from fieldapp.ui.doctor.doctor_page import DoctorPage
from fieldapp.ui.doctor.present import items, lock_words
from fieldapp.ui.error_words import in_words
from fieldapp.ui.lane_flow import LaneFlow
from fieldapp.ui.words import tr

Tell = Callable[[int, int], None]
_GIVE_WAY_S = 0.03
"""After each bite of the chain: the windows come first, a look at it may take its time."""


class _Stopped(Exception):
    """Nobody waits for the chain any more."""


class DoctorFlow(LaneFlow):
    """The quick look on the journal's lane; the chain on a lane of its own, in small bites."""

    _seen = Signal(int, int)

    def __init__(
        self,
        page: DoctorPage,
        practice: Practice,
        *,
        journal_lane: Lane,
        chain_lane: Lane,
        exports: Path,
        parent: QObject,
    ) -> None:
        super().__init__(journal_lane, parent)
        self._page, self._practice, self._exports = page, practice, exports
        self._chain_lane = chain_lane
        self._found: list[Finding] = []
        self._chain: Finding | None = None
        self._looked_at, self._looking = 0.0, False
        page.look_requested.connect(self.look)
        page.support_requested.connect(self._write)
        self._seen.connect(self._progress)

    def join(self, appearance: Appearance) -> None:
        """Let the page change when the laptop locks by itself."""

        def show() -> None:
            self._page.show_lock_time(lock_words(appearance.liked.lock_after_min))

        def change() -> None:
            appearance.next_lock()
            show()

        self._page.lock_time_requested.connect(change)
        show()

    def stop(self) -> None:
        """Begin nothing more; the look at the chain ends at its next bite."""
        self._stopped = True

    def entered(self) -> None:
        """Somebody came to the page."""
        self._page.show_open(True)
        self._page.say("")
        self.look()

    def look(self) -> None:
        """Look again at everything; a look at the chain that runs goes on."""
        practice = self._practice
        self._do(lambda: examine(practice), self._examined)
        if not self._looking:
            self._look_at_chain()

    def _look_at_chain(self) -> None:
        self._looking, self._chain, self._looked_at = True, None, 0.0
        journal = self._practice.journal

        def tell(done: int, of: int) -> None:
            if self._stopped:
                raise _Stopped
            self._seen.emit(done, of)
            time.sleep(_GIVE_WAY_S)

        def work() -> Finding | None:
            try:
                return look_at_chain(journal, tell)
            except _Stopped:
                return None

        looking = self._job(work, self._chain_seen, self._chain_lane)
        looking.ended.connect(self._chain_over)

    def _examined(self, found: list[Finding]) -> None:
        self._found = found
        self._show()

    def _chain_seen(self, found: Finding | None) -> None:
        self._chain = found

    def _chain_over(self) -> None:
        """Seen to its end or not: the next time it is looked at anew."""
        self._looking = False
        if not self._stopped:
            self._show()

    def _progress(self, done: int, of: int) -> None:
        """Said where somebody sees it; whoever comes back is told when they come."""
        self._looked_at = done / max(1, of)
        if not self._stopped and self._page.isVisible():
            self._show()

    def _show(self) -> None:
        if not self._found:
            return  # the quick look comes first
        seen = [] if self._chain is None else [self._chain]
        looked_at = self._looked_at if self._looking else None
        self._page.show_items(items([*self._found, *seen], looked_at))

    def _write(self) -> None:
        practice, found = self._practice, self._all()
        file = self._exports / f"support-{site_now(practice.clock):%Y%m%d-%H%M%S}.json"
        self._do(
            lambda: write_support_file(practice, found, file),
            lambda _none: self._written(file),
        )

    def _all(self) -> Sequence[Finding]:
        return [*self._found, *([] if self._chain is None else [self._chain])]

    def _written(self, file: Path) -> None:
        words = tr("Written: {file}. It holds nothing about anybody.").format(file=file.name)
        self._page.say(words, "ok")

    def _failed(self, error: FieldAppError) -> None:
        if not self._stopped:
            self._page.say(in_words(error), "stop")
