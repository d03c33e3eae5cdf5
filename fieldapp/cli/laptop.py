"""The laptop's commands, from `init` to `restore`; what can be typed is in arguments.py."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from fieldapp.actions.status import in_words
from fieldapp.actions.status import status as status_of
from fieldapp.actions.system_clock import SystemClock
from fieldapp.cli.commands import ended
from fieldapp.cli.opening import home_of, opened, read_pin
from fieldapp.domain.errors import FieldAppError
from fieldapp.journal import hub_link
from fieldapp.journal.device_secrets import OsKeyring
from fieldapp.journal.home import NewUser, TeamProfile, create_home
from fieldapp.journal.tally import tally

ROLES = ("recorder", "lead", "supervisor")
_REPORTS_IN = {"pdf": ("session", "due"), "fhir": ("doses",)}


class BadUser(FieldAppError):
    """--user is not LOGIN or LOGIN:ROLE."""

    happened = "{text} is not a user: write LOGIN or LOGIN:ROLE."
    safe = "Nothing was made."
    next_step = "ROLE is recorder, lead or supervisor."


def init(arguments: argparse.Namespace) -> int:
    """`fieldapp init`: makes the encrypted journal. One PIN serves all users named here until
    each of them changes it; with FIELDAPP_PIN_FILE its first line is that PIN."""
    home = home_of(arguments)
    named = [login_and_role(text) for text in arguments.users]
    pin = read_pin("PIN or passphrase for the new laptop: ")
    users = [NewUser(login, display_name(login), role, pin) for login, role in named]
    team = TeamProfile(arguments.name, arguments.kind)
    create_home(home, team, users, OsKeyring(), SystemClock())
    print(f"{arguments.name}: the encrypted journal is ready in {home}")
    return 0


def login_and_role(text: str) -> tuple[str, str]:
    """LOGIN[:ROLE] as typed. Raises BadUser."""
    login, _, role = text.partition(":")
    if not login or (role and role not in ROLES):
        raise BadUser(text=text)
    return login, role or "recorder"


def display_name(login: str) -> str:
    """A name made from a login: nurse.zhang is Nurse Zhang."""
    return " ".join(part.capitalize() for part in login.replace("_", ".").split("."))


def import_file(arguments: argparse.Namespace) -> int:
    """`fieldapp import FILE`: exit 0 also when rows were refused; they are counted on stderr. A
    session's workbook goes its own way (`cli.workbook`)."""
    from fieldapp.actions.backlog.take_over import take_over
    from fieldapp.actions.programme import DEFAULT_PROGRAMME, load_catalogue, load_programme
    from fieldapp.actions.workbook.reading import is_workbook
    from fieldapp.cli.workbook import import_workbook

    if is_workbook(arguments.file):
        return import_workbook(arguments)
    with opened(arguments) as at:
        taken = take_over(
            at.journal,
            arguments.file,
            catalogue=load_catalogue(),
            programme=load_programme(DEFAULT_PROGRAMME),
            clock=at.clock,
            user=at.login,
            dry_run=arguments.dry_run,
        )
    print(json.dumps(taken.as_json()) if arguments.json else taken.in_words())
    if taken.refusals:
        print(
            f"fieldapp: {_refused_words(len(taken.refusals), taken.refused_file)}", file=sys.stderr
        )
    return 0


def _refused_words(count: int, file: Path | None) -> str:
    where = f"; correct them in {file} and import that file" if file else ""
    return f"{count} rows were refused{where}"


def sync(arguments: argparse.Namespace) -> int:
    """`fieldapp sync`: one full exchange; exit 1 with the reason when the hub was not reached.
    When every record was confirmed and only the news broke off it is 0, and stderr says so."""
    from fieldapp.actions.sync_now import sync_now
    from fieldapp.sync.estimate import estimate

    with opened(arguments) as at:
        if sys.stderr.isatty():
            waiting = tally(at.journal, at.clock.now()).waiting
            load = estimate(waiting, hub_link.attempts(at.journal, 20))
            print(f"Sending {load.in_words()}", file=sys.stderr)
        outcome = sync_now(at.journal, at.clock)
    print(json.dumps(outcome.as_json()) if arguments.json else outcome.in_words())
    if outcome.unfinished:
        print(f"fieldapp: {outcome.news_words()}", file=sys.stderr)
    return 0


def status(arguments: argparse.Namespace) -> int:
    """`fieldapp status`."""
    with opened(arguments) as at:
        state = status_of(at.journal, at.clock)
    print(json.dumps(state) if arguments.json else in_words(state))
    return 0


def verify(arguments: argparse.Namespace) -> int:
    """`fieldapp verify`: exit 1 and what is wrong."""
    from fieldapp.journal.verify import verify as prove

    with opened(arguments) as at:
        problems = list(prove(at.journal).problems)
        state = status_of(at.journal, at.clock)
    if arguments.json:
        keys = ("entries", "head_seq", "head_hash", "recorded", "waiting", "confirmed")
        counts = {key: state[key] for key in keys}
        print(json.dumps({"ok": not problems, "problems": problems, **counts}))
    else:
        whole = f"Whole: {state['entries']} entries; chain, receipts and all views agree."
        print("\n".join(problems) or whole)
    faults = f"this journal has {len(problems)} faults: {problems[0]}" if problems else None
    return ended(faults)


