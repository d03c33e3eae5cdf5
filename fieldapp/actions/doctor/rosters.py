"""The roster: how many people of the team's regions are here, how fresh, and until when."""

from __future__ import annotations

from collections.abc import Iterator

from fieldapp.actions.doctor.finding import Finding, Light
from fieldapp.actions.practice import Practice
from fieldapp.journal import leases
from fieldapp.journal.roster import find
from fieldapp.journal.roster.access import reading
from fieldapp.journal.roster.apply import regions

OLD_S = 3 * 24 * 3600


class RosterHere(Finding):
    check = "Roster"
    happened = (
        "{people} people from the team's regions ({regions}), as of {age} ago"
        "; readable until {day}."
    )


class RosterOld(Finding):
    check = "Roster"
    light = Light.AMBER
    happened = (
        "{people} people from the team's regions ({regions}), as of {age} ago"
        "; readable until {day}."
    )
    next_step = "Sync when a network is there, or read a roster from a stick: doses may be newer."


class RosterLocked(Finding):
    check = "Roster"
    light = Light.AMBER
    happened = "The roster is locked since {day}: nobody whom other teams vaccinated is found."
    next_step = "Sync, or read a roster from a stick. Recording goes on as ever."


class RosterOnItsWay(Finding):
    check = "Roster"
    light = Light.AMBER
    happened = "The roster is not whole yet."
    next_step = "Sync again when a network is there: it goes on where it stopped."


def look_at_roster(practice: Practice) -> Iterator[Finding]:
    """Nothing where the hub never lent one."""
    state, roster = leases.state(practice.journal), reading(practice.journal)
    if state.until is None:
        return
    if roster is None:
        yield RosterLocked(day=state.until.date())
        return
    here = regions(roster.reader)
    if not here or any(region.whole_s == 0 or region.part for region in here):
        yield RosterOnItsWay()
        return
    oldest = min(region.as_of_s for region in here)
    age_s = max(0, int(practice.clock.now().timestamp()) - oldest)
    kind = RosterHere if age_s < OLD_S else RosterOld
    people = find.count(practice.journal)
    yield kind(people=people, regions=len(here), age_s=age_s, day=state.until.date())
