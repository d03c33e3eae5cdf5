"""The first two steps, before there is a laptop: the look, and who it belongs to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from fieldapp.domain.errors import FieldAppError
from fieldapp.ui.background import Job, Lane
from fieldapp.ui.error_words import in_words
from fieldapp.ui.set_up.first_page import FirstPage
from fieldapp.ui.set_up.laptop_page import SetUpForm
from fieldapp.ui.set_up.steps import LAPTOP, first_lines
from fieldapp.ui.words import tr


class FirstFlow(QObject):
    """Checks the form, makes the laptop off the GUI thread; `done` when it can be unlocked."""

    done = Signal(object)  # the form: who unlocks it now
    bug = Signal(object)

    def __init__(
        self, page: FirstPage, set_up: Callable[[SetUpForm], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._set_up, self.lane = set_up, Lane(self)
        self._page = page
        self._join()

    def move_to(self, page: FirstPage) -> None:
        """Go on with another page, for instance in the other language; nothing typed is lost."""
        page.laptop.fill(self._page.laptop.typed())
        page.show_step(self._page.at, first_lines(self._page.at))
        self._page = page
        self._join()

    def _join(self) -> None:
        self._page.step_chosen.connect(self._open)
        self._page.look.passed.connect(lambda: self._open(LAPTOP))
        self._page.laptop.asked.connect(self._make)

    def _open(self, name: str) -> None:
        self._page.show_step(name, first_lines(name))

    def _make(self) -> None:
        page = self._page.laptop
        form = page.typed()
        fault = fault_of(form)
        page.say(fault or tr("Setting up…"), "stop" if fault else "muted")
        if fault:
            return
        page.show_busy(True)
        job = Job(lambda: self._set_up(form), self)
        job.succeeded.connect(lambda _value: self.done.emit(form))
        job.failed.connect(self._failed)
        job.crashed.connect(self.bug)
        job.ended.connect(lambda: self._page.laptop.show_busy(False))
        self.lane.start(job)

    def _failed(self, error: FieldAppError) -> None:
        self._page.laptop.say(in_words(error), "stop")


def fault_of(form: SetUpForm) -> str:
    """What keeps this form from being used; empty when nothing does."""
    if not (form.team and form.name and form.login):
        return tr("Team, your name and your login are needed.")
    if form.pin != form.pin_again:
        return tr("The two PINs are not the same.")
    return ""
