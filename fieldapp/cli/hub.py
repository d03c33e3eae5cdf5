"""The central server's commands, from serve to verify; what can be typed is in arguments.py."""

from __future__ import annotations

import argparse
import json
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING

import segno

from fieldapp.cli.commands import ended
from fieldapp.domain.errors import FieldAppError
from fieldapp.hub.enrolment import add_team as make_code
from fieldapp.hub.running import unix_time

if TYPE_CHECKING:
    from fieldapp.hub.running import Hub


class BadListenAddress(FieldAppError):
    """--listen is not HOST:PORT."""

    happened = "{text} is not an address to listen on."
    safe = "The hub was not started."
    next_step = "Write HOST:PORT, for example 127.0.0.1:8470."


class BadPrefix(FieldAppError):
    """--prefix would not be a name in PostgreSQL without quotes."""

    happened = "{text} cannot begin the names of roles."
    safe = "Nothing was printed."
    next_step = "Write small letters, digits and underscores, a letter first."


def serve(arguments: argparse.Namespace) -> int:
    """`fieldapp hub serve`: runs until SIGINT or SIGTERM."""
    from fieldapp.actions.programme import load_catalogue
    from fieldapp.cli.hub_messages import ground_of
    from fieldapp.cli.hub_roster import judge
    from fieldapp.hub.serve import serve as run_server

    host, port = _address(arguments.listen)
    run_server(
        arguments.data,
        host,
        port,
        tls_cert=arguments.tls_cert,
        tls_key=arguments.tls_key,
        vaccines=[vaccine.id for vaccine in load_catalogue()],
        judge=judge(),
        ground=ground_of(arguments.data),
        beside=_beside(arguments),
        database=arguments.database,
        workers=arguments.workers,
        log=arguments.log,
        only=arguments.only,
    )
    return 0


def _beside(arguments: argparse.Namespace) -> Callable[[Hub], AbstractContextManager[None]]:
    """What goes on beside the answers, where it was asked for."""
    from fieldapp.cli.hub_messages import messages_beside
    from fieldapp.cli.hub_push import push_beside

    messages, push = messages_beside(arguments), push_beside(arguments)

    @contextmanager
    def both(hub: Hub) -> Iterator[None]:
        with messages(hub), push(hub):
            yield

    return both


def _address(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    if not host or not (port.isascii() and port.isdigit()) or int(port) > 65535:
        raise BadListenAddress(text=text)
    return host.strip("[]"), int(port)


def add_team(arguments: argparse.Namespace) -> int:
    """`fieldapp hub add-team`: the code alone on stdout; on a terminal its QR code, too."""
    code = make_code(
        arguments.data,
        arguments.name,
        arguments.kind,
        arguments.region,
        now_s=unix_time(),
        database=arguments.database,
    )
    if sys.stderr.isatty():
        segno.make_qr(code).terminal(out=sys.stderr, compact=True)
    print(code)
    return 0


def revoke(arguments: argparse.Namespace) -> int:
    """`fieldapp hub revoke DEVICE`."""
    from fieldapp.hub.devices import revoke as shut_out

    device = shut_out(
        arguments.data, arguments.device, now_s=unix_time(), database=arguments.database
    )
    print(f"Device {device.no}, {device.name}, is shut out. What it sent before still counts.")
    return 0


def bundle_read(arguments: argparse.Namespace) -> int:
    """`fieldapp hub bundle read FILE`: exit 1 when pages were not genuine or lack a parent."""
    from fieldapp.hub.stick import read_stick

    came = read_stick(arguments.data, arguments.file, arguments.out, database=arguments.database)
    print(json.dumps(came.as_json()) if arguments.json else came.in_words())
    doubtful = len(came.refused) + came.lacking
    words = f"{doubtful} of {came.pages} pages could not be counted"
    return ended(words if doubtful else None)


def beacon_read(arguments: argparse.Namespace) -> int:
    """`fieldapp hub beacon read TEXT`."""
    from fieldapp.hub.claims import take_beacon

    said, owed = take_beacon(arguments.data, arguments.text, database=arguments.database)
    if arguments.json:
        told = {"device": said.device, "epoch": said.epoch.hex(), "seq": said.seq}
        missing = [one.as_json() for one in owed]
        print(json.dumps({**told, "doses": said.doses, "owed": missing}))
        return 0
    print(f"Laptop {said.device} has recorded {said.doses} doses in {said.seq} events.")
    for one in owed:
        print(f"Owed: events {one.first_seq} to {one.last_seq} of epoch {one.epoch.hex()}.")
    if not owed:
        print("Nothing is owed: all of it is here.")
    return 0


def registry_write(arguments: argparse.Namespace) -> int:
    """`fieldapp hub registry write`: says on stderr how far it is."""
    from fieldapp.hub.registry.build import build_registry

    done = 0

    def worked(more: int) -> None:
        nonlocal done
        done += more
        print(f"{done:,} new documents keyed", file=sys.stderr, flush=True)

    built = build_registry(arguments.data, database=arguments.database, worked=worked)
    if arguments.out:
        shutil.copyfile(built.file, arguments.out)
    print(json.dumps(built.as_json()) if arguments.json else built.in_words())
    return 0


def status(arguments: argparse.Namespace) -> int:
    """`fieldapp hub status`."""
    from fieldapp.hub.status import status as read
    from fieldapp.hub.words import status_words

    state = read(arguments.data, database=arguments.database)
    print(json.dumps(state) if arguments.json else status_words(state))
    return 0


def verify(arguments: argparse.Namespace) -> int:
    """`fieldapp hub verify`: exit 1 and what is wrong."""
    from fieldapp.hub.verify import verify as prove
    from fieldapp.hub.words import findings_words

    findings = prove(arguments.data, database=arguments.database)
    print(json.dumps(findings.as_json()) if arguments.json else findings_words(findings))
    return ended(None if findings.ok else "the hub's records are not whole")


def rebuild(arguments: argparse.Namespace) -> int:
    """`fieldapp hub rebuild`: exit 1 where the old tables said something else."""
    from fieldapp.actions.programme import load_catalogue
    from fieldapp.hub.rebuild import rebuild as build

    def worked(place: int) -> None:
        print(f"{place:,} pages folded", file=sys.stderr, flush=True)

    vaccines = [vaccine.id for vaccine in load_catalogue()]
    built = build(arguments.data, database=arguments.database, vaccines=vaccines, worked=worked)
    print(json.dumps(built.as_json()) if arguments.json else built.in_words())
    differing = ", ".join(built.differing)
    return ended(f"the old tables said something else in: {differing}" if differing else None)


def database_roles(arguments: argparse.Namespace) -> int:
    """`fieldapp hub database-roles`: for psql; asks no database."""
    from fieldapp.hub.database_roles import script

    if not re.fullmatch(r"[a-z][a-z0-9_]{0,30}", arguments.prefix):
        raise BadPrefix(text=arguments.prefix)
    print(script(arguments.prefix), end="")
    return 0
