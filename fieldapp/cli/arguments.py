"""What can be typed after `fieldapp`. Knows words and options, and which function each one runs.

The functions are imported when they run, so that `fieldapp identify` never loads Qt or a database.
"""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from fieldapp.actions.which_build import version_words
from fieldapp.cli.commands import Commands, add, json_flag, late
from fieldapp.cli.hub_arguments import add_hub


def build_parser() -> argparse.ArgumentParser:
    """The whole command line."""
    parser = argparse.ArgumentParser(
        prog="fieldapp",
        description="The laptop of a mobile vaccination team, and its hub. "
        "Without a command it opens the app.",
    )
    parser.add_argument("--version", action="version", version=version_words())
    _home(parser, default=None)
    parser.set_defaults(run=late("app", "run_app"))
    commands = parser.add_subparsers(metavar="COMMAND", title="commands")
    _add_laptop(commands)
    _add_questions(commands)
    add_hub(commands)
    return parser


def _home(parser: argparse.ArgumentParser, default: object = argparse.SUPPRESS) -> None:
    parser.add_argument(
        "--home",
        type=Path,
        default=default,
        metavar="DIR",
        help="the laptop's folder (or FIELDAPP_HOME)",
    )


def _at_home(
    commands: Commands, name: str, words: str, function: str, module: str = "laptop"
) -> argparse.ArgumentParser:
    parser = add(commands, name, words, late(module, function))
    _home(parser)
    parser.add_argument(
        "--as",
        dest="login",
        metavar="LOGIN",
        help="who is at the laptop (or FIELDAPP_USER; otherwise its first user)",
    )
    return parser


def _add_laptop(commands: Commands) -> None:
    _add_set_up(commands)
    _add_import(commands)
    json_flag(_at_home(commands, "sync", "one full exchange with the hub", "sync"))
    json_flag(_at_home(commands, "status", "what is recorded, waiting and confirmed", "status"))
    _add_doctor(commands)
    _add_user(commands)
    json_flag(_at_home(commands, "verify", "prove that the journal is whole", "verify"))
    _add_export(commands)
    _add_stick(commands)
    _add_neighbour(commands)
    _add_registry(commands)
    _add_beacon(commands)
    _add_card(commands)
    _add_copies(commands)


def _add_doctor(commands: Commands) -> None:
    words = "what is well with this laptop, what is not, and what to do"
    doctor = _at_home(commands, "doctor", words, "doctor", module="doctor")
    json_flag(doctor)
    words = "write a file for whoever helps from afar, with nothing in it about anybody"
    doctor.add_argument("--support-file", type=Path, metavar="FILE", help=words)


def _add_user(commands: Commands) -> None:
    words = "the people of this laptop"
    user = commands.add_parser("user", help=words, description=words)
    deeds = user.add_subparsers(metavar="DEED", required=True)
    json_flag(_at_home(deeds, "list", "who may unlock it", "users", module="people"))
    words = "let somebody more unlock it; a lead or supervisor does this (--as)"
    add = _at_home(deeds, "add", words, "add", module="people")
    add.add_argument("user", metavar="LOGIN[:ROLE]", help="ROLE is recorder, lead or supervisor")
    add.add_argument("--name", help="as shown on the lock; otherwise made from the login")
    words = "a file whose first line is the new person's PIN; otherwise it is asked for"
    add.add_argument("--pin-file", type=Path, metavar="FILE", help=words)
    words = "let somebody unlock it no longer; a lead or supervisor does this (--as)"
    end = _at_home(deeds, "end", words, "end", module="people")
    end.add_argument("user", metavar="LOGIN", help="`user add` lets them in again")


def _add_set_up(commands: Commands) -> None:
    init = add(commands, "init", "make a laptop's encrypted journal", late("laptop", "init"))
    _home(init)
    init.add_argument("--name", required=True, help="the team's name")
    init.add_argument(
        "--kind", required=True, choices=("vehicle", "boat"), help="what it works from"
    )
    init.add_argument(
        "--user",
        action="append",
        required=True,
        dest="users",
        metavar="LOGIN[:ROLE]",
        help="a user; ROLE is recorder, lead or supervisor (may be given several times)",
    )
    enrol = _at_home(commands, "enrol", "join the hub with an enrolment code", "enrol", "joining")
    enrol.add_argument("--hub", metavar="URL", help="its address")
    enrol.add_argument("--code", help="as printed by `fieldapp hub add-team`")
    enrol.add_argument("--ca", type=Path, metavar="FILE", help="the organisation's CA certificate")
    how = enrol.add_mutually_exclusive_group()
    words = "no network: write this laptop's request there (a stick), for `fieldapp hub pack`"
    how.add_argument("--to", type=Path, metavar="FOLDER", help=words)
    words = "no network: take the hub's pack, instead of --hub and --code"
    how.add_argument("--pack", type=Path, metavar="FILE", help=words)
    json_flag(enrol)


