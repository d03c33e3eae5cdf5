"""The central server's commands for messages (send, preview, list) and for the doses needed."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from fieldapp.cli.commands import ended
from fieldapp.cli.hub_opening import opened_hub, reading
from fieldapp.domain.sms import size_of
from fieldapp.hub.messages import listing
from fieldapp.hub.messages.settings import FOLDER, Settings, own_files
from fieldapp.hub.messages.texts import Filling
from fieldapp.hub.running import unix_time
from fieldapp.resource_files import resource_path

if TYPE_CHECKING:
    from fieldapp.hub.messages.due import Ground
    from fieldapp.hub.messages.job import Outcome
    from fieldapp.hub.running import Hub

_WHY_LEFT = {
    "no-day-known": "began a course whose next day somebody has to decide",
    "opted-out": "want no messages",
    "identity-contested": "may be two people: decide first",
    "no-mobile": "have a number that takes no messages",
    "wrong-number": "had a wrong number when called",
    "refused": "refused when called",
    "elsewhere": "had it elsewhere, as they said",
    "moved": "moved away",
    "deceased": "died",
}


def ground(settings: Settings) -> Ground:
    """What is decided by: the programme that laptops follow unless they are told otherwise."""
    from fieldapp.actions.aefi_codes import load_aefi_codes
    from fieldapp.actions.calls.rules import load_call_rules
    from fieldapp.actions.programme import DEFAULT_PROGRAMME, load_catalogue, load_programme
    from fieldapp.hub.messages.due import Ground

    return Ground(
        load_programme(DEFAULT_PROGRAMME),
        load_catalogue(),
        load_aefi_codes(),
        load_call_rules(),
        settings,
    )


def ground_of(data: Path) -> Callable[[], Ground]:
    """The same with the settings of this hub as they are at the time; the rules are read once."""
    read: list[Ground] = []

    def now() -> Ground:
        settings, _ = own_files(data, resource_path("messages"))
        if not read:
            read.append(ground(settings))
        return replace(read[0], settings=settings)

    return now


def send(arguments: argparse.Namespace) -> int:
    """`fieldapp hub messages send`: exit 1 when some could not go, or nobody knows whether."""
    from fieldapp.hub.messages.gateways.choose import open_gateway
    from fieldapp.hub.messages.job import Job
    from fieldapp.hub.messages.queue import State
    from fieldapp.hub.messages.send import send_due, would_send

    with opened_hub(arguments) as store:
        settings, texts = own_files(arguments.data, resource_path("messages"))
        with closing(open_gateway(arguments.data, settings, arguments.gateway)) as gateway:
            job = Job(store, ground(settings), texts, gateway, arguments.gateway, unix_time)
            if not arguments.dry_run:
                outcome = send_due(job, again=[State(name) for name in arguments.again])
                print(json.dumps(outcome.as_json()) if arguments.json else _words(outcome))
                return ended(_needs(outcome))
            outcome, listed = would_send(job)
    rows = [
        {"kind": due.kind.value, "phone": due.phone, "language": language, "text": text}
        for due, language, text in listed
    ]
    if arguments.json:
        print(json.dumps({**outcome.as_json(), "would_send": rows}, ensure_ascii=False))
        return 0
    for row in rows:
        print(f"{row['phone']}  {row['text']}  ({_size(row['text'])})")
    print(f"{len(rows)} would be sent now. {_waiting(outcome)}".rstrip())
    return 0


def messages_beside(
    arguments: argparse.Namespace,
) -> Callable[[Hub], AbstractContextManager[None]]:
    """What `fieldapp hub serve` runs beside: the same job every so many minutes, if asked to."""
    from fieldapp.hub.messages.gateways.choose import open_gateway
    from fieldapp.hub.messages.job import Job
    from fieldapp.hub.messages.timer import sending

    if not arguments.messages_every:
        return lambda _: nullcontext()

    def job(hub: Hub) -> Job:
        settings, texts = own_files(arguments.data, resource_path("messages"))
        gateway = open_gateway(arguments.data, settings, arguments.gateway)
        return Job(hub.store, ground(settings), texts, gateway, arguments.gateway, hub.now_s)

    return lambda hub: sending(hub, job, 60.0 * arguments.messages_every)


def _words(outcome: Outcome) -> str:
    kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(outcome.by_kind.items()))
    said = [f"{outcome.sent} sent" + (f" ({kinds})." if kinds else ".")]
    if outcome.unsure:
        said.append(f"{outcome.unsure} may have gone or not: they are not sent again.")
    if outcome.failed:
        said.append(f"{outcome.failed} cannot go; `fieldapp hub messages list` says why.")
    if outcome.reports:
        said.append(f"{outcome.reports} delivery reports.")
    return " ".join([*said, _waiting(outcome)]).rstrip()


def _needs(outcome: Outcome) -> str | None:
    failed, unsure = outcome.failed, outcome.unsure
    if not failed and not unsure:
        return None
    return f"{failed} messages cannot go, {unsure} may have gone or not; `messages list` says why"


def _waiting(outcome: Outcome) -> str:
    said = []
    if outcome.quiet:
        said.append(f"{outcome.quiet} wait for the end of the quiet hours.")
    if outcome.later:
        said.append(f"{outcome.later} wait for another try.")
    if outcome.before:
        said.append(f"{outcome.before} had theirs before.")
    for why, count in sorted(outcome.left.items()):
        said.append(f"{count} {_WHY_LEFT.get(why, why)}.")
    return " ".join(said)


def preview(arguments: argparse.Namespace) -> int:
    """`fieldapp hub messages preview`: every text of the hub's own file."""
    with opened_hub(arguments):
        _, texts = own_files(arguments.data, resource_path("messages"))
    rows = []
    for language in sorted(texts.languages):
        for kind, latest in _KINDS:
            due, name = date.today(), arguments.name or _sample(language)
            by = due + timedelta(days=latest) if latest else None
            told = Filling(kind, name, due, by, 2, arguments.vaccine)
            rows.append(_previewed(language, kind, texts.fill(language, told)))
    if arguments.json:
        print(json.dumps(rows, ensure_ascii=False))
        return 0
    for row in rows:
        print(f"{row['language']} {row['kind']}: {row['text']}\n    {_size(str(row['text']))}")
    print(f"Edit them in {arguments.data / FOLDER / 'texts.json'}.")
    return 0


