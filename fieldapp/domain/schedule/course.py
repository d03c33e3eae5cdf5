"""A course under way: which doses of a history count so far, and what they ask of the next one.

Knows nothing of the visit, of screening or of other vaccines.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from fieldapp.domain.schedule.calendar import Period
from fieldapp.domain.schedule.case import Evaluation, PriorDose
from fieldapp.domain.schedule.programme import DoseRule, Series


@dataclass
class Course:
    """What of a history counts so far, and the facts of the person that shorten a course.

    `completed_by` is the dose with which nothing more was due for the first time.
    `uncounted` is the newest dose that did not count, with the gap to keep from it, if any.
    `last_season` is the first dose of the season before the present one.
    """

    series: Series
    birth_date: date | None = None
    infection_date: date | None = None
    valid: list[PriorDose] = field(default_factory=list)
    evaluations: list[Evaluation] = field(default_factory=list)
    completed_by: PriorDose | None = None
    uncounted: tuple[PriorDose, Period | None] | None = None
    last_season: PriorDose | None = None

    @property
    def next_rule(self) -> DoseRule:
        """The rule of the dose that comes next."""
        return self.series.doses[min(len(self.valid), len(self.series.doses) - 1)]

    @property
    def complete(self) -> bool:
        """Whether nothing more is due in this series."""
        if not self.valid:
            return False
        return len(self.valid) >= self._doses_needed(self.valid[0])

    def _doses_needed(self, first: PriorDose) -> int:
        if self.last_season is not None or self._too_old_for_more_doses(first):
            return 1
        needed = len(self.series.doses)
        infection = self.series.infection
        if infection and infection.one_dose_completes and self.infection_date is not None:
            before = sum(dose.date < self.infection_date for dose in self.valid)
            needed = min(before + 1, needed)
        return needed

    def _too_old_for_more_doses(self, first: PriorDose) -> bool:
        limit = self.series.more_doses_under_age
        if limit is None or self.birth_date is None:
            return False
        return first.date >= limit.after(self.birth_date)

    def count(self, dose: PriorDose) -> None:
        """Take a valid dose into the course."""
        self.valid.append(dose)
        self.uncounted = None
        if self.completed_by is None and self.complete:
            self.completed_by = dose

    def turn_season(self, day: date) -> None:
        """Begin anew when `day` lies in a later season than the doses so far."""
        season = self.series.season
        if season is not None and self.valid and season.after(self.valid[0].date) <= day:
            self.last_season = self.valid[0]
            self.valid, self.uncounted = [], None

    def infected_since(self) -> bool:
        """Whether an infection that the series has a rule for came after every dose that counts."""
        if self.series.infection is None or self.infection_date is None:
            return False
        return not self.valid or self.valid[-1].date < self.infection_date

    def earliest_by_interval(self) -> date | None:
        """The first day that the doses so far allow; None where nothing asks for a distance."""
        rule, days = self.next_rule, []
        if self.valid:
            for period, dose in (
                (rule.min_interval, self.valid[-1]),
                (rule.min_from_first, self.valid[0]),
            ):
                if period is not None:
                    days.append(period.after(dose.date))
        elif self.last_season is not None and self.series.season is not None:
            days.append(self.series.season.after(self.last_season.date))
        if self.uncounted is not None and self.uncounted[1] is not None:
            days.append(self.uncounted[1].after(self.uncounted[0].date))
        return max(days, default=None)

    def latest(self) -> date | None:
        """The last day of the next dose's target span; None where the source names none."""
        if not self.valid or self.infected_since():
            return None
        rule = self.next_rule
        if rule.max_from_first is not None:
            return rule.max_from_first.after(self.valid[0].date)
        return rule.max_interval.after(self.valid[-1].date) if rule.max_interval else None

    def days_since_last(self, day: date) -> int:
        """Days from the newest dose, counted or not, to `day`; there must be one."""
        newest = self.uncounted[0] if self.uncounted else self.valid[-1]
        return (day - newest.date).days
