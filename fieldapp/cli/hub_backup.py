"""The central server's commands for its second copy, and for another database."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict

_AFTER = """\
Put back: {pages} pages, as they were at the backup. Start the hub. Each laptop sends again what is
lacking, at its next sync; `fieldapp hub status` says how many have not been here yet. A laptop that
joined since the backup is unknown: give it a new code (`fieldapp hub add-team`), it keeps its
records. Who was shut out or ended since the backup must be so again."""

_ERASED = "Everybody of whom {file} tells ({erased}) is erased here, too."
_NO_LEDGER = """\
The folder holds no {file}. If anybody was ever erased since the backup, put it into the folder
before the hub is started: they are erased again at the start."""

_MOVED = """\
The hub is on PostgreSQL now: {pages} pages, and all tables say what the old ones said. Start the
hub; the folder knows where its records are. The old file is {kept} in the folder: keep it until you
have made a backup. Where PostgreSQL roles are used, print them again (`hub database-roles`)."""


def backup(arguments: argparse.Namespace) -> int:
    """`fieldapp hub backup DIR`."""
    from fieldapp.hub.backup import make

    made = make(arguments.data, arguments.to, database=arguments.database)
    words = f"{made.pages} pages in {arguments.to}. Keep hub-keys.json in another place."
    print(json.dumps(asdict(made)) if arguments.json else words)
    return 0


def restore(arguments: argparse.Namespace) -> int:
    """`fieldapp hub restore DIR`."""
    from fieldapp.hub.erasure import ledger
    from fieldapp.hub.put_back import put_back

    made = put_back(arguments.backup, arguments.data, database=arguments.database)
    erased = len(ledger.read(arguments.data))
    words = _AFTER.format(pages=made.pages) + "\n" + (_ERASED if erased else _NO_LEDGER)
    words = words.format(erased=erased, file=ledger.LEDGER_FILE)
    print(json.dumps(asdict(made)) if arguments.json else words)
    return 0


def move(arguments: argparse.Namespace) -> int:
    """`fieldapp hub move --database URL`."""
    from fieldapp.hub.moving import move as carry_over

    moved = carry_over(arguments.data, arguments.database)
    words = _MOVED.format(**asdict(moved))
    print(json.dumps(asdict(moved)) if arguments.json else words)
    return 0
