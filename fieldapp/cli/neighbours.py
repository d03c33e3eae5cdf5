"""`fieldapp neighbour meet` and `serve`: the neighbour road from the command line."""

from __future__ import annotations

import argparse
import json
import sys
import time

from fieldapp.cli.opening import opened
from fieldapp.domain.errors import FieldAppError
from fieldapp.sync.neighbours.address import Address
from fieldapp.sync.neighbours.tally import Met


def meet(arguments: argparse.Namespace) -> int:
    """`fieldapp neighbour meet [ADDRESS]`: with no address, everybody who is found near."""
    from fieldapp.actions.meet_neighbours import meet_at, meet_near

    with opened(arguments) as at:
        if arguments.address:
            met = [meet_at(at.journal, arguments.address, at.clock)]
        else:
            met = meet_near(at.journal, at.clock)
    if arguments.json:
        print(json.dumps([one.as_json() for one in met]))
    else:
        print("\n\n".join(one.in_words() for one in met))
    return 0


def serve(arguments: argparse.Namespace) -> int:
    """`fieldapp neighbour serve`: listens until stopped, or until so many meetings or seconds."""
    from fieldapp.actions.await_neighbours import await_neighbours
    from fieldapp.sync.neighbours.address import parse_address

    place = parse_address(arguments.listen) if arguments.listen else None
    told = _Told(arguments.json)
    ends_s = time.monotonic() + (arguments.seconds or float("inf"))

    def stopped() -> bool:
        enough = arguments.meetings is not None and told.meetings >= arguments.meetings
        return enough or time.monotonic() > ends_s

    with opened(arguments) as at:
        await_neighbours(
            at.journal,
            at.clock,
            ready=told.ready,
            met=told.met,
            failed=told.failed,
            stopped=stopped,
            at=place,
        )
    return 0


class _Told:
    """Says on stdout what happens, one line or one JSON object at a time."""

    def __init__(self, as_json: bool) -> None:
        self._json, self.meetings = as_json, 0

    def ready(self, address: Address) -> None:
        if self._json:
            print(json.dumps({"listening": str(address)}), flush=True)
        else:
            print(f"Listening for neighbours at {address}; stop with Ctrl C.", flush=True)

    def met(self, one: Met) -> None:
        self.meetings += 1
        print(json.dumps(one.as_json()) if self._json else one.in_words(), flush=True)

    def failed(self, error: FieldAppError) -> None:
        print(f"fieldapp: {error}", file=sys.stderr, flush=True)
