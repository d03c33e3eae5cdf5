"""The first start of a laptop: the set-up page, the home it makes, the hub it joins, the demo."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from fieldapp.actions.system_clock import SystemClock
from fieldapp.cli.certificate import read_certificate
from fieldapp.cli.this_program import program

if TYPE_CHECKING:  # Qt is loaded only when a window is to be opened
    from fieldapp.ui.appearance import Appearance
    from fieldapp.ui.set_up_screen import SetUpForm


def first_start(appearance: Appearance, home: Path) -> bool:
    """Show the set-up page until it is done or closed; whether the laptop is set up now."""
    from PySide6.QtWidgets import QApplication

    from fieldapp.journal.home import home_exists
    from fieldapp.ui.set_up_window import SetUpWindow

    window = SetUpWindow(appearance, lambda form: set_up_home(home, form))
    window.demo_requested.connect(start_demo)
    window.show()
    QApplication.exec()
    window.wait()
    appearance.keep()
    return home_exists(home)


def set_up_home(home: Path, form: SetUpForm) -> None:
    """Make the home, whose first user leads the team, and join the hub where a code is given.

    After a hub that could not be reached the same form can be sent again: the home is kept.
    Raises what create_home, unlock and enrol raise.
    """
    from fieldapp.journal.device_secrets import OsKeyring
    from fieldapp.journal.home import NewUser, TeamProfile, create_home, home_exists

    ca_pem = read_certificate(Path(form.ca_file)) if form.ca_file else None
    if not home_exists(home):
        lead = NewUser(form.login, form.name, "lead", form.pin)
        create_home(home, TeamProfile(form.team, form.kind), [lead], OsKeyring(), SystemClock())
    if form.code:
        _join(home, form, ca_pem)


def _join(home: Path, form: SetUpForm, ca_pem: str | None) -> None:
    from fieldapp.actions.enrol import enrol
    from fieldapp.journal.device_secrets import OsKeyring
    from fieldapp.journal.home import unlock
    from fieldapp.journal.journal import open_journal

    clock = SystemClock()
    key = unlock(home, form.login, form.pin, OsKeyring(), clock)
    journal = open_journal(home, key, clock)
    try:
        enrol(journal, form.hub_url, form.code, ca_pem, clock, key=key)
    finally:
        journal.close()


def start_demo() -> None:
    """Open the demo in a process of its own, which goes on when this one ends."""
    subprocess.Popen([*program(), "demo"])  # noqa: S603  our own program
