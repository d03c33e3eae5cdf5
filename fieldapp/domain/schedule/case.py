"""What the engine is asked and what it answers; no rule and no judgement is here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class PriorDose:
    """A dose of the history: the calendar day at the site, and the product. `counts` is what a
    supervisor decided, whatever the rules say of it; None: the rules decide."""

    date: date
    vaccine_id: str
    counts: bool | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """One question. `visit_product` is the vaccine in hand, or None while none is chosen.

    `prior` holds the doses of this series in any order, `other` the vaccines that are not part of
    it. `conditions` are true ones only (pregnant, fever, ...). `series_id` None: the programme's
    usual series for the product of the first dose, or else for `product`.
    """

    visit: date
    birth_date: date | None
    product: str
    visit_product: str | None = None
    prior: tuple[PriorDose, ...] = ()
    other: tuple[PriorDose, ...] = ()
    conditions: frozenset[str] = frozenset()
    infection_date: date | None = None
    series_id: str | None = None

    def born(self, birth_date: date | None) -> Case:
        """The same question about a person born on this day."""
        return replace(self, birth_date=birth_date)

    def with_conditions(self, conditions: frozenset[str]) -> Case:
        """The same question about a person with these conditions."""
        return replace(self, conditions=conditions)


class Validity(StrEnum):
    """What a prior dose is worth."""

    VALID = "valid"
    NOT_VALID = "not_valid"
    EXTRANEOUS = "extraneous"
    DUPLICATE = "duplicate"
    REVIEW = "review"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One prior dose, judged. `early` when it came before the minimum interval, counted or not."""

    dose: PriorDose
    validity: Validity
    reason: str | None = None
    early: bool = False


@dataclass(frozen=True, slots=True)
class Forecast:
    """The answer about the next dose. `eligible` None means: ask a clinician.

    `evaluations` are in the order of the question's `prior`. `previous` is the last dose that
    counts; `decided_by` names the condition or the other vaccine that the reason speaks of.
    """

    eligible: bool | None
    reason: str
    dose_number: int | None = None
    earliest: date | None = None
    due: date | None = None
    latest: date | None = None
    overdue: bool = False
    complete: bool = False
    warnings: tuple[str, ...] = ()
    evaluations: tuple[Evaluation, ...] = ()
    previous: PriorDose | None = None
    decided_by: str | None = None