def _add_import(commands: Commands) -> None:
    take = _at_home(commands, "import", "take over a paper or spreadsheet backlog", "import_file")
    take.add_argument("file", type=Path, metavar="FILE", help="a .csv or .xlsx file")
    words = (
        "of a workbook that comes back: do what is asked about this row (record a dose that may be "
        "double, correct what was recorded before); may be given several times"
    )
    take.add_argument("--yes", type=int, action="append", default=[], metavar="ROW", help=words)
    take.add_argument(
        "--dry-run", action="store_true", help="say what would happen, record nothing"
    )
    json_flag(take)


def _add_export(commands: Commands) -> None:
    export = _at_home(commands, "export", "write a report file", "export")
    reports = ("doses", "sync-log", "aefi", "stock", "session", "due", "workbook")
    export.add_argument("report", choices=reports, help="what of")
    words = (
        "pdf: the page of the newest session, or the list of people to call; fhir: the doses as a "
        "FHIR R4 bundle, or as lines where FILE ends in .ndjson; otherwise csv (a workbook: xlsx)"
    )
    formats = ("csv", "xlsx", "jsonl", "pdf", "fhir")
    export.add_argument("--format", choices=formats, help=words)
    export.add_argument("--out", type=Path, required=True, metavar="FILE", help="where it goes")
    export.add_argument("--since", type=date.fromisoformat, metavar="DATE", help="YYYY-MM-DD")
    words = "of a workbook: which session (otherwise the open one)"
    export.add_argument("--session", metavar="LABEL", help=words)
    words = "of a workbook: en or zh_CN (otherwise this machine's)"
    export.add_argument("--language", choices=("en", "zh_CN"), help=words)
    words = "of a workbook: how many rows for people who are not listed"
    export.add_argument("--blank-rows", type=int, default=20, metavar="N", help=words)


def _add_stick(commands: Commands) -> None:
    words = "the USB road: what waits as a sealed file, and the hub's receipts back"
    bundle = commands.add_parser("bundle", help=words, description=words)
    ways = bundle.add_subparsers(metavar="WAY", required=True)
    write = _at_home(ways, "write", "write what waits to a file or folder", "bundle_write")
    write.add_argument("file", type=Path, metavar="FILE", help="a new file, or the stick's folder")
    json_flag(write)
    read = _at_home(ways, "read", "take what the hub wrote for this laptop", "bundle_read")
    words = "receipts (.vxr), a roster (.vxd) or a pocket registry (.vxp)"
    read.add_argument("file", type=Path, metavar="FILE", help=words)
    json_flag(read)


def _add_registry(commands: Commands) -> None:
    words = "the pocket registry: everybody's last doses, found by document, without a name"
    registry = commands.add_parser("registry", help=words, description=words)
    ways = registry.add_subparsers(metavar="WAY", required=True)
    json_flag(_at_home(ways, "pull", "bring the newest from the hub", "pull", module="registry"))
    read = _at_home(ways, "read", "take it from a .vxp file", "read", module="registry")
    read.add_argument("file", type=Path, metavar="FILE", help="as `hub registry write` made it")
    json_flag(read)


def _add_neighbour(commands: Commands) -> None:
    words = "the neighbour road: laptops of one hub hold each other's records for it"
    neighbour = commands.add_parser("neighbour", help=words, description=words)
    ways = neighbour.add_subparsers(metavar="WAY", required=True)
    words = "meet the laptop at an address, or all that are found on this network"
    meet = _at_home(ways, "meet", words, "meet", module="neighbours")
    meet.add_argument("address", nargs="?", metavar="ADDRESS", help="HOST or HOST:PORT")
    json_flag(meet)
    words = "listen for neighbours until stopped with Ctrl C"
    serve = _at_home(ways, "serve", words, "serve", module="neighbours")
    serve.add_argument("--listen", metavar="HOST:PORT", help="otherwise on every network")
    serve.add_argument("--meetings", type=int, metavar="N", help="end after so many")
    serve.add_argument("--seconds", type=float, metavar="N", help="end after so long")
    serve.add_argument("--json", action="store_true", help="print one JSON object a line")