def _sample(language: str) -> str:
    """A made-up name as people of this language may have."""
    return "王小明" if language == "zh" else "Ann Miller"


_KINDS = (("due", 35), ("due", 0), ("last", 7))


def _previewed(language: str, kind: str, text: str) -> dict[str, object]:
    size = size_of(text)
    told = {"alphabet": size.alphabet.value, "length": size.length, "parts": size.parts}
    return {"language": language, "kind": kind, "text": text, **told}


def _size(text: str) -> str:
    size = size_of(text)
    parts = "1 part" if size.parts == 1 else f"{size.parts} parts"
    return f"{size.alphabet.value}, {size.length}, {parts}"


def listed(arguments: argparse.Namespace) -> int:
    """`fieldapp hub messages list`."""
    with reading(arguments) as connection:
        lines = listing.lines(connection, arguments.state)
        totals = listing.totals(connection)
    if arguments.json:
        print(json.dumps({"totals": totals, "messages": [line.as_json() for line in lines]}))
        return 0
    for line in lines:
        when = datetime.fromtimestamp(line.sent_s or line.queued_s, UTC)
        why = f", {line.why}" if line.why else ""
        print(
            f"{when:%Y-%m-%d %H:%M} UTC  person {line.person}  {line.course} dose {line.dose}, "
            f"{line.kind}: {line.state}{why}  ({line.language}, {line.parts}, {line.gateway})"
        )
    print(", ".join(f"{count} {state}" for state, count in totals.items()) or "No messages yet.")
    return 0


def needed(arguments: argparse.Namespace) -> int:
    """`fieldapp hub demand`."""
    from fieldapp.hub.fold.projector import catch_up
    from fieldapp.hub.messages.demand import hub_demand

    with opened_hub(arguments) as store:
        settings, _ = own_files(arguments.data, resource_path("messages"))
        catch_up(store)
        found = hub_demand(store, ground(settings), unix_time())
    if arguments.json:
        rows = [
            {
                "vaccine": one.vaccine,
                "region": one.place,
                "now": one.now,
                "week_1": one.week_1,
                "week_2": one.week_2,
                "total": one.total,
            }
            for one in found
        ]
        print(json.dumps(rows, ensure_ascii=False))
        return 0
    for one in found:
        print(
            f"{one.place}: {one.vaccine} {one.total} (now {one.now}, "
            f"week 1 {one.week_1}, week 2 {one.week_2})"
        )
    if not found:
        print("Nobody is due within two weeks.")
    return 0
