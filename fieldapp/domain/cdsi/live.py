"""Live vaccines that come too near one another: chapter 6.7, and what the next dose waits for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from fieldapp.domain.cdsi.person import Given
from fieldapp.domain.cdsi.supporting_data import Schedule
from fieldapp.domain.cdsi.track import Status, Track


def in_conflict(schedule: Schedule, track: Track, dose: Given) -> bool:
    """Whether the dose came too soon after a live vaccine, of this antigen or another.

    The shorter distance is kept from a dose that counted; one that this series judged not valid
    is given the longer (CALCDTLIVE).
    """
    not_valid = {one.dose for one in track.judged if one.status is Status.NOT_VALID}
    for earlier in track.person.doses:
        for rule in schedule.live_conflicts:
            if (rule.previous, rule.current) != (earlier.cvx, dose.cvx):
                continue
            end = rule.end if earlier in not_valid else rule.end_after_valid
            if rule.begin.after(earlier.day) <= dose.day < end.after(earlier.day):
                return True
    return False


def ends_of_conflict(
    schedule: Schedule, doses: Iterable[Given], vaccines: frozenset[str]
) -> list[date]:
    """The days on which the conflicts of these vaccines with the doses given end."""
    return [
        rule.end.after(dose.day)
        for dose in doses
        for rule in schedule.live_conflicts
        if rule.previous == dose.cvx and rule.current in vaccines
    ]