def _add_beacon(commands: Commands) -> None:
    words = "one line for SMS or radio: how far this laptop's journal has come"
    json_flag(_at_home(commands, "beacon", words, "beacon"))


def _add_card(commands: Commands) -> None:
    words = "a person's signed vaccination card as .pdf, .png or .txt, or whether one is genuine"
    card = _at_home(commands, "card", words, "card", module="card")
    words = "a document number, phone, name or the id of an export"
    which = card.add_mutually_exclusive_group(required=True)
    which.add_argument("client", nargs="?", metavar="CLIENT", help=words)
    words = "prove a card instead: its text (shc:/...), a file with it, or a picture of its code"
    which.add_argument("--check", metavar="TEXT|FILE", help=words)
    json_flag(card)
    card.add_argument(
        "--out", type=_card_file, metavar="FILE", help="otherwise its text is printed"
    )
    card.add_argument("--size", choices=("a5", "wallet"), default="a5", help="of the paper")
    card.add_argument("--language", choices=("en", "zh_CN"), help="otherwise this machine's")


def _card_file(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in (".pdf", ".png", ".txt"):
        raise argparse.ArgumentTypeError("the file must end in .pdf, .png or .txt")
    return path


def _add_copies(commands: Commands) -> None:
    backup = _at_home(commands, "backup", "write an encrypted copy of the journal", "backup")
    backup.add_argument("file", type=Path, metavar="FILE", help="a new file")
    second = _at_home(
        commands,
        "second-copy",
        "keep a sealed second copy on a card or stick, or say how it stands",
        "second_copy",
    )
    what = second.add_mutually_exclusive_group()
    what.add_argument("folder", nargs="?", type=Path, metavar="FOLDER", help="where it is mounted")
    what.add_argument("--off", action="store_true", help="keep none any more")
    json_flag(second)
    restore = add(
        commands,
        "restore",
        "make a home from a backup file, or from a second copy’s card or folder",
        late("laptop", "restore"),
    )
    _home(restore)
    words = "the backup, or the second copy's folder"
    restore.add_argument("file", type=Path, metavar="FILE", help=words)


def _add_questions(commands: Commands) -> None:
    identify = add(
        commands, "identify", "say what a scan or typed text is", late("questions", "identify")
    )
    identify.add_argument("text", nargs="?", metavar="TEXT", help="without it: standard input")
    json_flag(identify)
    identify.add_argument("--lines", action="store_true", help="one JSON case a line on stdin")
    words = "YYYY-MM-DD, as if it were that day"
    identify.add_argument("--today", type=date.fromisoformat, metavar="DATE", help=words)
    programme = add(
        commands,
        "programme",
        "a programme's rules against a file of cases",
        late("questions", "programme_test"),
    )
    programme.add_argument("what", choices=("test",), help="run the cases")
    programme.add_argument("cases", type=Path, metavar="CASES", help="a .json file of cases")
    programme.add_argument(
        "--cdsi",
        type=Path,
        metavar="FOLDER",
        help="CASES is CDC's workbook (.xlsx, .csv); FOLDER holds CDC's supporting data (XML)",
    )
    json_flag(programme)
    words = "check that this installation is whole, and say what is missing"
    json_flag(add(commands, "selftest", words, late("selftest", "selftest")))
    demo = add(commands, "demo", "a made-up day with a real hub", late("demo", "run_demo"))
    demo.add_argument("--headless", action="store_true", help="work the day without a screen")
    demo.add_argument("--clients", type=int, default=60, metavar="N", help="how many people come")
    demo.add_argument("--seed", type=int, default=71, metavar="N", help="who they are")
    demo.add_argument("--out", type=Path, metavar="DIR", help="where screenshots and exports go")
    words = "of the windows: en or zh_CN (otherwise this machine's)"
    demo.add_argument("--language", choices=("en", "zh_CN"), help=words)