def export(arguments: argparse.Namespace) -> int:
    """`fieldapp export doses|sync-log|aefi|stock`; of sessions, due doses and workbooks, see
    `cli.session`, `cli.due` and `cli.workbook`."""
    from fieldapp.actions.export_aefi import export_aefi
    from fieldapp.actions.export_reports import export_doses, export_sync_log
    from fieldapp.actions.export_stock import export_stock
    from fieldapp.cli.due import export_due
    from fieldapp.cli.fhir import export_fhir
    from fieldapp.cli.session import export_session
    from fieldapp.cli.workbook import export_workbook

    if arguments.report == "workbook":
        return export_workbook(arguments)
    only = _REPORTS_IN.get(arguments.format)
    if only is not None and arguments.report not in only:
        wanted = f"fieldapp export {'|'.join(only)} --format {arguments.format} ..."
        print(f"usage: {wanted} (no other has such a form)", file=sys.stderr)
        return 2
    with opened(arguments) as at:
        fmt, out, since = arguments.format or "csv", arguments.out, arguments.since
        if fmt == "fhir":
            rows = export_fhir(at, out, since)
        elif arguments.report == "doses":
            rows = export_doses(at.journal, fmt, out, since)
        elif arguments.report == "aefi":
            rows = export_aefi(at.journal, fmt, out, since)
        elif arguments.report == "stock":
            rows = export_stock(at.journal, fmt, out, since)
        elif arguments.report == "session":
            rows = export_session(at, fmt, out, since)
        elif arguments.report == "due":
            rows = export_due(at, fmt, out, since)
        else:
            rows = export_sync_log(at.journal, fmt, out, at.clock, since)
    print(f"{rows} rows written to {arguments.out}")
    return 0


def bundle_write(arguments: argparse.Namespace) -> int:
    """`fieldapp bundle write FILE`: FILE may be a folder, for instance a stick; then what is held
    for neighbours goes beside it."""
    from fieldapp.sync.neighbours.carrying import Carried, write_parcels
    from fieldapp.sync.stick import file_name, write_stick

    with opened(arguments) as at:
        file: Path = arguments.file
        carried = Carried()
        if file.is_dir():
            carried = write_parcels(at.journal, file)
            file /= file_name(at.journal, at.clock)
        written = write_stick(at.journal, file, at.clock)
    if arguments.json:
        held = {"held_files": list(map(str, carried.files)), "held_doses": carried.doses}
        print(json.dumps({**written.as_json(), **held}))
    else:
        print("\n".join(filter(None, (written.in_words(), carried.in_words()))))
    return 0


def bundle_read(arguments: argparse.Namespace) -> int:
    """`fieldapp bundle read FILE`: the hub's receipts, roster, pocket registry or pack."""
    from fieldapp.actions.enrol_by_stick import join_by_pack
    from fieldapp.cli import registry
    from fieldapp.journal.registry import is_registry
    from fieldapp.sync.pack import PackTaken, is_pack
    from fieldapp.sync.roster_stick import RosterRead, is_roster, read_roster
    from fieldapp.sync.stick import ReadBack, read_answer

    if is_registry(arguments.file):
        return registry.read(arguments)
    with opened(arguments) as at:
        read: ReadBack | RosterRead | PackTaken
        if is_pack(arguments.file):
            read = join_by_pack(at.journal, arguments.file, at.clock, key=at.key)
        elif is_roster(arguments.file):
            read = read_roster(at.journal, arguments.file)
        else:
            read = read_answer(at.journal, arguments.file, at.clock)
    print(json.dumps(read.as_json()) if arguments.json else read.in_words())
    return 0


def beacon(arguments: argparse.Namespace) -> int:
    """`fieldapp beacon`: the line alone on stdout."""
    from fieldapp.actions.beacon import beacon as line_of

    with opened(arguments) as at:
        line = line_of(at.journal, at.clock)
    print(json.dumps({"beacon": line}) if arguments.json else line)
    return 0


def backup(arguments: argparse.Namespace) -> int:
    """`fieldapp backup FILE`."""
    from fieldapp.journal.backup import backup as write_backup

    with opened(arguments) as at:
        write_backup(at.journal, arguments.file)
    print(f"The journal is copied, encrypted, to {arguments.file}")
    return 0


def second_copy(arguments: argparse.Namespace) -> int:
    """`fieldapp second-copy`: chooses the medium, forgets it, or says how the copy stands."""
    from fieldapp.journal import second_copy as copies

    with opened(arguments) as at:
        if arguments.off:
            copies.forget(at.journal)
        elif arguments.folder:
            copies.choose(at.journal, arguments.folder)
        state, place = copies.SecondCopy(at.journal).catch_up(), copies.chosen(at.journal.db)
    doses = state.doses if state else 0
    if arguments.json:
        print(json.dumps({"folder": str(place.folder) if place else None, "doses": doses}))
    elif place:
        print(f"{doses} doses and everything else of this laptop are also in {place.folder}")
    else:
        print("No second copy is kept.")
    return 0


def restore(arguments: argparse.Namespace) -> int:
    """`fieldapp restore FILE`, also of a second copy: makes a home that did not exist."""
    from fieldapp.journal.backup import restore as bring_back

    home = home_of(arguments)
    bring_back(arguments.file, home)
    print(f"Restored to {home}. At the next start a new epoch begins; nothing is numbered twice.")
    return 0
