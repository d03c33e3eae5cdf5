"""Which of a person's doses belong to which course; judges none of them itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from fieldapp.domain.immunization import ImmunizationEvent, ImmunizationStatus
from fieldapp.domain.schedule.case import Case, Evaluation, PriorDose
from fieldapp.domain.schedule.course import Course
from fieldapp.domain.schedule.evaluate import evaluate
from fieldapp.domain.schedule.programme import History, Programme, Series
from fieldapp.domain.vaccine import Catalogue


def doses_given(events: Iterable[ImmunizationEvent]) -> tuple[PriorDose, ...]:
    """The doses of a history that happened: neither *not given* nor struck through."""
    return tuple(
        PriorDose(event.occurred_at.date(), event.lot.vaccine_id, event.counts)
        for event in events
        if event.status is ImmunizationStatus.COMPLETED
    )


def case_of(
    programme: Programme,
    catalogue: Catalogue,
    *,
    product: str,
    visit_product: str | None,
    birth_date: date | None,
    doses: Sequence[PriorDose],
    today: date,
    infection_date: date | None = None,
    series_id: str | None = None,
) -> Case:
    """A question about one product, its history apart from the other vaccines."""
    series = programme.series_named(series_id) if series_id else programme.series_for(product)
    own = [dose for dose in doses if _belongs(series, catalogue, product, dose.vaccine_id)]
    return Case(
        visit=today,
        birth_date=birth_date,
        product=product,
        visit_product=visit_product,
        prior=tuple(own),
        other=tuple(dose for dose in doses if dose not in own),
        infection_date=infection_date,
        series_id=series_id,
    )


def evaluate_history(
    programme: Programme,
    catalogue: Catalogue,
    birth_date: date | None,
    doses: Sequence[PriorDose],
    today: date,
) -> list[Evaluation]:
    """Judge all doses of a history, each course by itself, oldest first.

    Doses that the programme has no course for are left out.
    """
    courses = _courses(programme, catalogue, birth_date, doses, today)
    return [evaluation for course in courses for evaluation in course.evaluations]


def completing_dose(
    programme: Programme,
    catalogue: Catalogue,
    birth_date: date | None,
    doses: Sequence[PriorDose],
    today: date,
) -> PriorDose | None:
    """The dose that completed the first course to be completed; None where none is."""
    courses = _courses(programme, catalogue, birth_date, doses, today)
    found = [course.completed_by for course in courses if course.completed_by is not None]
    return min(found, key=lambda dose: dose.date, default=None)


def _courses(
    programme: Programme,
    catalogue: Catalogue,
    birth_date: date | None,
    doses: Sequence[PriorDose],
    today: date,
) -> Iterator[Course]:
    left = sorted(doses, key=lambda dose: dose.date)
    while left:
        first = left[0].vaccine_id
        series = programme.series_for(first)
        own = [dose for dose in left if _belongs(series, catalogue, first, dose.vaccine_id)]
        left = [dose for dose in left if dose not in own]
        if series is not None:
            case = Case(today, birth_date, first, prior=tuple(own))
            yield evaluate(series, catalogue, case)


def _belongs(series: Series | None, catalogue: Catalogue, product: str, vaccine_id: str) -> bool:
    if vaccine_id == product or (series is not None and vaccine_id in series.vaccines):
        return True
    if series is not None and series.history is History.PRODUCTS:
        return False
    one, other = catalogue.get(product), catalogue.get(vaccine_id)
    return one is not None and other is not None and {*one.antigens} == {*other.antigens}
