"""`fieldapp hub pack`: one pack for all the laptops whose requests are on a stick."""

from __future__ import annotations

import argparse
import json

from fieldapp.cli.commands import ended
from fieldapp.cli.hub_roster import judge


def pack(arguments: argparse.Namespace) -> int:
    """Exit 1, with the pack written for the others, where a request was refused."""
    from fieldapp.hub.packs.writing import write_pack

    written = write_pack(
        arguments.data,
        arguments.requests,
        arguments.out,
        judge(),
        with_registry=not arguments.no_registry,
        database=arguments.database,
    )
    print(json.dumps(written.as_json()) if arguments.json else written.in_words())
    teams = ", ".join(written.refused)
    why = "the code is unknown, another laptop’s, or expired"
    return ended(f"not taken in, for {why}: {teams}" if teams else "")
