"""What the strips around the rooms say, kept while windows, people and languages change."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fieldapp.actions.battery import Battery
from fieldapp.actions.moments import site_now
from fieldapp.domain.clock import Clock
from fieldapp.ui.main_window import MainWindow
from fieldapp.ui.strips import TruthState
from fieldapp.ui.words import role_words

if TYPE_CHECKING:  # loaded at the first unlock, so that the lock itself is there at once
    from fieldapp.actions.overview import Overview
    from fieldapp.ui.work import Work


class Frame:
    """The newest counts and the battery; drawn into whichever window there is."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.truth: TruthState | None = None
        self.charge: Battery | None = None
        self._session = ("fieldapp", "")

    def count(self, now: Overview, work: Work) -> None:
        """Take the newest counts in."""
        from fieldapp.ui.session.words import session_words

        t = now.tally
        self.truth = TruthState(
            recorded_today=now.recorded_today,
            recorded=t.recorded,
            waiting=t.waiting,
            confirmed=t.confirmed,
            oldest_waiting_s=t.oldest_waiting_s,
            link_up=work.sync.link_up,
            link_words=work.sync.link_words,
            clock_doubtful=now.clock_doubtful,
        )
        self._session = (now.team, session_words(now.session))

    def draw(self, window: MainWindow, work: Work | None) -> None:
        """Show it all; `work` is None at the lock."""
        user = "" if work is None else f"{work.person.name}, {role_words(work.person.role)}"
        window.strip.show_session(*self._session, user, f"{site_now(self._clock):%H:%M}")
        if self.truth is not None:
            window.truth.show_truth(_with_copy(self.truth, work))
        charge = self.charge
        percent = None if charge is None else charge.percent
        window.truth.show_battery(percent, low=charge is not None and charge.low)


def _with_copy(truth: TruthState, work: Work | None) -> TruthState:
    kept = None if work is None else work.copy.truth
    if kept is None:
        return truth
    return replace(truth, copied=kept.doses, copy_words=kept.words, copy_behind=kept.behind)
