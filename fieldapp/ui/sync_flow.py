"""Joins the sync room to the exchange: by hand, or by itself when a network is there."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QNetworkInformation

from fieldapp.actions.consult import Practice
from fieldapp.actions.moments import site_now
from fieldapp.actions.overview import Overview
from fieldapp.domain.errors import FieldAppError
from fieldapp.journal.attempts import Attempt
from fieldapp.journal.incidents import Incident
from fieldapp.sync.auto import LastTry, Network, after_try, next_try_in_s
from fieldapp.sync.errors import SyncError
from fieldapp.sync.estimate import estimate
from fieldapp.sync.outcome import DONE, NEWS_LATER, SENT_AGAIN, SyncOutcome
from fieldapp.ui import language
from fieldapp.ui.background import Job, Lane
from fieldapp.ui.error_words import happened, in_words, sentence
from fieldapp.ui.flow import Flow
from fieldapp.ui.sync_screen import AttemptRow, RoadState, SumState, SyncScreen
from fieldapp.ui.words import road_words, sentences, tr


class SyncFlow(Flow):
    """Decides when to sync, does it on the network's lane, and tells what came of it."""

    ended = Signal()

    def __init__(
        self,
        screen: SyncScreen,
        practice: Practice,
        *,
        journal_lane: Lane,
        network_lane: Lane,
        exports: Path,
        chance: Callable[[], float],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._screen, self._practice, self._exports = screen, practice, exports
        self._owner = parent  # of jobs: they end even when this flow is gone
        self._journal_lane, self._network_lane, self._chance = journal_lane, network_lane, chance
        self._last: LastTry | None = None
        self._error: FieldAppError | None = None
        self._unfinished: SyncError | None = None  # why not all the news came, if only that
        self._busy, self._stopped = False, False
        self._cancelled = threading.Event()
        self._waiting, self._confirmed, self._joined = 0, 0, False
        self._attempts: tuple[Attempt, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.start)
        screen.try_requested.connect(self.start)
        screen.cancel_requested.connect(self._cancelled.set)
        screen.export_requested.connect(self._export)
        self._hint = _system_hint()
        if self._hint is not None:
            self._hint.reachabilityChanged.connect(self._network_changed)

    @property
    def link_up(self) -> bool | None:
        """Whether the last try reached the hub; None before any."""
        return None if self._last is None else self._error is None

    @property
    def link_words(self) -> str:
        """The link in two or three words."""
        if not self._joined:
            return tr("Not joined to a hub")
        if self._busy:
            return tr("Sending…")
        if self._last is None:
            return ""
        return tr("Hub reached") if self._error is None else tr("Hub not reached")

    def plan(self, came_back: bool = False) -> None:
        """Set the timer to the next try by itself; with no hub or no network, none."""
        if self._stopped or self._busy or not self._joined:
            return
        wait_s = next_try_in_s(
            self._last,
            _network(self._hint),
            self._waiting,
            time.monotonic(),
            self._chance,
            came_back=came_back,
            metered=self._hint is not None and self._hint.isMetered(),
        )
        if wait_s is None:
            self._timer.stop()
        else:
            self._timer.start(round(wait_s * 1000))

    def _network_changed(self) -> None:
        self.plan(came_back=True)

    def start(self) -> None:
        """Sync now, unless one is running."""
        if self._busy or self._stopped or not self._joined:
            return
        self._busy = True
        self._cancelled.clear()
        self._show_road()
        practice, cancelled = self._practice, self._cancelled
        job = Job(lambda: _sync(practice, cancelled), self._owner)
        job.succeeded.connect(self._done)
        job.failed.connect(self._failed)
        job.crashed.connect(self._crashed)
        self._network_lane.start(job)

    def stop(self) -> None:
        """End the flow: no further try, and the running one at its next request."""
        self._stopped = True
        self._timer.stop()
        self._cancelled.set()

    def _done(self, outcome: SyncOutcome) -> None:
        self._finish(None, outcome.next_after_s, outcome.unfinished)

    def _failed(self, error: FieldAppError) -> None:
        self._finish(error, None)

    def _crashed(self, bug: Exception) -> None:
        self._busy = False
        self.bug.emit(bug)

    def _finish(
        self,
        error: FieldAppError | None,
        next_after_s: int | None,
        unfinished: SyncError | None = None,
    ) -> None:
        self._busy, self._error, self._unfinished = False, error, unfinished
        known = error if isinstance(error, SyncError) else unfinished
        now = time.monotonic()
        self._last = after_try(self._last, now, known, self._chance, next_after_s)
        self._show_road()
        self.ended.emit()
        self.plan()

    # what the room shows

    def show(self, now: Overview) -> None:
        """Show the counts and the log."""
        was_joined = self._joined
        self._attempts, t = now.attempts, now.tally
        self._waiting, self._confirmed = t.waiting, t.confirmed
        self._joined = now.enrolment is not None
        self._screen.show_sum(
            SumState(
                t.recorded,
                t.waiting,
                t.confirmed,
                t.counted,
                t.contested,
                t.quarantined,
                t.voided,
                t.erased,
            )
        )
        site_time = site_now(self._practice.clock)
        told = [(a.started_at, self._row(a, site_time)) for a in now.attempts]
        told += [(one.at, _incident_row(one, site_time)) for one in now.incidents]
        told.sort(key=lambda line: line[0], reverse=True)
        self._screen.show_attempts([line for _, line in told])
        self._show_road()
        if self._joined and not was_joined:
            self.plan()

    def _show_road(self) -> None:
        state = RoadState(
            state=self._road_words(),
            load=self._load_words(),
            may_try=self._joined and not self._busy,
            busy=self._busy,
        )
        self._screen.show_road(state)

    def _load_words(self) -> str:
        if not self._waiting:
            return tr("Nothing waits.")
        load = estimate(self._waiting, self._attempts)
        size = language.size(load.size)
        if load.seconds is None:
            return tr("Doses waiting: {n} · about {size}").format(n=load.doses, size=size)
        words = tr("Doses waiting: {n} · about {size} · about {time}")
        time_words = language.duration(load.seconds)
        return words.format(n=load.doses, size=size, time=time_words)

    def _road_words(self) -> str:
        if not self._joined:
            return tr("This laptop has not joined a hub yet. Everything is saved here.")
        if self._busy:
            return tr("Sending. You can go on working.")
        if self._error is not None:
            return in_words(self._error)
        if self._unfinished is not None:
            return self._news_words(self._unfinished)
        return tr("It sends by itself when there is a network.")

    def _news_words(self, cut: SyncError) -> str:
        """All is safe at the hub; what it had for us broke off."""
        all_there = tr("All {n} confirmed.").format(n=f"{self._confirmed:,}")
        later = tr("The rest of the news (roster) did not arrive; it goes on next time.")
        return sentences("" if self._waiting else all_there, later, happened(cut))

    def _row(self, attempt: Attempt, now: datetime) -> AttemptRow:
        receipt = tr("none")
        if attempt.head_hash and attempt.happened in (DONE, NEWS_LATER, SENT_AGAIN):
            head = attempt.head_hash.hex()[:4]
            words = tr("✓ {n} doses · head {head}…")
            receipt = words.format(n=attempt.doses_confirmed, head=head)
        zone_now = now.replace(tzinfo=UTC).astimezone()
        return AttemptRow(
            when=language.capital(language.moment(attempt.started_at, zone_now)),
            road=road_words(attempt.road),
            doses=f"{attempt.doses_sent:,}",
            size=language.size(attempt.bytes_out + attempt.bytes_in),
            happened=sentence(attempt.happened),
            receipt=receipt,
        )

    def _export(self) -> None:
        practice = self._practice
        path = self._exports / f"sync-log-{site_now(practice.clock):%Y%m%d-%H%M%S}.csv"
        job = Job(lambda: _export(practice, path), self._owner)
        words = tr("The sync log is in {file}").format(file=path)
        job.succeeded.connect(lambda _rows: self._screen.say(words, "ok"))
        job.failed.connect(lambda error: self._screen.say(in_words(error), "stop"))
        job.crashed.connect(self.bug)
        self._journal_lane.start(job)


def _incident_row(incident: Incident, now: datetime) -> AttemptRow:
    """A return to the past stands in the log among the attempts."""
    zone_now = now.replace(tzinfo=UTC).astimezone()
    when = language.capital(language.moment(incident.at, zone_now))
    return AttemptRow(when, tr("This laptop"), "", "", sentence(incident.happened), "")


def _sync(practice: Practice, cancelled: threading.Event) -> SyncOutcome:
    from fieldapp.actions.sync_now import sync_now  # loads the network's libraries: on its lane

    return sync_now(practice.journal, practice.clock, cancelled=cancelled.is_set)


def _export(practice: Practice, path: Path) -> int:
    from fieldapp.actions.export_reports import export_sync_log

    return export_sync_log(practice.journal, "csv", path, practice.clock)


def _system_hint() -> QNetworkInformation | None:
    """What the system knows of the network; many systems know nothing."""
    return QNetworkInformation.instance() if QNetworkInformation.loadDefaultBackend() else None


def _network(hint: QNetworkInformation | None) -> Network:
    """The hint in our words; a closed network may claim to be open."""
    if hint is None:
        return Network.UNKNOWN
    reach = hint.reachability()
    if reach is QNetworkInformation.Reachability.Disconnected:
        return Network.OFFLINE
    if reach is QNetworkInformation.Reachability.Online:
        return Network.ONLINE
    return Network.UNKNOWN
