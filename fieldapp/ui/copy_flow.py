"""Keeps the second copy up after every dose, on a lane of its own: a slow card delays nobody."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from fieldapp.actions.consult import Practice
from fieldapp.domain.errors import FieldAppError
from fieldapp.journal import second_copy
from fieldapp.journal.journal import Journal
from fieldapp.journal.second_copy import CopyState, MediumFull, SecondCopy
from fieldapp.ui import language
from fieldapp.ui.background import Job, Lane
from fieldapp.ui.copy_card import CopyCard, CopyCardState
from fieldapp.ui.drives import Drive, drives
from fieldapp.ui.error_words import in_words
from fieldapp.ui.flow import Flow
from fieldapp.ui.words import tr


@dataclass(frozen=True, slots=True)
class CopyTruth:
    """Doses on the copy, and words for the truth strip; `behind`: it could not be kept up."""

    doses: int
    words: str
    behind: bool = False


class CopyFlow(Flow):
    """One catch-up after the other; what is recorded meanwhile is taken by the next."""

    changed = Signal()
    shown = Signal(object)  # a CopyCardState, wherever else the copy is shown

    def __init__(
        self,
        card: CopyCard,
        practice: Practice,
        lane: Lane,
        parent: QObject,
        *,
        drives: Callable[[], Sequence[Drive]] = drives,
        ask_folder: Callable[[CopyCard], Path | None] | None = None,
        now_s: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._card, self._practice, self._lane, self._owner = card, practice, lane, parent
        self._drives, self._ask, self._now_s = drives, ask_folder or _ask_folder, now_s
        self._copy = SecondCopy(practice.journal)
        self._state: CopyState | None = None
        self._error: FieldAppError | None = None
        self._where: Path | None = None
        self._well_s = now_s()
        self._running, self._again, self._stopped = 0, False, False
        card.choose_requested.connect(self.choose)
        card.stop_requested.connect(self._forget)
        self._show()

    def stop(self) -> None:
        """Begin nothing more; a catch-up that runs ends by itself."""
        self._stopped = True

    @property
    def truth(self) -> CopyTruth | None:
        """How the copy stands; None when none is kept."""
        if self._where is None:
            return None
        doses = self._state.doses if self._state else 0
        if self._error is None:
            return CopyTruth(doses, tr("second copy"))
        age = language.duration(int(self._now_s() - self._well_s))
        full = isinstance(self._error, MediumFull)
        words = tr("copy: card full, {age}") if full else tr("copy: no card, {age}")
        return CopyTruth(doses, words.format(age=age), behind=True)

    def catch_up(self) -> None:
        """Write what the medium lacks, now or right after what is being written."""
        if self._running:
            self._again = True
            return
        copy, journal = self._copy, self._practice.journal
        self._start(lambda: (second_copy.chosen(journal.db), copy.catch_up))

    def choose(self) -> None:
        """Take the one card or stick that is in, or ask which."""
        looking = Job(lambda: list(self._drives()), self._owner)
        looking.succeeded.connect(self._choose_among)
        looking.crashed.connect(self.bug)
        self._lane.start(looking)

    def _choose_among(self, found: list[Drive]) -> None:
        if self._stopped:
            return
        folder = found[0].folder if len(found) == 1 else self._ask(self._card)
        if folder is not None:
            journal, copy = self._practice.journal, self._copy
            self._start(lambda: (second_copy.choose(journal, folder), copy.catch_up))

    def _forget(self) -> None:
        journal = self._practice.journal
        self._start(lambda: _forgotten(journal))

    def _start(self, work: Callable[[], tuple[object, Callable[[], CopyState | None]]]) -> None:
        if self._stopped:
            return
        self._running += 1
        job = Job(lambda: _outcome(work), self._owner)
        job.succeeded.connect(self._done)
        job.failed.connect(self._failed)
        job.crashed.connect(self.bug)
        job.ended.connect(self._over)
        self._lane.start(job)

    def _done(self, outcome: _Outcome) -> None:
        self._where, self._error = outcome.where, outcome.error
        if outcome.error is None:
            self._state, self._well_s = outcome.state, self._now_s()

    def _failed(self, error: FieldAppError) -> None:
        self._error = error

    def _over(self) -> None:
        self._running -= 1
        if self._running or self._stopped:
            return
        again, self._again = self._again, False
        self._show()
        self.changed.emit()
        if again:
            self.catch_up()

    def _show(self) -> None:
        kept = self._where is not None
        if self._error is not None:
            how, tone = in_words(self._error), "wait"
        elif kept:
            doses = self._state.doses if self._state else 0
            how, tone = tr("{n} doses are on it, sealed.").format(n=f"{doses:,}"), "ok"
        else:
            how, tone = tr("A card that stays in keeps every dose if the laptop is lost."), ""
        where = tr("No card was chosen.")
        if self._where is not None:
            where = tr("Kept after every dose in {folder}").format(folder=self._where.parent.name)
        state = CopyCardState(where, how, tone, kept)
        self._card.show_copy(state)
        self.shown.emit(state)


@dataclass(frozen=True, slots=True)
class _Outcome:
    where: Path | None
    state: CopyState | None
    error: FieldAppError | None


def _outcome(work: Callable[[], tuple[object, Callable[[], CopyState | None]]]) -> _Outcome:
    """Where the copy is kept, and how catching up went: it may fail and the place still stands."""
    place, catch_up = work()
    where = place.folder if isinstance(place, second_copy.Place) else None
    try:
        return _Outcome(where, catch_up(), None)
    except FieldAppError as error:
        return _Outcome(where, None, error)


def _forgotten(journal: Journal) -> tuple[object, Callable[[], CopyState | None]]:
    second_copy.forget(journal)
    return None, lambda: None


def _ask_folder(card: CopyCard) -> Path | None:
    chosen = QFileDialog.getExistingDirectory(card, tr("Choose the card for the second copy"))
    return Path(chosen) if chosen else None
