"""Joins the set-up screen to what sets a laptop up; says in words what is missing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from fieldapp.domain.errors import FieldAppError
from fieldapp.ui.background import Job, Lane
from fieldapp.ui.error_words import in_words
from fieldapp.ui.set_up_screen import SetUpForm, SetUpScreen
from fieldapp.ui.words import tr


class SetUpFlow(QObject):
    """Checks the form, sets up off the GUI thread; `done` when the laptop can be unlocked."""

    done = Signal()
    bug = Signal(object)

    def __init__(
        self, screen: SetUpScreen, set_up: Callable[[SetUpForm], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._screen, self._set_up, self.lane = screen, set_up, Lane(self)
        screen.set_up_requested.connect(self._go)

    def move_to(self, screen: SetUpScreen) -> None:
        """Go on with another page, for instance in the other language; nothing typed is lost."""
        screen.fill(self._screen.typed())
        screen.set_up_requested.connect(self._go)
        self._screen = screen

    def _go(self, form: SetUpForm) -> None:
        fault = fault_of(form)
        self._screen.show_message(fault or tr("Setting up…"), "stop" if fault else "muted")
        if fault:
            return
        self._screen.show_busy(True)
        job = Job(lambda: self._set_up(form), self)
        job.succeeded.connect(lambda _value: self.done.emit())
        job.failed.connect(self._failed)
        job.crashed.connect(self.bug)
        job.ended.connect(lambda: self._screen.show_busy(False))
        self.lane.start(job)

    def _failed(self, error: FieldAppError) -> None:
        self._screen.show_message(in_words(error), "stop")


def fault_of(form: SetUpForm) -> str:
    """What keeps this form from being used; empty when nothing does."""
    if not (form.team and form.name and form.login):
        return tr("Team, your name and your login are needed.")
    if form.pin != form.pin_again:
        return tr("The two PINs are not the same.")
    if bool(form.hub_url) != bool(form.code):
        return tr("To join a hub both its address and the code are needed.")
    return ""
