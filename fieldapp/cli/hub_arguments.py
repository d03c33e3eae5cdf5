"""What can be typed after `fieldapp hub`."""

from __future__ import annotations

import argparse
import os
from datetime import date
from pathlib import Path

from fieldapp.cli.commands import Commands, add, json_flag, late
from fieldapp.domain.made_up import MADE_UP

_DEVICE = "the laptop's number, as `hub status` tells it"
_ROLES = ("supervisor", "reader", "administrator")
_SCOPES = ("people.read", "doses.read", "figures.read", "sync-log.read")
_AGAIN = ("failed", "unsure")
_STATES = ("queued", "sending", "sent", "delivered", "failed", "unsure")


def add_hub(commands: Commands) -> None:
    """`fieldapp hub ...`."""
    hub = commands.add_parser("hub", help="the central server", description="The central server.")
    of_hub = hub.add_subparsers(metavar="COMMAND", required=True)
    _add_serve(of_hub)
    _add_teams(of_hub)
    _add_roads(of_hub)
    _add_pages(of_hub)
    _add_tokens(of_hub)
    _add_export(of_hub)
    _add_push(of_hub)
    _add_messages(of_hub)
    words = "write a backup of one moment into a new folder, also while the hub serves"
    made = _at_hub(of_hub, "backup", words, "backup", "hub_backup")
    made.add_argument("to", type=Path, metavar="DIR", help="a new folder")
    json_flag(made)
    words = "put a hub back from a backup; its folder holds hub-keys.json and no records"
    restored = _at_hub(of_hub, "restore", words, "restore", "hub_backup")
    restored.add_argument("backup", type=Path, metavar="DIR", help="as `hub backup` made it")
    json_flag(restored)
    words = "move a hub from SQLite in its folder into the empty PostgreSQL database of --database"
    json_flag(_at_hub(of_hub, "move", words, "move", "hub_backup"))
    _add_erasure(of_hub)
    words = "print the SQL of least-privilege roles in PostgreSQL"
    roles = add(of_hub, "database-roles", words, late("hub", "database_roles"))
    roles.add_argument("--prefix", default="hub", metavar="NAME", help="how their names begin")
    words = "how many next doses are needed where, now and in the next two weeks"
    json_flag(_at_hub(of_hub, "demand", words, "needed", "hub_messages"))
    json_flag(_at_hub(of_hub, "status", "every laptop and the totals", "status"))
    json_flag(_at_hub(of_hub, "verify", "prove that the hub's records are whole", "verify"))
    words = "build all tables anew beside those in use, compare, and put them in place"
    json_flag(_at_hub(of_hub, "rebuild", words, "rebuild"))


def _add_serve(of_hub: Commands) -> None:
    serve = _at_hub(of_hub, "serve", "run the server", "serve")
    words = "plain HTTP on this machine alone; elsewhere with --tls-cert and --tls-key"
    serve.add_argument("--listen", default="127.0.0.1:8470", metavar="HOST:PORT", help=words)
    words = "in how many processes (PostgreSQL)"
    serve.add_argument("--workers", type=int, default=1, metavar="N", help=words)
    serve.add_argument("--tls-cert", type=Path, metavar="FILE", help="the chain, as PEM")
    serve.add_argument("--tls-key", type=Path, metavar="FILE", help="its private key, as PEM")
    words = "do this part of the work alone, with rights in PostgreSQL for no other"
    serve.add_argument("--only", choices=("laptops", "pages", "keeping"), help=words)
    words = "how stderr is written; by itself words for a terminal, json for a file or a journal"
    serve.add_argument("--log", choices=("words", "json"), help=words)
    serve.add_argument(
        "--messages-every", type=int, metavar="MINUTES", help="also send the messages that are due"
    )
    _gateway(serve)
    words = "also push what changed to this FHIR server"
    serve.add_argument("--push-to", metavar="URL", help=words)
    serve.add_argument("--push-every", type=int, default=5, metavar="MINUTES", help="how often")
    _of_push(serve)


