"""Whether and when the next dose of a series is due: chapter 7 of the specification."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from fieldapp.domain.cdsi.live import ends_of_conflict
from fieldapp.domain.cdsi.person import Person
from fieldapp.domain.cdsi.series import Antigen, Context, TargetDose
from fieldapp.domain.cdsi.skip import may_skip
from fieldapp.domain.cdsi.supporting_data import Schedule
from fieldapp.domain.cdsi.track import Reason, Track


class SeriesStatus(StrEnum):
    """How a person stands to a series."""

    NOT_COMPLETE = "Not Complete"
    COMPLETE = "Complete"
    IMMUNE = "Immune"
    CONTRAINDICATED = "Contraindicated"
    AGED_OUT = "Aged Out"
    NOT_RECOMMENDED = "Not Recommended"


@dataclass(frozen=True, slots=True)
class SeriesForecast:
    """The answer about one series; dates only while it is not complete."""

    track: Track
    status: SeriesStatus
    target: TargetDose | None = None
    earliest: date | None = None
    recommended: date | None = None
    past_due: date | None = None
    latest: date | None = None

    @property
    def dose_number(self) -> int:
        """Which dose of the course, or of the season where there is one, would come next."""
        season = self.target.season.since if self.target else None
        since = season or date.min
        return sum(dose.day >= since for dose in self.track.valid) + 1


def forecast(
    schedule: Schedule, antigen: Antigen, track: Track, today: date, completed: frozenset[str]
) -> SeriesForecast:
    """Look ahead from a judged history."""
    person = track.person
    if _is_immune(antigen, person):
        return SeriesForecast(track, SeriesStatus.IMMUNE)
    if _is_contraindicated(antigen, person, today):
        return SeriesForecast(track, SeriesStatus.CONTRAINDICATED)
    while (target := track.target) is not None:
        earliest = _earliest(schedule, track, target, today)
        reference = max([today, *_interval_ends(track, target, today)])
        if not may_skip(track, target, Context.FORECAST, reference, completed):
            return _of_target(track, target, earliest, today)
        track.at += 1
    done = SeriesStatus.COMPLETE if track.satisfied else SeriesStatus.NOT_RECOMMENDED
    return SeriesForecast(track, done)


def _is_immune(antigen: Antigen, person: Person) -> bool:
    codes = {one.code for one in person.observations}
    if codes & antigen.immune_when:
        return True
    return any(
        person.born < one.born_before and not codes & one.exclusions
        for one in antigen.immune_by_birth
    )


def _is_contraindicated(antigen: Antigen, person: Person, today: date) -> bool:
    return any(
        person.observed(one.observation) is not None
        and person.within(today, one.begin_age, one.end_age)
        for one in antigen.contraindications
    )


def _of_target(track: Track, target: TargetDose, earliest: date, today: date) -> SeriesForecast:
    age, born = target.age_on(today), track.person.born
    maximum = age.maximum.after(born) if age.maximum else None
    if maximum is not None and max(earliest, today) >= maximum:
        return SeriesForecast(track, SeriesStatus.AGED_OUT)
    if target.season.until is not None and today > target.season.until:
        return SeriesForecast(track, SeriesStatus.NOT_RECOMMENDED)
    return SeriesForecast(
        track,
        SeriesStatus.NOT_COMPLETE,
        target,
        earliest,
        max(earliest, _recommended(track, target, today) or earliest),
        _past_due(track, target, earliest, today),
        maximum - timedelta(days=1) if maximum else None,
    )


def _earliest(schedule: Schedule, track: Track, target: TargetDose, today: date) -> date:
    """The latest of all that must be waited for (FORECASTDTCAN-1)."""
    born, age = track.person.born, target.age_on(today)
    days = [born]
    if age.minimum is not None:
        days.append(age.minimum.after(born))
    days += _interval_ends(track, target, today)
    if target.season.since is not None:
        days.append(target.season.since)
    vaccines = frozenset(rule.cvx for rule in target.preferable)
    days += ends_of_conflict(schedule, track.person.doses, vaccines)
    begins = [rule.begin_age.after(born) for rule in target.preferable if rule.begin_age]
    if begins and len(begins) == len(target.preferable):
        days.append(min(begins))
    days += [one.dose.day for one in track.judged if one.reason is Reason.INADVERTENT]
    return max(days)


def _interval_ends(track: Track, target: TargetDose, today: date) -> list[date]:
    return [
        rule.minimum.after(since)
        for rule in target.intervals_on(today)
        if rule.minimum is not None and (since := track.since(rule)) is not None
    ]


def _recommended(track: Track, target: TargetDose, today: date) -> date | None:
    age, rules = target.age_on(today), target.intervals_on(today)
    by_interval = [
        rule.earliest_recommended.after(since)
        for rule in rules
        if (since := track.since(rule)) is not None and rule.earliest_recommended is not None
    ]
    by_age = age.earliest_recommended
    if by_interval and by_age is None:
        return max(by_interval)
    return by_age.after(track.person.born) if by_age else None


def _past_due(track: Track, target: TargetDose, earliest: date, today: date) -> date | None:
    age, rules = target.age_on(today), target.intervals_on(today)
    by_interval = [
        rule.latest_recommended.after(since)
        for rule in rules
        if (since := track.since(rule)) is not None and rule.latest_recommended is not None
    ]
    by_age = age.latest_recommended
    if by_interval and by_age is None:
        limit = max(by_interval)
    elif by_age is not None:
        limit = by_age.after(track.person.born)
    else:
        return None
    return max(earliest, limit - timedelta(days=1))
