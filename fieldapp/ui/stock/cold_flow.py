"""Joins the cold-chain page to the actions: readings typed, loggers' files taken over beside the
desk's work, with progress and a way to stop."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from fieldapp.actions.cold_chain.cold_chain_state import ContainerState, cold_chain_state
from fieldapp.actions.cold_chain.import_temperatures import Imported, import_temperatures
from fieldapp.actions.cold_chain.record_temperature import (
    TemperatureTaken,
    clean_container,
    record_temperature,
)
from fieldapp.actions.practice import Practice
from fieldapp.domain.errors import FieldAppError
from fieldapp.journal import stock, temperatures
from fieldapp.journal.stock import Presence
from fieldapp.ui.background import Job, Lane
from fieldapp.ui.error_words import in_words
from fieldapp.ui.flow import Flow
from fieldapp.ui.stock.present import site_time
from fieldapp.ui.stock.present_cold import PERIODS, cold, degrees, imported
from fieldapp.ui.stock.state import ImportState
from fieldapp.ui.stock.stock_screen import StockScreen
from fieldapp.ui.words import sentences, tr


@dataclass(frozen=True, slots=True)
class _Seen:
    containers: tuple[ContainerState, ...]
    known: tuple[str, ...]
    presences: tuple[Presence, ...]


class ColdFlow(Flow):
    """One container is looked at; one file is taken over at a time, on a lane of its own."""

    recorded = Signal(str)
    _progress = Signal(int, int)

    def __init__(
        self,
        screen: StockScreen,
        practice: Practice,
        user: str,
        do: Callable[[Callable[[], object], Callable[..., None]], None],
        owner: QObject,
        *,
        ask_file: Callable[[StockScreen], Path | None] | None = None,
    ) -> None:
        super().__init__()
        self._screen, self._practice, self._user, self._do = screen, practice, user, do
        self._owner, self._ask_file = owner, ask_file or _ask_file
        self._chosen, self._period, self._stopped = "", 0, False
        self._lane, self._cancel = Lane(self), threading.Event()
        self._progress.connect(self._show_progress)
        page = screen.cold
        page.reading_submitted.connect(self._write)
        page.file_requested.connect(self._take_file)
        page.stop_requested.connect(self._cancel.set)
        page.container_chosen.connect(self._choose)
        page.period_requested.connect(self._next_period)

    def stop(self) -> None:
        """Stop taking a file over; what was taken stays, the rest waits for the next time."""
        self._stopped = True
        self._cancel.set()

    def show(self) -> None:
        """Go to the page."""
        self._screen.show_page(self._screen.cold)
        self.look(lambda: self._screen.cold.arrive())

    def look(self, then: Callable[[], None] = lambda: None) -> None:
        """Look at the chosen container again."""

        def shown(seen: _Seen) -> None:
            self._show(seen)
            then()

        self._do(self._read, shown)

    def _read(self) -> _Seen:
        journal, days = self._practice.journal, PERIODS[self._period]
        return _Seen(
            cold_chain_state(self._practice, days),
            tuple(temperatures.containers(journal)),
            tuple(stock.presences(journal)),
        )

    def _show(self, seen: _Seen) -> None:
        state = cold(
            seen.containers,
            seen.known,
            self._chosen,
            site_time(self._practice),
            PERIODS[self._period],
            seen.presences,
        )
        self._screen.cold.show_cold(state)

    def _choose(self, name: str) -> None:
        self._chosen = name
        self.look()

    def _next_period(self) -> None:
        self._period = (self._period + 1) % len(PERIODS)
        self.look()

    # a temperature that was typed

    def _write(self, container: str, text: str) -> None:
        practice, user = self._practice, self._user
        self._do(
            lambda: record_temperature(practice, container, text, user=user),
            lambda taken: self._written(container, taken),
        )

    def _written(self, container: str, taken: TemperatureTaken) -> None:
        self._chosen = clean_container(container)
        self._screen.cold.reading.edit.clear()
        words = tr("{degrees} in {name} is written down.").format(
            degrees=degrees(taken.tenths), name=self._chosen
        )
        lots = sorted({one.lot.lot_number for one in taken.held})
        if lots:
            words = sentences(words, tr("Held now: {lots}.").format(lots=tr(", ").join(lots)))
        self._screen.cold.show_import(ImportState(words, "wait" if lots else "ok"))
        self.recorded.emit(words)

    # a logger's file

    def _take_file(self, container: str) -> None:
        try:
            name = clean_container(container)
        except FieldAppError as error:
            self._say_failure(error)
            return
        path = self._ask_file(self._screen)
        if path is None:
            return
        self._chosen = name
        self._cancel.clear()
        self._screen.cold.show_import(
            ImportState(tr("Reading {file}…").format(file=path.name), busy=True)
        )
        job = Job(lambda: self._import(name, path), self._owner)
        job.succeeded.connect(self._imported)
        job.failed.connect(self._say_failure)
        job.crashed.connect(self.bug)
        self._lane.start(job)

    def _import(self, container: str, path: Path) -> Imported:
        return import_temperatures(
            self._practice,
            container,
            path,
            user=self._user,
            progress=self._progress.emit,
            cancelled=self._cancel.is_set,
        )

    def _show_progress(self, done: int, whole: int) -> None:
        if not self._stopped:
            words = tr("{done} of {whole} readings are written down…").format(
                done=f"{done:,}", whole=f"{whole:,}"
            )
            self._screen.cold.show_import(ImportState(words, "muted", done, whole, busy=True))

    def _imported(self, came: Imported) -> None:
        if self._stopped:
            return
        state = imported(came)
        self._screen.cold.show_import(state)
        self.recorded.emit(state.words)

    def _say_failure(self, error: FieldAppError) -> None:
        if not self._stopped:
            self._screen.cold.show_import(ImportState(in_words(error), "stop"))


def _ask_file(screen: StockScreen) -> Path | None:
    filters = tr("Loggers’ files (*.csv *.txt *.tsv);;All files (*)")
    chosen, _ = QFileDialog.getOpenFileName(screen, tr("Choose the logger’s file"), "", filters)
    return Path(chosen) if chosen else None