def _add_teams(of_hub: Commands) -> None:
    add_team = _at_hub(of_hub, "add-team", "print an enrolment code for a team", "add_team")
    add_team.add_argument("name", metavar="NAME", help="the team's name")
    words = "what it works from; made-up: it practises, and such a hub never takes a real team"
    kinds = ("vehicle", "boat", MADE_UP)
    add_team.add_argument("--kind", required=True, choices=kinds, help=words)
    words = "where its people are, for instance 370826"
    add_team.add_argument("--region", required=True, metavar="REGION", help=words)
    revoke = _at_hub(of_hub, "revoke", "shut a lost laptop out", "revoke")
    revoke.add_argument("device", type=int, metavar="DEVICE", help=_DEVICE)
    subscribe = _at_hub(
        of_hub, "subscribe", "let a laptop pull one more region’s roster", "subscribe", "hub_roster"
    )
    subscribe.add_argument("device", type=int, metavar="DEVICE", help=_DEVICE)
    subscribe.add_argument("region", metavar="REGION", help="as of a team, for instance 371100")
    subscribe.add_argument("--drop", action="store_true", help="no longer, once its lease ends")


def _add_roads(of_hub: Commands) -> None:
    words = "the regions' rosters, for laptops that no network reaches"
    roster = of_hub.add_parser("roster", help=words, description=words)
    ways = roster.add_subparsers(metavar="WAY", required=True)
    write = _at_hub(ways, "write", "everybody of the regions, sealed", "roster_write", "hub_roster")
    write.add_argument("file", type=Path, metavar="FILE", help="a new .vxd file, for a stick")
    words = "only this one; may be given several times"
    write.add_argument("--region", action="append", default=[], metavar="REGION", help=words)
    json_flag(write)
    words = "take laptops in that no network reaches: their requests on a stick, one pack for all"
    pack = _at_hub(of_hub, "pack", words, "pack", "hub_pack")
    words = "a stick's folder with .vxe files, or one of them"
    pack.add_argument("requests", type=Path, metavar="FOLDER", help=words)
    pack.add_argument("--out", type=Path, metavar="FILE", help="otherwise into that folder")
    pack.add_argument("--no-registry", action="store_true", help="leave the pocket registry out")
    json_flag(pack)
    words = "the USB road: take a laptop's sealed file in"
    bundle = of_hub.add_parser("bundle", help=words, description=words)
    ways = bundle.add_subparsers(metavar="WAY", required=True)
    read = _at_hub(ways, "read", "take a .vxb file in; its receipts go beside it", "bundle_read")
    read.add_argument("file", type=Path, metavar="FILE", help="as `bundle write` made it")
    read.add_argument("--out", type=Path, metavar="FILE", help="where the receipts go")
    json_flag(read)
    words = "a laptop's line by SMS or radio: what the hub is owed"
    beacon = of_hub.add_parser("beacon", help=words, description=words)
    ways = beacon.add_subparsers(metavar="WAY", required=True)
    read = _at_hub(ways, "read", "note a beacon and say what is owed", "beacon_read")
    read.add_argument("text", metavar="TEXT", help="the line that `beacon` printed")
    json_flag(read)
    words = "the pocket registry: everybody's last doses, to be found by document, without a name"
    registry = of_hub.add_parser("registry", help=words, description=words)
    ways = registry.add_subparsers(metavar="WAY", required=True)
    words = "make a new edition; laptops pull it, or a USB stick brings it"
    write = _at_hub(ways, "write", words, "registry_write")
    write.add_argument("--out", type=Path, metavar="FILE", help="a copy, for a stick")
    json_flag(write)


