"""What an antigen's supporting data says: its series, their target doses, the rules on a dose."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fieldapp.domain.cdsi.length import Length


class SeriesKind(StrEnum):
    """For whom a series is meant."""

    STANDARD = "Standard"
    RISK = "Risk"
    EVALUATION_ONLY = "Evaluation Only"


class Context(StrEnum):
    """When a target dose may be skipped: while judging the past, or while looking ahead."""

    EVALUATION = "Evaluation"
    FORECAST = "Forecast"


class ConditionKind(StrEnum):
    """The kinds of condition under which a target dose is skipped."""

    AGE = "age"
    INTERVAL = "interval"
    COMPLETED_SERIES = "completed series"
    COUNT_BY_AGE = "vaccine count by age"
    COUNT_BY_DATE = "vaccine count by date"
    COUNT_BY_BOTH = "vaccine count by date and age"


@dataclass(frozen=True, slots=True)
class InForce:
    """The days on which a rule is in force, both ends included; open where nothing is written."""

    since: date | None = None
    until: date | None = None

    def on(self, day: date) -> bool:
        """Whether the rule is in force on this day (RELEVANT-1)."""
        return (self.since or date.min) <= day <= (self.until or date.max)


@dataclass(frozen=True, slots=True)
class AgeRule:
    """The ages of a target dose."""

    absolute_minimum: Length | None = None
    minimum: Length | None = None
    earliest_recommended: Length | None = None
    latest_recommended: Length | None = None
    maximum: Length | None = None
    in_force: InForce = InForce()


@dataclass(frozen=True, slots=True)
class IntervalRule:
    """A distance to keep, and from what: the dose before, a target dose, the newest dose of some
    vaccines, or an observation."""

    from_previous: bool = False
    from_target: int | None = None
    from_most_recent: frozenset[str] = frozenset()
    from_observation: str | None = None
    absolute_minimum: Length | None = None
    minimum: Length | None = None
    earliest_recommended: Length | None = None
    latest_recommended: Length | None = None
    in_force: InForce = InForce()


@dataclass(frozen=True, slots=True)
class VaccineRule:
    """A vaccine that may satisfy a target dose, from one age to before another."""

    cvx: str
    begin_age: Length | None = None
    end_age: Length | None = None
    mvx: str | None = None


@dataclass(frozen=True, slots=True)
class SkipCondition:
    """One condition under which a target dose is not needed."""

    kind: ConditionKind
    begin_age: Length | None = None
    end_age: Length | None = None
    start: date | None = None
    end: date | None = None
    interval: Length | None = None
    count: int = 0
    comparison: str = "equal to"
    only_valid: bool = False
    vaccines: frozenset[str] = frozenset()
    series_groups: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class SkipSet:
    """Conditions taken together: all of them, or any."""

    conditions: tuple[SkipCondition, ...]
    any_is_enough: bool = False
    in_force: InForce = InForce()


@dataclass(frozen=True, slots=True)
class Skip:
    """The sets under which a target dose is skipped, and in which contexts."""

    contexts: frozenset[Context]
    sets: tuple[SkipSet, ...]
    any_is_enough: bool = False


@dataclass(frozen=True, slots=True)
class TargetDose:
    """One dose of a series with everything that a given dose must meet to satisfy it."""

    number: int
    ages: tuple[AgeRule, ...] = ()
    intervals: tuple[IntervalRule, ...] = ()
    allowable_intervals: tuple[IntervalRule, ...] = ()
    preferable: tuple[VaccineRule, ...] = ()
    allowable: tuple[VaccineRule, ...] = ()
    inadvertent: frozenset[str] = frozenset()
    skips: tuple[Skip, ...] = ()
    recurring: bool = False
    season: InForce = InForce()

    def age_on(self, day: date) -> AgeRule:
        """The age rule in force on this day; one without limits where there is none."""
        return next((age for age in self.ages if age.in_force.on(day)), AgeRule())

    def intervals_on(self, day: date) -> tuple[IntervalRule, ...]:
        """The intervals in force on this day."""
        return tuple(rule for rule in self.intervals if rule.in_force.on(day))


@dataclass(frozen=True, slots=True)
class Indication:
    """An observation that makes a risk series apply, within an age."""

    observation: str
    begin_age: Length | None = None
    end_age: Length | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """A way to be protected against one antigen."""

    name: str
    kind: SeriesKind
    group: str
    doses: tuple[TargetDose, ...]
    equivalent_groups: frozenset[str] = frozenset()
    genders: frozenset[str] = frozenset()
    is_default: bool = False
    is_product_path: bool = False
    priority: str = "A"
    preference: int = 99
    min_age_to_start: Length | None = None
    max_age_to_start: Length | None = None
    indications: tuple[Indication, ...] = ()


@dataclass(frozen=True, slots=True)
class Contraindication:
    """An observation that forbids a whole vaccine group, within an age."""

    observation: str
    begin_age: Length | None = None
    end_age: Length | None = None


@dataclass(frozen=True, slots=True)
class BirthImmunity:
    """Whoever was born before this day is taken to be immune, unless an exclusion applies."""

    born_before: date
    exclusions: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Antigen:
    """Everything the supporting data says of one antigen."""

    name: str
    vaccine_group: str
    series: tuple[Series, ...]
    immune_when: frozenset[str] = frozenset()
    immune_by_birth: tuple[BirthImmunity, ...] = ()
    contraindications: tuple[Contraindication, ...] = ()
