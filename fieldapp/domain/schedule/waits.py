"""All that the next dose must wait for, and which of it decides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fieldapp.domain.schedule.case import Case, PriorDose
from fieldapp.domain.schedule.course import Course
from fieldapp.domain.vaccine import Catalogue

_SAID_FIRST = (
    "BELOW_MIN_AGE",
    "TOO_EARLY",
    "INFECTION_GAP",
    "LIVE_VACCINE_GAP",
    "OTHER_VACCINE_GAP",
)


@dataclass(frozen=True, slots=True)
class Wait:
    """One thing to wait for: until when, the reason to name if it decides, and because of what."""

    until: date
    reason: str
    cause: str | None = None


def binding(waits: list[Wait]) -> Wait | None:
    """The wait that ends last; of several, the one that would be said first to a person."""
    return max(waits, key=lambda wait: (wait.until, -_SAID_FIRST.index(wait.reason)), default=None)


def waits_for(course: Course, catalogue: Catalogue, case: Case) -> list[Wait]:
    """Everything that the next dose of this course must wait for, past or not."""
    waits = []
    age, infection = course.next_rule.min_age, course.series.infection
    if age is not None and case.birth_date is not None:
        waits.append(Wait(age.after(case.birth_date), "BELOW_MIN_AGE"))
    by_interval = course.earliest_by_interval()
    if by_interval is not None:
        waits.append(Wait(by_interval, "TOO_EARLY"))
    if infection is not None and case.infection_date is not None:
        waits.append(Wait(infection.gap.after(case.infection_date), "INFECTION_GAP"))
    gaps = (_gap(course, catalogue, case, dose) for dose in case.other)
    return [*waits, *(gap for gap in gaps if gap is not None)]


def _gap(course: Course, catalogue: Catalogue, case: Case, other: PriorDose) -> Wait | None:
    product, name = catalogue.get(other.vaccine_id), other.vaccine_id
    live, any_other = course.series.live_gap, course.series.other_vaccine_gap
    if live is not None and product is not None and product.platform in live.platforms:
        if other.date == case.visit:
            return None  # two live vaccines on one day do not disturb each other
        return Wait(live.gap.after(other.date), "LIVE_VACCINE_GAP", name)
    if any_other is None or any_other.exempts(name):
        return None
    return Wait(any_other.first_allowed.after(other.date), "OTHER_VACCINE_GAP", name)
