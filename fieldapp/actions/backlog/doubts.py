"""What is doubtful about rows that are real doses all the same: they are taken, and said.

early            the dose came before the programme's minimum interval
expired_lot      the lot had expired on the day
possible_double  the person has another dose of that vaccine on the same day or the day before
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from fieldapp.actions.backlog.row import BacklogRow
from fieldapp.domain.immunization import ImmunizationEvent
from fieldapp.domain.schedule.case import PriorDose
from fieldapp.domain.schedule.history import doses_given, evaluate_history
from fieldapp.domain.schedule.programme import Programme
from fieldapp.domain.vaccine import Catalogue


@dataclass(frozen=True, slots=True)
class Doubts:
    """Line numbers by kind of doubt."""

    early: tuple[int, ...]
    expired_lot: tuple[int, ...]
    possible_double: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Judge:
    """What a history is judged by."""

    programme: Programme
    catalogue: Catalogue
    today: date


class KnowsHistory(Protocol):
    """Who knows what somebody had before."""

    def who(self, row: BacklogRow) -> Hashable:
        """What two rows about the same person have in common."""

    def history(self, row: BacklogRow) -> Sequence[ImmunizationEvent]:
        """Every record of the row's person that is known here."""


def doubts_of(rows: Sequence[BacklogRow], people: KnowsHistory, judge: Judge) -> Doubts:
    """Judge the given doses of these rows; to be asked before they are recorded."""
    early: list[int] = []
    doubled: list[int] = []
    for known, own in _by_person(rows, people):
        early += _early(known, own, judge)
        doubled += _doubled(known, own)
    expired = [row.line for row in rows if _expired(row)]
    return Doubts(tuple(sorted(early)), tuple(expired), tuple(sorted(doubled)))


def _by_person(
    rows: Iterable[BacklogRow], people: KnowsHistory
) -> Iterator[tuple[tuple[PriorDose, ...], list[BacklogRow]]]:
    """Each person's doses in the journal so far, and their given doses in the file."""
    own: defaultdict[Hashable, list[BacklogRow]] = defaultdict(list)
    for row in rows:
        if row.given:
            own[people.who(row)].append(row)
    for mine in own.values():
        yield doses_given(people.history(mine[0])), mine


def _early(known: Sequence[PriorDose], own: list[BacklogRow], judge: Judge) -> Iterator[int]:
    """Lines of doses that came before the minimum interval, counted or not."""
    lines = {_dose(row): row.line for row in own}
    birth = own[0].client.birth_date
    history = [*known, *lines]
    for evaluation in evaluate_history(
        judge.programme, judge.catalogue, birth, history, judge.today
    ):
        if evaluation.early and evaluation.dose in lines:
            yield lines[evaluation.dose]


def _doubled(known: Sequence[PriorDose], own: list[BacklogRow]) -> Iterator[int]:
    seen = list(known)
    for row in sorted(own, key=lambda one: one.occurred):
        dose = _dose(row)
        if any(_close(dose, other) for other in seen):
            yield row.line
        seen.append(dose)


def _close(one: PriorDose, other: PriorDose) -> bool:
    return one.vaccine_id == other.vaccine_id and abs(one.date - other.date) <= timedelta(days=1)


def _expired(row: BacklogRow) -> bool:
    return row.given and row.expiry is not None and row.expiry < row.occurred.date()


def _dose(row: BacklogRow) -> PriorDose:
    return PriorDose(row.occurred.date(), row.vaccine_id or "")
