"""`fieldapp doctor`: how this laptop is, on the command line."""

from __future__ import annotations

import argparse
import json
from datetime import date

from fieldapp.actions.doctor.examine import examine, examine_locked, worst_first
from fieldapp.actions.doctor.finding import Finding, Light, filled, worst
from fieldapp.actions.doctor.records import look_at_chain
from fieldapp.actions.doctor.support_file import write_support_file
from fieldapp.actions.practice import practice_on
from fieldapp.cli.commands import ended
from fieldapp.cli.opening import home_of, opened
from fieldapp.domain.errors import FieldAppError

_SIGNS = {Light.GREEN: "well", Light.AMBER: "look", Light.RED: "BAD "}


def doctor(arguments: argparse.Namespace) -> int:
    """`fieldapp doctor [--json] [--support-file FILE]`: exit 1 when something needs somebody now.

    A home that does not open is looked at from outside before it is said why.
    """
    try:
        found = _inside(arguments)
    except FieldAppError:
        _tell(examine_locked(home_of(arguments)), arguments.json)
        raise
    _tell(found, arguments.json)
    red = worst(found) is Light.RED
    return ended("something needs somebody now (BAD above)" if red else None)


def _inside(arguments: argparse.Namespace) -> list[Finding]:
    with opened(arguments) as at:
        practice = practice_on(at.journal, at.clock)
        found = worst_first([*examine(practice), look_at_chain(at.journal)])
        if arguments.support_file:
            write_support_file(practice, found, arguments.support_file)
    return found


def _tell(found: list[Finding], as_json: bool) -> None:
    if as_json:
        print(json.dumps([_as_json(finding) for finding in found]))
        return
    for finding in found:
        words = _words(finding.happened, finding)
        if finding.light is not Light.GREEN:
            words = f"{words} {_words(finding.next_step, finding)}"
        print(f"{_SIGNS[finding.light]}  {finding.check}: {words}")


def _as_json(finding: Finding) -> dict[str, object]:
    return {
        "check": finding.check,
        "code": finding.code,
        "light": finding.light.value,
        "happened": _words(finding.happened, finding),
        "next_step": _words(finding.next_step, finding),
    }


def _words(sentence: str, finding: Finding) -> str:
    return filled(sentence, finding, duration=_duration, size=_size, day=date.isoformat)


def _duration(seconds: int) -> str:
    if seconds < 3600:
        return f"{seconds // 60} min"
    return f"{seconds // 3600} h" if seconds < 2 * 86400 else f"{seconds // 86400} days"


def _size(count: int) -> str:
    return f"{count / 1e9:.1f} GB" if count >= 1_000_000_000 else f"{count / 1e6:.0f} MB"
