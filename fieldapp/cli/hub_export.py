"""The central server's exports: what is plugged in from this release's rules, and what is said."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

from fieldapp.cli.commands import ended
from fieldapp.hub.running import unix_time

if TYPE_CHECKING:
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
