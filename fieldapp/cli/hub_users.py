"""The central server's commands for who may open its pages, and for its sync log as a file."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, time

from fieldapp.cli.hub_opening import operators_desk
from fieldapp.hub.making import open_or_make
from fieldapp.hub.running import unix_time


def add_user(arguments: argparse.Namespace) -> int:
    """`fieldapp hub add-user LOGIN --role ROLE`; makes the hub itself at first use."""
    from fieldapp.cli.opening import read_pin
    from fieldapp.hub.web import accounts
    from fieldapp.hub.web.access import Role

    login, role = arguments.user, Role(arguments.role)
    passphrase = read_pin(f"Passphrase for {login} (12 characters or more): ")
    with (
        closing(open_or_make(arguments.data, database=arguments.database)) as store,
        store.writing() as connection,
    ):
        desk = accounts.Desk(connection, store.keys, unix_time())
        accounts.add_user(desk, login, role, passphrase, change=False)
    print(f"{login} may sign in as {role.value}; the second factor is set up at the first sign-in.")
    return 0


def end_user(arguments: argparse.Namespace) -> int:
    """`fieldapp hub end-user LOGIN`."""
    from fieldapp.hub.web import accounts

    _changed(arguments, accounts.end_user)
    print(f"{arguments.user} can sign in no more.")
    return 0


def reset_user(arguments: argparse.Namespace) -> int:
    """`fieldapp hub reset-user LOGIN`: a new first passphrase, and a new second factor."""
    from fieldapp.cli.opening import read_pin
    from fieldapp.hub.web import accounts

    passphrase = read_pin(f"First passphrase for {arguments.user} (12 characters or more): ")

    def reset(desk: accounts.Desk, login: str) -> None:
        accounts.reset_passphrase(desk, login, passphrase)
        accounts.reset_second(desk, login)

    _changed(arguments, reset)
    print(
        f"{arguments.user} chooses a passphrase and sets up the second factor at the next sign-in."
    )
    return 0


def _changed(arguments: argparse.Namespace, change: Callable[..., None]) -> None:
    with operators_desk(arguments) as desk:
        change(desk, arguments.user)


def export(arguments: argparse.Namespace) -> int:
    """`fieldapp hub export sync-log --format F --out FILE [--since DATE]`."""
    from fieldapp.hub.sync_log.export import export_sync_log

    since = arguments.since
    since_s = None if since is None else int(datetime.combine(since, time(), UTC).timestamp())
    attempts = export_sync_log(
        arguments.data, arguments.format, arguments.out, since_s=since_s,
        database=arguments.database,
    )  # fmt: skip
    print(f"{attempts} attempts, and the proof for every laptop: {arguments.out}")
    return 0
