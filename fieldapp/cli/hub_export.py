"""The central server's exports: what is plugged in from this release's rules, and what is said."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

from fieldapp.cli.commands import ended
from fieldapp.cli.hub_opening import opened_hub
from fieldapp.hub.running import unix_time

if TYPE_CHECKING:
    from fieldapp.hub.workbook.gathering import Gathered
    from fieldapp.hub.workbook.making import Made
    from fieldapp.reports.fhir.records import Ground


def fhir(arguments: argparse.Namespace) -> int:
    """`fieldapp hub export fhir`: exit 1 when a record is not accounted for."""
    from fieldapp.hub.exports.fhir import Wish, export_fhir

    told = export_fhir(
        arguments.data,
        arguments.out,
        fhir_ground(),
        Wish(arguments.since, arguments.bundle),
        now_s=unix_time(),
        database=arguments.database,
    )
    print(json.dumps(told) if arguments.json else _in_words(told, arguments))
    lost = _unaccounted(told)
    return ended(f"{lost} records are not accounted for: see manifest.json" if lost else None)


def workbook(arguments: argparse.Namespace) -> int:
    """`fieldapp hub export workbook`: says that the file is about people."""
    from fieldapp.cli.hub_messages import ground_of
    from fieldapp.cli.workbook import language_here
    from fieldapp.hub.running import Hub
    from fieldapp.hub.workbook.gathering import Order
    from fieldapp.hub.workbook.writing import Sheet, write_workbook

    sheet = Sheet(arguments.language or language_here(), max(0, arguments.blank_rows))
    order = Order(arguments.team, arguments.place, arguments.day)
    with opened_hub(arguments) as store:
        hub = Hub(store, unix_time, ground=ground_of(arguments.data))
        found, made = write_workbook(hub, order, sheet, arguments.out)
    print(_workbook_in_words(found, made, arguments))
    return 0


def _workbook_in_words(found: Gathered, made: Made, arguments: argparse.Namespace) -> str:
    parts = [
        f"{arguments.out}: {len(found.due)} people due and {len(found.booked)} more with a seat,"
        f" for {found.session} (workbook {made.workbook}).",
        "It tells about people: keep it like a list of patients. Any laptop of this hub takes it "
        "back: fieldapp import FILE",
    ]
    if not found.lots:
        parts.append("No lot is known of its region, so no dose can be chosen in it.")
    elif found.borrowed:
        parts.append("No lot is known of the team; those of its region can be chosen.")
    if found.left_out:
        parts.append(f"{found.left_out} more did not fit.")
    return " ".join(parts)


def fhir_ground() -> Ground:
    """What records are read by: this release's, and the programme that laptops follow unless they
    are told otherwise."""
    from fieldapp.actions.aefi_codes import load_aefi_codes
    from fieldapp.actions.programme import DEFAULT_PROGRAMME, load_catalogue, load_programme
    from fieldapp.reports.fhir.records import Ground

    return Ground(load_catalogue(), load_aefi_codes(), load_programme(DEFAULT_PROGRAMME))


def _in_words(told: dict[str, Any], arguments: argparse.Namespace) -> str:
    doses, people = told["doses"], told["registrations"]["exported_as"]["people"]
    left_out = ", ".join(
        f"{number} {name.replace('_', ' ')}" for name, number in doses["left_out"].items() if number
    )
    return (
        f"{arguments.out}: {people} people, {doses['exported']} of {doses['recorded']} doses"
        f"{f' (left out: {left_out})' if left_out else ''}; {_unaccounted(told)} unaccounted. "
        "manifest.json says it all."
    )


def _unaccounted(told: dict[str, Any]) -> int:
    return int(told["doses"]["unaccounted"] + told["not_given"]["unaccounted"])
