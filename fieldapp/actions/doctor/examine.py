"""The verb: look at everything, and make the reserve again where it is missing."""

from __future__ import annotations

from pathlib import Path

from fieldapp.actions.doctor.finding import Finding, Light
from fieldapp.actions.doctor.machine import look_at_machine
from fieldapp.actions.doctor.records import look_at_records
from fieldapp.actions.doctor.road import look_at_road
from fieldapp.actions.doctor.rosters import look_at_roster
from fieldapp.actions.doctor.set_up import look_at_set_up
from fieldapp.actions.practice import Practice
from fieldapp.journal import ballast

_WORST_FIRST = (Light.RED, Light.AMBER, Light.GREEN)


class Rules(Finding):
    check = "Rules"
    happened = "The rules: {source}, {edition}."


def examine(practice: Practice) -> list[Finding]:
    """Everything but the chain, worst first; some ten milliseconds."""
    home, programme = practice.journal.home, practice.programme
    ballast.keep(home)
    found = [*look_at_records(practice), *look_at_road(practice), *look_at_roster(practice)]
    found += [*look_at_set_up(practice.journal), *look_at_machine(home)]
    found.append(Rules(source=programme.source, edition=programme.edition))
    return worst_first(found)


def examine_locked(home: Path) -> list[Finding]:
    """What can be said without opening the journal."""
    return worst_first(list(look_at_machine(home)))


def worst_first(findings: list[Finding]) -> list[Finding]:
    """Red, amber, green; otherwise in the order in which they were found."""
    return sorted(findings, key=lambda finding: _WORST_FIRST.index(finding.light))