def _add_pages(of_hub: Commands) -> None:
    words = "let somebody sign in to the hub's pages; the passphrase is asked for"
    add_user = _at_hub(of_hub, "add-user", words, "add_user", "hub_users")
    add_user.add_argument("user", metavar="LOGIN", help="for instance li.na")
    words = "a reader sees no names; an administrator adds teams and users"
    add_user.add_argument("--role", required=True, choices=_ROLES, help=words)
    words = "nobody signs in by this login any more"
    end_user = _at_hub(of_hub, "end-user", words, "end_user", "hub_users")
    end_user.add_argument("user", metavar="LOGIN", help="whose access ends")
    words = "a forgotten passphrase or a lost telephone: both are made anew at the next sign-in"
    reset_user = _at_hub(of_hub, "reset-user", words, "reset_user", "hub_users")
    reset_user.add_argument("user", metavar="LOGIN", help="who cannot sign in")


def _add_tokens(of_hub: Commands) -> None:
    words = "let a program read from the hub; prints its token alone, this once"
    add_token = _at_hub(of_hub, "add-token", words, "add_token", "hub_tokens")
    add_token.add_argument("name", metavar="NAME", help="what the program is called here")
    words = "what it may read; again for more"
    add_token.add_argument(
        "--scope", action="append", required=True, choices=_SCOPES, dest="scopes", help=words
    )
    words = "YYYY-MM-DD, the last day, at most two years away"
    add_token.add_argument("--until", type=date.fromisoformat, required=True, help=words)
    json_flag(_at_hub(of_hub, "tokens", "which programs have access", "listed", "hub_tokens"))
    words = "a program's token opens nothing from now on"
    end_token = _at_hub(of_hub, "end-token", words, "end_token", "hub_tokens")
    end_token.add_argument("name", metavar="NAME", help="as `hub tokens` lists it")


def _add_export(of_hub: Commands) -> None:
    words = "what the hub holds, as files"
    export = of_hub.add_parser("export", help=words, description=words)
    reports = export.add_subparsers(metavar="REPORT", required=True)
    words = "every attempt to sync and the completeness proof, without names"
    log = _at_hub(reports, "sync-log", words, "export", "hub_users")
    formats = ("csv", "xlsx", "jsonl", "pdf")
    log.add_argument("--format", choices=formats, default="csv", help="otherwise csv")
    log.add_argument("--out", type=Path, required=True, metavar="FILE", help="where it goes")
    log.add_argument("--since", type=date.fromisoformat, metavar="DATE", help="YYYY-MM-DD, UTC")
    words = "people, doses, reactions and what is due as FHIR R4: one .ndjson file a kind"
    fhir = _at_hub(reports, "fhir", words, "fhir", "hub_export")
    fhir.add_argument("--out", type=Path, required=True, metavar="DIR", help="a new folder")
    words = "YYYY-MM-DD: leave out doses given before"
    fhir.add_argument("--since", type=date.fromisoformat, metavar="DATE", help=words)
    words = "instead, transaction bundles to be posted in their order; again changes nothing"
    fhir.add_argument("--bundle", action="store_true", help=words)
    json_flag(fhir)
    _add_workbook(reports)


def _add_workbook(reports: Commands) -> None:
    words = "a session's workbook for a team whose laptop failed; any laptop of the hub imports it"
    book = _at_hub(reports, "workbook", words, "workbook", "hub_export")
    words = "any laptop of the team, also one that is shut out"
    book.add_argument("--team", type=int, required=True, metavar="DEVICE", help=words)
    words = "where the session is; who booked at a place of this name stands in it, too"
    book.add_argument("--place", required=True, metavar="NAME", help=words)
    words = "YYYY-MM-DD, the day of the session"
    book.add_argument("--day", type=date.fromisoformat, required=True, metavar="DATE", help=words)
    words = "en or zh_CN (otherwise this machine's)"
    book.add_argument("--language", choices=("en", "zh_CN"), help=words)
    words = "how many rows for people who are neither due nor booked"
    book.add_argument("--blank-rows", type=int, default=20, metavar="N", help=words)
    book.add_argument("--out", type=Path, required=True, metavar="FILE", help="a new .xlsx file")


