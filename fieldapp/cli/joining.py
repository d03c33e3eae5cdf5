"""`fieldapp enrol`: joins the hub over a network, or by a request and a pack on a stick."""

from __future__ import annotations

import argparse
import json
import sys

from fieldapp.actions.certificate import read_certificate
from fieldapp.cli.opening import opened

_USAGE = "usage: fieldapp enrol --hub URL --code CODE [--to FOLDER] | fieldapp enrol --pack FILE"


def enrol(arguments: argparse.Namespace) -> int:
    """One of the three ways; 2 where what was typed is none of them."""
    named = (arguments.hub, arguments.code)
    if arguments.pack is not None:
        return _wrong_usage() if any(named) else _take_pack(arguments)
    if not all(named):
        return _wrong_usage()
    return _join(arguments) if arguments.to is None else _ask(arguments)


def _wrong_usage() -> int:
    print(_USAGE, file=sys.stderr)
    return 2


def _join(arguments: argparse.Namespace) -> int:
    from fieldapp.actions.enrol import enrol as join

    ca_pem = read_certificate(arguments.ca) if arguments.ca else None
    with opened(arguments) as at:
        joined = join(at.journal, arguments.hub, arguments.code, ca_pem, at.clock, key=at.key)
    words = f"This laptop has joined the hub as device {joined.device}."
    print(json.dumps({"device": joined.device}) if arguments.json else words)
    return 0


def _ask(arguments: argparse.Namespace) -> int:
    """The request's line goes to stdout, too: it may travel as a message."""
    from fieldapp.actions.enrol_by_stick import ask_by_stick

    ca_pem = read_certificate(arguments.ca) if arguments.ca else None
    with opened(arguments) as at:
        file = ask_by_stick(at.journal, arguments.to, arguments.hub, arguments.code, ca_pem)
    line = file.read_text("ascii").strip()
    if arguments.json:
        print(json.dumps({"file": str(file), "request": line}))
        return 0
    print(f"The request is in {file}. At the hub: fieldapp hub pack {arguments.to}")
    print(f"Then here: fieldapp enrol --pack FILE\nIt may also go as a message:\n{line}")
    return 0


def _take_pack(arguments: argparse.Namespace) -> int:
    from fieldapp.actions.enrol_by_stick import join_by_pack

    with opened(arguments) as at:
        taken = join_by_pack(at.journal, arguments.pack, at.clock, key=at.key)
    if arguments.json:
        print(json.dumps(taken.as_json()))
    else:
        print(f"This laptop has joined the hub as device {taken.device}.\n{taken.in_words()}")
    return 0
