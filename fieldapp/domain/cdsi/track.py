"""A series under way for one person: what was judged so far and which target dose comes next."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from fieldapp.domain.cdsi.person import Given, Person
from fieldapp.domain.cdsi.series import IntervalRule, Series, TargetDose


class Status(StrEnum):
    """What a given dose is worth."""

    VALID = "Valid"
    NOT_VALID = "Not Valid"
    EXTRANEOUS = "Extraneous"


class Reason(StrEnum):
    """Why a given dose does not count."""

    TOO_YOUNG = "Age: Too Young"
    TOO_OLD = "Age: Too Old"
    TOO_SOON = "Interval: Too Soon"
    LIVE_CONFLICT = "Live Virus Conflict"
    INADVERTENT = "Inadvertent Vaccine"
    NOT_THE_VACCINE = "Not a preferable or allowable vaccine"
    COMPLETE = "Series Already Complete"


@dataclass(frozen=True, slots=True)
class Judged:
    """A given dose, judged against a series; `reasons` in the order in which they are told."""

    dose: Given
    status: Status
    reasons: tuple[Reason, ...] = ()

    @property
    def reason(self) -> Reason | None:
        """The reason that is told first."""
        return self.reasons[0] if self.reasons else None

    @property
    def too_early(self) -> bool:
        """Whether it did not count because of its age or its distance: no grace after it."""
        return Reason.TOO_YOUNG in self.reasons or Reason.TOO_SOON in self.reasons


@dataclass
class Track:
    """One series and one person. `history` holds all doses against the antigen, oldest first."""

    series: Series
    person: Person
    history: list[Given]
    judged: list[Judged] = field(default_factory=list)
    satisfied: dict[int, Given] = field(default_factory=dict)
    at: int = 0

    @property
    def target(self) -> TargetDose | None:
        """The target dose that comes next; None when there is none left."""
        return self.series.doses[self.at] if self.at < len(self.series.doses) else None

    @property
    def valid(self) -> list[Given]:
        """The doses that count, oldest first."""
        return [one.dose for one in self.judged if one.status is Status.VALID]

    @property
    def complete(self) -> bool:
        """Whether nothing is left to satisfy and something was satisfied."""
        return self.target is None and bool(self.satisfied)

    def satisfy(self, target: TargetDose, dose: Given) -> None:
        """Count a dose; a recurring target dose comes again."""
        self.satisfied[target.number] = dose
        if not target.recurring:
            self.at += 1

    def previous(self) -> Judged | None:
        """The newest dose that an interval is kept from: counted or not, but the right vaccine."""
        for one in reversed(self.judged):
            if one.status is Status.EXTRANEOUS or one.reason is Reason.INADVERTENT:
                continue
            return one
        return None

    def since(self, rule: IntervalRule, before: Given | None = None) -> date | None:
        """The day from which an interval runs; None when there is none (CALCDTINT)."""
        if rule.from_target is not None:
            dose = self.satisfied.get(rule.from_target)
            return dose.day if dose else None
        if rule.from_most_recent:
            return self._most_recent(rule.from_most_recent, before)
        if rule.from_observation is not None:
            found = self.person.observed(rule.from_observation)
            return found.day if found else None
        previous = self.previous() if rule.from_previous else None
        return previous.dose.day if previous else None

    def _most_recent(self, vaccines: frozenset[str], before: Given | None) -> date | None:
        done = {one.dose for one in self.judged if one.reason is Reason.INADVERTENT}
        days = [
            dose.day
            for dose in self.person.doses
            if dose.cvx in vaccines
            and dose not in done
            and (before is None or (dose.day, dose.place) < (before.day, before.place))
        ]
        return max(days, default=None)
