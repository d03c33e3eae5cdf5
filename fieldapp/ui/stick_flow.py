"""Joins the USB card to the stick: which one is in, writing off the GUI thread, reading back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from fieldapp.actions.practice import Practice
from fieldapp.actions.take_from_stick import FromStick, take_from_stick
from fieldapp.domain.errors import FieldAppError
from fieldapp.ui import language
from fieldapp.ui.background import Job, Lane
from fieldapp.ui.drives import Drive, drives
from fieldapp.ui.error_words import in_words
from fieldapp.ui.flow import Flow
from fieldapp.ui.stick_card import StickCard, StickState
from fieldapp.ui.words import sentences, tr

_LOOK_MS = 3000


class StickFlow(Flow):
    """One stick at a time: what waits goes on it, what the hub signed comes back from it."""

    ended = Signal()  # something was written or confirmed: count again

    def __init__(
        self,
        screen: StickCard,
        practice: Practice,
        lane: Lane,
        parent: QObject,
        *,
        drives: Callable[[], Sequence[Drive]] = drives,
        ask_folder: Callable[[StickCard], Path | None] | None = None,
    ) -> None:
        super().__init__(parent)
        self._screen, self._practice, self._lane, self._owner = screen, practice, lane, parent
        self._find, self._ask = drives, ask_folder or _ask_folder
        self._drives: list[Drive] = []
        self._waiting, self._joined, self._busy, self._stopped = 0, False, False, False
        screen.write_requested.connect(self._write)
        screen.read_requested.connect(self._read)
        self._looking = Lane(self)  # a slow drive must not hold up the journal
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self.look()

    def stop(self) -> None:
        """End the flow: nothing more is looked for."""
        self._stopped = True
        self._timer.stop()

    def show(self, waiting: int, joined: bool) -> None:
        """Tell the card what waits."""
        self._waiting, self._joined = waiting, joined
        self._show()

    def look(self) -> None:
        """See which sticks are in."""
        if self._stopped or not self._screen.isVisible():
            return
        job = Job(lambda: list(self._find()), self._owner)
        job.succeeded.connect(self._seen)
        job.crashed.connect(self.bug)
        self._looking.start(job)

    def _seen(self, found: list[Drive]) -> None:
        if not self._stopped:
            self._drives = found
            self._show()

    def _show(self) -> None:
        load = tr("Doses waiting: {n}").format(n=self._waiting)
        state = StickState(
            self._words(),
            load if self._waiting else tr("Nothing waits."),
            may_write=self._joined and not self._busy,
            may_read=not self._busy,
        )
        self._screen.show_stick(state)

    def _words(self) -> str:
        if self._busy:
            return tr("Leave the stick in until this is done.")
        if not self._drives:
            return tr("No stick is in. You can also choose a folder.")
        if not self._joined:
            told = tr("{name} is in. With the hub’s pack on it this laptop joins.")
            return told.format(name=self._drives[0].name)
        return tr("{name} is in. Sealed: only the hub can read it.").format(
            name=self._drives[0].name
        )

    def _folder(self) -> Path | None:
        return self._drives[0].folder if len(self._drives) == 1 else self._ask(self._screen)

    def _write(self) -> None:
        folder, practice = self._folder(), self._practice
        if folder is not None:
            self._do(lambda: _written(practice, folder), self._say_written)

    def _read(self) -> None:
        folder, practice = self._folder(), self._practice
        if folder is not None:
            self._do(
                lambda: take_from_stick(practice.journal, practice.clock, folder), self._say_read
            )

    def _do(self, work: Callable[[], object], then: Callable[..., None]) -> None:
        self._busy = True
        self._show()
        job = Job(work, self._owner)
        job.succeeded.connect(then)
        job.failed.connect(self._say_failure)
        job.crashed.connect(self.bug)
        job.ended.connect(self._over)
        self._lane.start(job)

    def _over(self) -> None:
        self._busy = False
        self._show()
        self.ended.emit()

    def _say_failure(self, error: FieldAppError) -> None:
        self._screen.say(in_words(error), "stop")

    def _say_written(self, written: tuple[str, int, int, int]) -> None:
        file, doses, size, held = written
        words = []
        if size:
            told = tr("{n} doses are on the stick ({size}): {file}. Bring the hub’s receipts back.")
            words.append(told.format(n=doses, size=language.size(size), file=file))
        if held:
            told = tr("With them go {n} doses held for neighbours.")
            words.append(told.format(n=held))
        nothing = tr("Nothing waits, so nothing was written.")
        self._screen.say(sentences(*words) or nothing, "ok" if words else "muted")

    def _say_read(self, taken: FromStick) -> None:
        if taken.refused is not None and not taken.anything:
            self._say_failure(taken.refused)
        elif not taken.anything:
            self._screen.say(tr("There is nothing of our hub on the stick."), "stop")
        else:
            self._screen.say(sentences(*_taken_words(taken)), "ok")


def _taken_words(taken: FromStick) -> Iterator[str]:
    if taken.device is not None:
        yield tr("This laptop has joined the hub as number {n}.").format(n=taken.device)
    if taken.files:
        yield tr("Receipts read. Newly confirmed doses: {n}.").format(n=taken.confirmed)
    if taken.carried:
        told = tr("Receipts for {n} doses of neighbours wait for the next exchange.")
        yield told.format(n=taken.carried)
    if taken.people is not None:
        yield tr("Roster read. New or changed people: {n}.").format(n=taken.people)
    if taken.edition is not None:
        yield tr("Pocket registry, edition {n}, is here.").format(n=taken.edition)


def _ask_folder(screen: StickCard) -> Path | None:
    chosen = QFileDialog.getExistingDirectory(screen, tr("Choose the stick’s folder"))
    return Path(chosen) if chosen else None


def _written(practice: Practice, folder: Path) -> tuple[str, int, int, int]:
    """Name, doses and bytes of the new file, and the doses of neighbours that lie beside it."""
    from fieldapp.sync.neighbours.carrying import write_parcels
    from fieldapp.sync.stick import file_name, write_stick

    journal, clock = practice.journal, practice.clock
    held = write_parcels(journal, folder)
    written = write_stick(journal, folder / file_name(journal, clock), clock)
    return written.file.name, written.doses, written.size, held.doses