def _add_erasure(of_hub: Commands) -> None:
    words = "erase a person, on a legal basis; what the law keeps is sealed"
    erase = _at_hub(of_hub, "erase", words, "erase", "hub_erasure")
    words = "the number on the person's page, or how it begins"
    erase.add_argument("person", metavar="PERSON", help=words)
    words = "the code of a legal basis, as in resources/erasure/law.json: request, never-true ..."
    erase.add_argument("--basis", required=True, metavar="CODE", help=words)
    words = "the reason, or the letter's number; names nobody"
    erase.add_argument("--why", default="", metavar="WORDS", help=words)
    erase.add_argument("--dry-run", action="store_true", help="only say what would go")
    erase.add_argument("--yes", action="store_true", help="ask nothing")
    json_flag(erase)
    words = "who was erased when and why, and which laptops have carried it out"
    listed = _at_hub(of_hub, "erasures", words, "erasures", "hub_erasure")
    words = "print what the law keeps of an erasure; needs the recovery key"
    listed.add_argument("--open", type=int, metavar="VERSION", help=words)
    words = "the file that was taken offline"
    listed.add_argument("--recovery-key", type=Path, metavar="FILE", help=words)
    json_flag(listed)


def _add_push(of_hub: Commands) -> None:
    words = "send what changed to another system"
    push = of_hub.add_parser("push", help=words, description=words)
    ways = push.add_subparsers(metavar="WHAT", required=True)
    words = "to a FHIR R4 server, in transactions; again changes nothing"
    fhir = _at_hub(ways, "fhir", words, "fhir", "hub_push")
    fhir.add_argument("--to", required=True, metavar="URL", help="its base address")
    _of_push(fhir)
    words = "also whom the server refused something of before"
    fhir.add_argument("--again", action="store_true", help=words)
    json_flag(fhir)
    words = "how far each server is, and what it refused with its answer; names may be in it"
    json_flag(_at_hub(ways, "list", words, "listed", "hub_push"))


def _of_push(parser: argparse.ArgumentParser) -> None:
    words = "the certificate of the authority that is believed, alone"
    parser.add_argument("--ca", type=Path, metavar="FILE", help=words)
    words = "the token for the server; or FIELDAPP_PUSH_TOKEN_FILE, FIELDAPP_PUSH_TOKEN"
    parser.add_argument("--token-file", type=Path, metavar="FILE", help=words)


def _add_messages(of_hub: Commands) -> None:
    words = "messages to people whose next dose is due"
    messages = of_hub.add_parser("messages", help=words, description=words)
    ways = messages.add_subparsers(metavar="WAY", required=True)
    send = _at_hub(ways, "send", "send what is due now, each once", "send", "hub_messages")
    _gateway(send)
    send.add_argument("--dry-run", action="store_true", help="show what would go, note nothing")
    words = "also what was left so before; unsure: somebody may get it twice"
    send.add_argument("--again", action="append", default=[], choices=_AGAIN, help=words)
    json_flag(send)
    words = "the texts as people would read them, with alphabet, length and parts"
    preview = _at_hub(ways, "preview", words, "preview", "hub_messages")
    preview.add_argument("--name", help="for whom")
    preview.add_argument("--vaccine", metavar="ID", help="as if the texts may name it")
    json_flag(preview)
    listed = _at_hub(ways, "list", "what was sent, and what became of it", "listed", "hub_messages")
    listed.add_argument("--state", choices=_STATES, help="only these")
    json_flag(listed)


def _gateway(parser: argparse.ArgumentParser) -> None:
    words = "file, kannel or smpp, as in messages/settings.json in the hub's folder"
    parser.add_argument("--gateway", default="file", metavar="NAME", help=words)


def _at_hub(
    commands: Commands, name: str, words: str, function: str, module: str = "hub"
) -> argparse.ArgumentParser:
    parser = add(commands, name, words, late(module, function))
    data = os.environ.get("FIELDAPP_HUB_DATA")
    parser.add_argument(
        "--data",
        type=Path,
        default=Path(data) if data else None,
        required=not data,
        metavar="DIR",
        help="the hub's folder (or FIELDAPP_HUB_DATA)",
    )
    parser.add_argument("--database", metavar="URL", help="instead of SQLite inside --data")
    return parser
