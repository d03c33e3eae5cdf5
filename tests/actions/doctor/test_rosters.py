"""The roster: here, old, on its way, or locked; and nothing to say where there was never one."""

from __future__ import annotations

from fieldapp.actions.doctor.rosters import OLD_S, look_at_roster
from fieldapp.actions.practice import Practice
from fieldapp.journal.leases import store_lease
from fieldapp.journal.roster.apply import keep_segment
from tests.journal.hub import enrol
from tests.journal.laptop import Laptop
from tests.journal.roster.filled import LIFE_S, Region, fill, lend, somebody


def codes(practice: Practice) -> list[str]:
    return [found.code for found in look_at_roster(practice)]


def test_where_the_hub_lent_none_there_is_nothing_to_say(practice: Practice) -> None:
    assert codes(practice) == []


def test_it_says_how_many_and_how_fresh(practice: Practice, laptop: Laptop) -> None:
    fill(practice.journal, somebody())
    (found,) = look_at_roster(practice)
    assert found.code == "RosterHere"
    assert (found.details["people"], found.details["regions"], found.details["age_s"]) == (1, 1, 0)
    laptop.clock.pass_s(OLD_S)
    assert codes(practice) == ["RosterOld"]


def test_until_the_hub_says_so_it_is_not_whole(practice: Practice) -> None:
    enrol(practice.journal)
    store_lease(practice.journal, lend(practice.journal))
    assert codes(practice) == ["RosterOnItsWay"]
    keep_segment(practice.journal, Region().segment(somebody()))
    assert codes(practice) == ["RosterOnItsWay"]


def test_when_the_lease_has_ended_it_is_locked(practice: Practice, laptop: Laptop) -> None:
    fill(practice.journal, somebody())
    laptop.clock.pass_s(LIFE_S + 1)
    assert codes(practice) == ["RosterLocked"]
