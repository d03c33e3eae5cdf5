"""Which dose of its course each dose of a person is. Dose numbers are computed, never typed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable

from fieldapp.domain.immunization import ImmunizationEvent, ImmunizationStatus
from fieldapp.domain.vaccine import Catalogue


def dose_numbers(history: Iterable[ImmunizationEvent], catalogue: Catalogue) -> dict[bytes, int]:
    """The number of every dose given, by its event id; `history` is one person's, oldest first.

    Products against the same disease count together, so that dose 2 of another maker is dose 2.
    """
    given = [event for event in history if event.status is ImmunizationStatus.COMPLETED]
    numbers = numbers_of((event.lot.vaccine_id for event in given), catalogue)
    return {event.event_id: number for event, number in zip(given, numbers, strict=True)}


def numbers_of(products: Iterable[str], catalogue: Catalogue) -> list[int]:
    """The same of doses that are known by their products alone, in their order."""
    so_far: Counter[Hashable] = Counter()
    numbers = []
    for product in products:
        course = _course(product, catalogue)
        so_far[course] += 1
        numbers.append(so_far[course])
    return numbers


def _course(vaccine_id: str, catalogue: Catalogue) -> Hashable:
    product = catalogue.get(vaccine_id)
    return vaccine_id if product is None else frozenset(product.antigens)
