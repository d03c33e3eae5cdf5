"""`fieldapp` without a command: opens the windows on this laptop's home."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from fieldapp.actions.system_clock import SystemClock
from fieldapp.cli.first_start import first_start, start_practice
from fieldapp.cli.opening import home_named, home_of
from fieldapp.domain.clock import Clock
from fieldapp.ui.keeper import Keeper, Person

if TYPE_CHECKING:  # what the journal needs is loaded at the first unlock: the lock comes first
    from fieldapp.actions.consult import Practice
    from fieldapp.actions.doctor.finding import Finding


def run_app(arguments: argparse.Namespace) -> int:
    """Open the app, at first start with the set-up; ends when its window is closed."""
    from PySide6.QtWidgets import QApplication

    from fieldapp.ui.app import FieldApp
    from fieldapp.ui.appearance import Appearance
    from fieldapp.ui.preferences import PREFERENCES_FILE

    home, expected = home_of(arguments), home_named(arguments) is not None
    keeper = keeper_of(home)
    if expected:
        keeper.people()  # a missing disk is said on the command line, before any window opens
    app = QApplication(["fieldapp"])
    appearance = Appearance(app, home / PREFERENCES_FILE)
    maker = first_start(appearance, home) if _is_new(home) else None
    if maker is None and _is_new(home):
        return 0
    running = FieldApp(app, keeper, appearance=appearance)
    running.practice_requested.connect(start_practice)
    running.window.showMaximized()
    if maker is not None:
        running.let_in(maker.login, maker.pin)
    return app.exec()


def _is_new(home: Path) -> bool:
    return not home.exists() or not any(home.iterdir())


def keeper_of(
    home: Path, exports: Path | None = None, note: str = "", clock: Clock | None = None
) -> Keeper:
    """The door of a home with this machine's clock and key ring; exports go beside it."""
    clock = clock or SystemClock()

    def people() -> Sequence[Person]:
        from fieldapp.journal import home as journal_home

        return [Person(user.login, user.name, user.role) for user in journal_home.users_of(home)]

    def unlock(login: str, pin: str) -> Practice:
        from fieldapp.actions.enrol import let_recovery_open
        from fieldapp.actions.practice import practice_on
        from fieldapp.journal import ballast
        from fieldapp.journal import home as journal_home
        from fieldapp.journal.device_secrets import OsKeyring
        from fieldapp.journal.journal import open_journal

        key = journal_home.unlock(home, login, pin, OsKeyring(), clock)
        journal = open_journal(home, key, clock)
        let_recovery_open(journal, key, if_new=True)
        ballast.keep(home)
        return practice_on(journal, clock)

    def close(practice: Practice) -> None:
        practice.journal.close()

    def watched() -> int:
        from fieldapp.journal import watched_note

        return watched_note.read(home, clock.now())

    def outside() -> Sequence[Finding]:
        from fieldapp.actions.doctor.examine import examine_locked

        return examine_locked(home)

    return Keeper(
        people,
        unlock,
        close,
        clock,
        exports=exports or home,
        note=note,
        watched=watched,
        outside=outside,
        practises=lambda: _practises(home),
    )


def _practises(home: Path) -> bool:
    from fieldapp.journal import home as journal_home

    return journal_home.is_for_practice(home)
