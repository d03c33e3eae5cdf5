"""Finds the home, asks for the PIN, and opens the journal with this machine's real parts."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from fieldapp.actions.enrol import let_recovery_open
from fieldapp.actions.system_clock import SystemClock
from fieldapp.domain.errors import FieldAppError
from fieldapp.journal import home as journal_home
from fieldapp.journal.device_secrets import OsKeyring
from fieldapp.journal.home import DataKey
from fieldapp.journal.journal import Journal, open_journal
from fieldapp.journal.second_copy import SecondCopy


class NoLaptopHere(FieldAppError):
    """Nothing was ever made in this folder, or the disk that it was on is not in."""

    happened = "There are no records of a laptop in {home}."
    safe = "Nothing was made or changed."
    next_step = (
        "`fieldapp init` makes a new laptop. If there is one, name its folder with --home, and put "
        "its disk or card back."
    )


class NoPin(FieldAppError):
    """Nobody typed a PIN, and no PIN file names one."""

    happened = "The PIN is missing: {why}."
    safe = "Nothing was opened."
    next_step = "Type it when asked, or set FIELDAPP_PIN_FILE to a file that holds it."


class NoSuchUser(FieldAppError):
    """The login is not one of this laptop's users."""

    happened = "There is no user {login} on this laptop."
    safe = "Nothing was opened."
    next_step = "Use one of: {known}."

    def __init__(self, login: str, known: str) -> None:
        self.next_step = self.next_step.format(known=known)
        super().__init__(login=login)


@dataclass(frozen=True, slots=True)
class OpenHome:
    """An open journal, who opened it, and the clock it goes by."""

    journal: Journal
    key: DataKey
    login: str
    clock: SystemClock


def home_of(arguments: argparse.Namespace) -> Path:
    """`--home`, FIELDAPP_HOME, or this user's data folder."""
    return home_named(arguments) or Path(platformdirs.user_data_dir("fieldapp", appauthor=False))


def home_named(arguments: argparse.Namespace) -> Path | None:
    """A home that somebody named: one is expected there, and its disk may be missing."""
    named = arguments.home or os.environ.get("FIELDAPP_HOME")
    return Path(named) if named else None


@contextmanager
def opened(arguments: argparse.Namespace) -> Iterator[OpenHome]:
    """Unlock and open the home; closes it at the end. Raises what journal.home raises."""
    home, clock = home_of(arguments), SystemClock()
    login = _login(arguments, home)
    pin = read_pin(f"PIN or passphrase of {login}: ")
    key = journal_home.unlock(home, login, pin, OsKeyring(), clock)
    journal = open_journal(home, key, clock)
    try:
        let_recovery_open(journal, key, if_new=True)
        yield OpenHome(journal, key, login, clock)
        _mirror(journal)
    finally:
        journal.close()


def _mirror(journal: Journal) -> None:
    """Bring the second copy up to date; a card that is not there is said and changes nothing."""
    try:
        SecondCopy(journal).catch_up()
    except FieldAppError as error:
        print(f"{error.happened} {error.safe} {error.next_step}", file=sys.stderr)


def _login(arguments: argparse.Namespace, home: Path) -> str:
    if not home.is_dir() or not any(home.iterdir()):
        raise NoLaptopHere(home=str(home))
    known = [user.login for user in journal_home.users_of(home)]
    wanted = arguments.login or os.environ.get("FIELDAPP_USER") or known[0]
    if wanted not in known:
        raise NoSuchUser(wanted, ", ".join(known))
    return str(wanted)


def read_pin(prompt: str) -> str:
    """The first line of FIELDAPP_PIN_FILE, or what a person types. Raises NoPin."""
    file = os.environ.get("FIELDAPP_PIN_FILE")
    if file:
        return pin_from(Path(file), "FIELDAPP_PIN_FILE names")
    if not sys.stdin.isatty():
        raise NoPin(why="nobody is at the keyboard and FIELDAPP_PIN_FILE is not set")
    return getpass.getpass(prompt)


def pin_from(path: Path, which: str) -> str:
    """The first line of a PIN file. Raises NoPin."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise NoPin(why=f"the file that {which} cannot be read") from error
    if not lines or not lines[0]:
        raise NoPin(why=f"the file that {which} is empty")
    return lines[0]
