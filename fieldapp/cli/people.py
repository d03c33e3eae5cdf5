"""`fieldapp user list`, `user add` and `user end`: who may unlock this laptop."""

from __future__ import annotations

import argparse
import getpass
import json

from fieldapp.actions.people import Doer, add_person, end_access
from fieldapp.actions.practice import practice_on
from fieldapp.cli.laptop import display_name, login_and_role
from fieldapp.cli.opening import OpenHome, home_of, opened, pin_from, read_pin
from fieldapp.journal.home import NewUser, users_of


def users(arguments: argparse.Namespace) -> int:
    """`fieldapp user list`: read outside the journal, so no PIN is asked."""
    known = users_of(home_of(arguments))
    if arguments.json:
        print(json.dumps([{"login": u.login, "name": u.name, "role": u.role} for u in known]))
    else:
        print("\n".join(f"{user.login}: {user.name}, {user.role}" for user in known))
    return 0


def add(arguments: argparse.Namespace) -> int:
    """`fieldapp user add LOGIN[:ROLE]`: the PIN of whoever does it first, then the new one."""
    login, role = login_and_role(arguments.user)
    name = arguments.name or display_name(login)
    with opened(arguments) as at:
        by = _doer(at)
        pin = _new_pin(arguments, login)
        add_person(practice_on(at.journal, at.clock), by, NewUser(login, name, role, pin))
    print(f"{name} may unlock this laptop now.")
    return 0


def end(arguments: argparse.Namespace) -> int:
    """`fieldapp user end LOGIN`: the PIN of whoever does it."""
    with opened(arguments) as at:
        end_access(practice_on(at.journal, at.clock), _doer(at), arguments.user)
    print(f"{arguments.user} can no longer unlock this laptop. What they recorded stays theirs.")
    return 0


def _doer(at: OpenHome) -> Doer:
    return Doer(at.login, read_pin(f"PIN or passphrase of {at.login} again: "))


def _new_pin(arguments: argparse.Namespace, login: str) -> str:
    if arguments.pin_file:
        return pin_from(arguments.pin_file, "--pin-file names")
    return getpass.getpass(f"PIN or passphrase for {login}: ")
