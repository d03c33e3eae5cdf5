"""The central server's commands for its second copy."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict

_AFTER = """\
Put back: {pages} pages, as they were at the backup. Start the hub. Each laptop sends again what is
lacking, at its next sync; `fieldapp hub status` says how many have not been here yet. A laptop that
joined since the backup is unknown: give it a new code (`fieldapp hub add-team`), it keeps its
records. Who was shut out or ended since the backup must be so again."""


def backup(arguments: argparse.Namespace) -> int:
    """`fieldapp hub backup DIR`."""
    from fieldapp.hub.backup import make

    made = make(arguments.data, arguments.to, database=arguments.database)
    words = f"{made.pages} pages in {arguments.to}. Keep hub-keys.json in another place."
    print(json.dumps(asdict(made)) if arguments.json else words)
    return 0


def restore(arguments: argparse.Namespace) -> int:
    """`fieldapp hub restore DIR`."""
    from fieldapp.hub.backup import put_back

    made = put_back(arguments.backup, arguments.data, database=arguments.database)
    words = _AFTER.format(pages=made.pages)
    print(json.dumps(asdict(made)) if arguments.json else words)
    return 0
