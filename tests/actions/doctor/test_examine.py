"""All of it, worst first; the reserve is made again on the way."""

from __future__ import annotations

from fieldapp.actions.doctor.examine import examine, examine_locked
from fieldapp.actions.doctor.finding import Light
from fieldapp.actions.practice import Practice
from fieldapp.journal import ballast
from tests.journal.laptop import Laptop


def test_everything_is_looked_at_once_and_the_worst_comes_first(practice: Practice) -> None:
    found = examine(practice)
    checks = [finding.check for finding in found]
    assert {"Disk", "Reserve", "Clock", "Second copy", "Hub", "Waiting", "Rules"} <= set(checks)
    assert len(set(checks)) == len(checks)
    lights = [finding.light for finding in found]
    assert lights == sorted(lights, key=(Light.RED, Light.AMBER, Light.GREEN).index)


def test_the_reserve_is_made_again(practice: Practice) -> None:
    assert not ballast.stands(practice.journal.home)
    examine(practice)
    assert ballast.stands(practice.journal.home)


def test_at_the_lock_nothing_of_the_journal_is_needed(laptop: Laptop) -> None:
    checks = {finding.check for finding in examine_locked(laptop.home)}
    assert "Disk" in checks and "Waiting" not in checks
