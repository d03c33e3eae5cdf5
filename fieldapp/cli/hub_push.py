"""The central server's commands that send what changed to another system, and say what came of it.

A token comes from a file or the environment, never from an argument.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Callable
from contextlib import AbstractContextManager, closing, nullcontext
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fieldapp.cli.commands import ended
from fieldapp.cli.hub_opening import opened_hub, reading
from fieldapp.hub.running import unix_time
from fieldapp.reports.cells import utc_of_or_none

if TYPE_CHECKING:
    from fieldapp.hub.push.keeping import Refused, Target
    from fieldapp.hub.push.link import Link
    from fieldapp.hub.push.sending import Job, Outcome
    from fieldapp.hub.running import Hub

TOKEN_FILE, TOKEN = "FIELDAPP_PUSH_TOKEN_FILE", "FIELDAPP_PUSH_TOKEN"
_MOST_SHOWN = 1000
_KINDS = ("bearer ", "basic ")


def fhir(arguments: argparse.Namespace) -> int:
    """`fieldapp hub push fhir --to URL`: exit 1 when something was refused."""
    from fieldapp.cli.hub_export import fhir_ground
    from fieldapp.hub.erasure.again import must_be_in_line
    from fieldapp.hub.push.sending import Job, push

    with (
        opened_hub(arguments) as store,
        closing(_link(arguments, arguments.to)) as link,
    ):
        must_be_in_line(store)
        outcome = push(Job(store, link, fhir_ground(), unix_time), again=arguments.again)
    print(json.dumps(outcome.as_json()) if arguments.json else _in_words(outcome))
    refused = f"{outcome.refused} refused; `fieldapp hub push list` says why"
    return ended(refused if outcome.refused else None)


def push_beside(arguments: argparse.Namespace) -> Callable[[Hub], AbstractContextManager[None]]:
    """What `fieldapp hub serve` runs beside, if asked to: the same every so many minutes."""
    from fieldapp.cli.hub_export import fhir_ground
    from fieldapp.hub.push.beside import pushing
    from fieldapp.hub.push.sending import Job

    if not arguments.push_to:
        return lambda _: nullcontext()
    _link(arguments, arguments.push_to)  # what is wrong with it is said before anything is served
    ground = cache(fhir_ground)

    def job(hub: Hub) -> Job:
        return Job(hub.store, _link(arguments, arguments.push_to), ground(), hub.now_s, fold=False)

    return lambda hub: pushing(hub, job, 60.0 * arguments.push_every)


def _link(arguments: argparse.Namespace, url: str) -> Link:
    from fieldapp.hub.push.errors import NoAuthority
    from fieldapp.hub.push.link import Link

    try:
        ca_pem = arguments.ca.read_text("ascii") if arguments.ca else None
    except (OSError, UnicodeDecodeError) as error:
        raise NoAuthority(why=getattr(error, "strerror", None) or "it is no text") from error
    return Link(url, ca_pem, _secret(arguments.token_file))


def _secret(file: Path | None) -> str:
    """The whole header; empty where the server wants none."""
    from fieldapp.hub.push.errors import NoCredentials

    named = file or (Path(os.environ[TOKEN_FILE]) if os.environ.get(TOKEN_FILE) else None)
    try:
        token = named.read_text("ascii").strip() if named else os.environ.get(TOKEN, "").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise NoCredentials(why=getattr(error, "strerror", None) or "it is no text") from error
    if named and not token:
        raise NoCredentials(why="the file is empty")
    if not token.isprintable():
        raise NoCredentials(why="it is more than one line")
    return token if not token or token.lower().startswith(_KINDS) else f"Bearer {token}"


def _in_words(outcome: Outcome) -> str:
    said = [f"{outcome.people} people pushed, {outcome.resources} resources."]
    if outcome.deleted:
        said.append(f"{outcome.deleted} taken back.")
    if outcome.unchanged:
        said.append(f"{outcome.unchanged} people were there already.")
    if outcome.refused:
        said.append(f"{outcome.refused} refused; `fieldapp hub push list` says why.")
    return " ".join(said)


def listed(arguments: argparse.Namespace) -> int:
    """`fieldapp hub push list`."""
    from fieldapp.hub.push import keeping

    with reading(arguments) as connection:
        rows = [
            _target(
                target,
                keeping.waiting(connection, target),
                keeping.refusals(connection, target, _MOST_SHOWN),
            )
            for target in keeping.targets(connection)
        ]
    if arguments.json:
        print(json.dumps(rows, ensure_ascii=False))
        return 0
    for row in rows:
        failed = f"; failed {row['failures']} times: {row['why']}" if row["failures"] else ""
        print(f"{row['url']}  last went {row['went'] or 'never'}, {row['waiting']} wait{failed}")
        for one in row["refused"]:
            print(f"  {one['resource']} refused ({one['status']}): {one['why']}")
    if not rows:
        print("Nothing was pushed from this hub yet.")
    return 0


def _target(target: Target, waiting: int, refused: list[Refused]) -> dict[str, Any]:
    return {
        "url": target.url,
        "went": utc_of_or_none(target.went_s),
        "tried": utc_of_or_none(target.tried_s),
        "waiting": waiting,
        "failures": target.failures,
        "why": target.why,
        "refused": [_refused(one) for one in refused],
    }


def _refused(one: Refused) -> dict[str, Any]:
    from fieldapp.hub.push.answers import words_of

    return {
        "resource": f"{one.kind}/{one.id.hex()}",
        "status": one.status,
        "why": "; ".join(words_of(one.answer)),
        "outcome": one.answer,
        "at": utc_of_or_none(one.at_s),
    }
