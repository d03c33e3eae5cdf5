"""`fieldapp registry pull` and `read FILE`: the pocket registry of everybody's last doses."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from fieldapp.cli.opening import opened
from fieldapp.reports.cells import utc
from fieldapp.wire.dates import from_wall
from fieldapp.wire.registry.head import Head


def pull(arguments: argparse.Namespace) -> int:
    """`fieldapp registry pull`: from the hub; says on stderr how far it is."""
    return _bring(arguments, None)


def read(arguments: argparse.Namespace) -> int:
    """`fieldapp registry read FILE`: from a stick."""
    return _bring(arguments, arguments.file)


def _bring(arguments: argparse.Namespace, file: Path | None) -> int:
    from fieldapp.actions.bring_registry import bring_registry

    def came(done: int, of: int) -> None:
        print(f"{done:,} of {of:,} bytes are here", file=sys.stderr, flush=True)

    with opened(arguments) as at:
        head = bring_registry(at.journal, file, came=came)
    print(json.dumps(_as_json(head)) if arguments.json else _in_words(head))
    return 0


def _as_json(head: Head) -> dict[str, object]:
    as_of = utc(from_wall(head.as_of))
    return {"edition": head.edition, "as_of": as_of, "entries": head.entries}


def _in_words(head: Head) -> str:
    return (
        f"Edition {head.edition} of the pocket registry is here: {head.entries:,} entries,"
        f" as of {from_wall(head.as_of):%Y-%m-%d %H:%M} UTC."
    )
