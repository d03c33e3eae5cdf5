"""The central server's commands for erasing people, and for what the law keeps of them."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from datetime import UTC, datetime

from fieldapp.cli.hub_opening import opened_hub
from fieldapp.domain.errors import FieldAppError
from fieldapp.hub.erasure import law, reading, wishes
from fieldapp.hub.erasure.erasing import Order, Prospect, look, person_of
from fieldapp.hub.erasure.errors import NobodyThere, NoWhy
from fieldapp.hub.erasure.wishes import Wish
from fieldapp.hub.running import unix_time
from fieldapp.hub.store import Store
from fieldapp.hub.web.audit import OPERATOR
from fieldapp.wire.dates import from_day

_MOST_LISTED = 1000
_SURE = 8
_AFTER = """\
Erased: {events} records, among them {doses} of doses. Version {version} of the list goes to every
laptop with its next sync; `fieldapp hub erasures` says which have carried it out. Copies made
before now still hold the person: backups (a hub put back from one erases again by itself), exports
and printed papers. Copy {ledger} to where hub-keys.json is kept."""
_KEPT = """\
{kept} records are kept by law, the last until {until}: sealed to the recovery key."""


class NotConfirmed(FieldAppError):
    """Something else was typed than the beginning of the person's number."""

    happened = "That is not the number of this person."
    safe = "Nothing was erased."
    next_step = "Look at the person's page again, and run the command again."


def erase(arguments: argparse.Namespace) -> int:
    """`fieldapp hub erase PERSON --basis CODE --why WORDS [--dry-run] [--yes]`."""
    from fieldapp.hub.erasure.keeping import carry_out_now
    from fieldapp.hub.erasure.ledger import LEDGER_FILE
    from fieldapp.hub.fold.projector import catch_up

    catalogue, now_s = law.shipped(), unix_time()
    catalogue.basis(arguments.basis)
    with opened_hub(arguments) as store:
        catch_up(store)
        with store.reading() as connection:
            person = person_of(connection, arguments.person)
            found = look(connection, person, arguments.basis, catalogue, now_s)
        if found is None:
            raise NobodyThere(person=arguments.person)
        if arguments.dry_run:
            print(json.dumps(_as_json(found)) if arguments.json else _in_words(found))
            return 0
        if not arguments.why.strip():
            raise NoWhy()
        if not arguments.yes:
            print(_in_words(found), file=sys.stderr)
            print(f"Type the first {_SURE} letters of the number: ", end="", file=sys.stderr)
            sys.stderr.flush()
            numbers = {person.hex()[:_SURE], arguments.person.strip().lower()[:_SURE]}
            if sys.stdin.readline().strip().lower() not in numbers:
                raise NotConfirmed()
        order = Order(person, arguments.basis, arguments.why, OPERATOR, found.seen)
        done = carry_out_now(store, order, catalogue, now_s)
    if done is None:
        raise NobodyThere(person=arguments.person)
    if arguments.json:
        print(json.dumps(asdict(done)))
        return 0
    print(_AFTER.format(**asdict(done), ledger=LEDGER_FILE))
    if done.kept:
        print(_KEPT.format(kept=done.kept, until=_day(found.until_day)))
    return 0


def _as_json(found: Prospect) -> dict[str, object]:
    kinds = {
        kind: {"records": number, "kept": kept} for kind, (number, kept) in found.by_kind.items()
    }
    person = [one.hex() for one in found.registrations]
    return {"registrations": person, "kinds": kinds, "kept_until": _day(found.until_day)}


def _in_words(found: Prospect) -> str:
    lines = [f"{len(found.events)} records of this person would be erased:"]
    for kind, (number, kept) in found.by_kind.items():
        also = f", a sealed copy of {kept} is kept by law" if kept else ""
        lines.append(f"  {kind}: {number}{also}")
    if found.until_day is not None:
        lines.append(f"The last sealed copy goes after {_day(found.until_day)}.")
    return "\n".join(lines)


def _day(number: int | None) -> str | None:
    day = from_day(number)
    return day.isoformat() if day else None


def erasures(arguments: argparse.Namespace) -> int:
    """`fieldapp hub erasures [--open VERSION --recovery-key FILE]`."""
    from fieldapp.hub.erasure.again import bring_in_line

    with opened_hub(arguments) as store:
        bring_in_line(store, unix_time())
        if arguments.open is not None:
            return _open(store, arguments)
        with store.reading() as connection:
            lines = reading.erasures(connection, most=_MOST_LISTED)
            spreads = {line.version: reading.spread(connection, line.version) for line in lines}
            waiting = wishes.open_wishes(connection, most=_MOST_LISTED)
    if arguments.json:
        print(json.dumps([_line_json(line, spreads[line.version]) for line in lines]))
        return 0
    if not lines:
        print("Nobody was ever erased here.")
    for line in lines:
        print("\n".join(_line_words(line, spreads[line.version])))
    for wish in waiting:
        print(_wish_words(wish))
    return 0


def _wish_words(wish: Wish) -> str:
    changed = " Registrations or doses changed since: look again." if wish.again else ""
    whom = f"{wish.client.hex()[:12]}, {wish.basis}, by {wish.asked_by}"
    return f"Not decided: {whom}: {wish.why}.{changed}"


def _open(store: Store, arguments: argparse.Namespace) -> int:
    from fieldapp.hub.erasure.kept import note_opened, opened, read_key

    if arguments.recovery_key is None:
        raise NoKeyNamed()
    key = read_key(arguments.recovery_key)
    with store.writing() as connection:
        records = opened(connection, arguments.open, key)
        note_opened(connection, store.keys, unix_time(), arguments.open)
    for record in records:
        print(json.dumps(record, ensure_ascii=False))
    return 0


class NoKeyNamed(FieldAppError):
    """What the law keeps opens with a key that is not here."""

    happened = "The recovery key is not named."
    safe = "Nothing was opened."
    next_step = "Add --recovery-key FILE, with the file that was locked away."


def _line_json(line: reading.Line, far: reading.Spread) -> dict[str, object]:
    return {
        **asdict(line),
        "kept_until": _day(line.until_day),
        "done": [one.device for one in far.done],
        "waiting": [one.device for one in far.waiting],
        "shut_out": [one.device for one in far.shut_out],
    }


def _line_words(line: reading.Line, far: reading.Spread) -> list[str]:
    at = datetime.fromtimestamp(line.at_s, UTC).strftime("%Y-%m-%d %H:%M UTC")
    kept = f", {line.kept} kept by law until {_day(line.until_day)}" if line.kept else ""
    waiting = ", ".join(f"{one.device} {one.name}" for one in far.waiting)
    laptops = len(far.done) + len(far.waiting)
    return [
        f"{line.version}  {at}  {line.basis}, by {line.login}: {line.why}",
        f"  {line.events} records{kept}; carried out by {len(far.done)} of {laptops} laptops"
        + (f", not yet by {waiting}" if waiting else ""),
    ]
