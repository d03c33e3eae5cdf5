"""The first start of a laptop: the first steps of its set-up, the home they make, and practice."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from fieldapp.actions.system_clock import SystemClock
from fieldapp.cli.this_program import program

if TYPE_CHECKING:  # Qt is loaded only when a window is to be opened
    from fieldapp.ui.appearance import Appearance
    from fieldapp.ui.set_up.laptop_page import SetUpForm


def first_start(appearance: Appearance, home: Path) -> SetUpForm | None:
    """Show the first steps until the laptop is made; who made it, or None when they were closed."""
    from PySide6.QtWidgets import QApplication

    from fieldapp.ui.set_up.first_window import FirstWindow

    window = FirstWindow(appearance, lambda form: set_up_home(home, form))
    window.practice_requested.connect(start_practice)
    window.show()
    QApplication.exec()
    window.wait()
    appearance.keep()
    return window.made


def set_up_home(home: Path, form: SetUpForm) -> None:
    """Make the home, whose first user leads the team, and begin its set-up.

    After a try that failed the same form can be sent again: a home that is there is kept. Raises
    what create_home and unlock raise.
    """
    from fieldapp.actions.set_up import begin
    from fieldapp.journal.device_secrets import OsKeyring
    from fieldapp.journal.home import NewUser, TeamProfile, create_home, home_exists, unlock
    from fieldapp.journal.journal import open_journal

    clock, secrets = SystemClock(), OsKeyring()
    if not home_exists(home):
        lead = NewUser(form.login, form.name, "lead", form.pin)
        create_home(home, TeamProfile(form.team, form.kind), [lead], secrets, clock)
    journal = open_journal(home, unlock(home, form.login, form.pin, secrets, clock), clock)
    try:
        begin(journal)
    finally:
        journal.close()


def start_practice() -> None:
    """Open the practice in a process of its own, which goes on when this one ends; in the language
    that is spoken here."""
    from fieldapp.ui import language

    subprocess.Popen([*program(), "demo", "--language", language.spoken()])  # noqa: S603  our own program
