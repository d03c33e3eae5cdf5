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
    so_far: Counter[Hashable] = Counter()
    numbers: dict[bytes, int] = {}
    for event in history:
        if event.status is ImmunizationStatus.COMPLETED:
            course = _course(event.lot.vaccine_id, catalogue)
            so_far[course] += 1
            numbers[event.event_id] = so_far[course]
    return numbers


def _course(vaccine_id: str, catalogue: Catalogue) -> Hashable:
    product = catalogue.get(vaccine_id)
    return vaccine_id if product is None else frozenset(product.antigens)
