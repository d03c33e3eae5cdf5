"""A programme: the vaccination rules of one authority, as data. It applies none of them.

The file (resources/schedules/*.json) is read by `programme_file.py`. A national programme is
added by such a file, without code.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from fieldapp.domain.schedule.calendar import Period


class Effect(StrEnum):
    """What a condition of the person does to the answer; NOTE is said and changes nothing."""

    CONTRAINDICATED = "contraindicated"
    DEFER = "defer"
    REVIEW = "review"
    NOTE = "note"


class History(StrEnum):
    """Which doses belong to a series' history."""

    PRODUCTS = "products"  # those of the series' own products
    DISEASE = "disease"  # those of every product against the same disease


class OtherMaker(StrEnum):
    """Whether another product of the same kind may go on with a course."""

    ALLOWED = "allowed"  # and it is said
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class EarlyRule:
    """What becomes of a dose given fewer than `under_days` days after the one before it.

    `under_days` None means any interval that is too short. `counts` False: not valid, for
    `reason`; another dose may be given from `repeat_after` that one.
    """

    under_days: int | None
    counts: bool
    reason: str | None = None
    repeat_after: Period | None = None


@dataclass(frozen=True, slots=True)
class DoseRule:
    """When one dose of a series may, should and should at the latest be given.

    `min_interval`, `due_interval` and `max_interval` count from the valid dose before;
    `*_from_first` from the first valid dose. Without `due_interval` a dose is due as soon as it
    may be given; `no_due_date` says that the source names a span and no day in it.
    """

    number: int
    min_age: Period | None = None
    min_interval: Period | None = None
    due_interval: Period | None = None
    max_interval: Period | None = None
    min_from_first: Period | None = None
    max_from_first: Period | None = None
    no_due_date: bool = False
    early: tuple[EarlyRule, ...] = ()


@dataclass(frozen=True, slots=True)
class ConditionRule:
    """What a condition of the person means. `reason` replaces the effect's usual reason code.

    `also_when_complete`: the rule asks for more than the series' own doses, so it speaks even
    when they have all been given.
    """

    condition: str
    effect: Effect
    reason: str | None = None
    also_when_complete: bool = False


@dataclass(frozen=True, slots=True)
class OtherVaccineGap:
    """Distance from vaccines against other diseases: `first_allowed` after them at the earliest.

    `exempt` are vaccine ids, or words of an id (rabies, immunoglobulin), that ask for no gap.
    """

    first_allowed: Period
    exempt: frozenset[str] = frozenset()

    def exempts(self, vaccine_id: str) -> bool:
        """Whether this vaccine asks for no gap."""
        return bool(self.exempt & {vaccine_id, *vaccine_id.split("-")})


@dataclass(frozen=True, slots=True)
class LiveGap:
    """Distance from other live vaccines of these platforms; none when given on the same day."""

    gap: Period
    platforms: frozenset[str]


@dataclass(frozen=True, slots=True)
class Infection:
    """After an infection: not before `gap`; `one_dose_completes` then ends the course."""

    gap: Period
    one_dose_completes: bool


@dataclass(frozen=True, slots=True)
class Series:
    """One course of vaccination: which products give it, and the rules of its doses.

    `continued_by` are other platforms that may go on with the course; `due_at_min_age` series are
    scheduled by age (a child's), so that the age is also the due date; `gap_after_too_young` is
    kept from a dose that did not count because of age; `max_age` is the first age without a rule;
    in a seasonal series all begins again `season` after a season's first dose, and more than one
    dose is for those whose first ever came before `more_doses_under_age`; `observation_minutes`
    where they are not the programme's.
    """

    id: str
    title: Mapping[str, str]
    vaccines: tuple[str, ...]
    doses: tuple[DoseRule, ...]
    source: tuple[str, ...] = ()
    history: History = History.PRODUCTS
    other_maker: OtherMaker = OtherMaker.REVIEW
    continued_by: frozenset[str] = frozenset()
    conditions: tuple[ConditionRule, ...] = ()
    other_vaccine_gap: OtherVaccineGap | None = None
    live_gap: LiveGap | None = None
    infection: Infection | None = None
    due_at_min_age: bool = False
    too_young_needs_review: bool = False
    gap_after_too_young: Period | None = None
    max_age: Period | None = None
    season: Period | None = None
    more_doses_under_age: Period | None = None
    observation_minutes: int | None = None

    @property
    def has_age_rule(self) -> bool:
        """Whether nothing can be said without a birth date."""
        return any(rule.min_age for rule in self.doses) or self.max_age is not None

    def rules_on(self, conditions: frozenset[str]) -> tuple[ConditionRule, ...]:
        """The rules that these conditions call up."""
        return tuple(rule for rule in self.conditions if rule.condition in conditions)


@dataclass(frozen=True, slots=True)
class Programme:
    """The rules of one authority with where they come from."""

    id: str
    title: Mapping[str, str]
    source: str
    edition: str
    valid_from: date
    status: str
    observation_minutes: int
    observation_minutes_after_reaction: int | None = None
    series: tuple[Series, ...] = field(default=())

    def series_named(self, series_id: str) -> Series | None:
        """The series of this id."""
        return next((series for series in self.series if series.id == series_id), None)

    def series_for(self, vaccine_id: str) -> Series | None:
        """The first series that this product gives: the programme's usual course."""
        return next((series for series in self.series if vaccine_id in series.vaccines), None)
