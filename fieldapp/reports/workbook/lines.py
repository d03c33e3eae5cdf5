"""How somebody stands in a workbook, with what the programme says of each lot for them.

No more is told of anybody than finds them again: the ends of document and phone, the birth year.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from fieldapp.domain.client import ClientDetails, Document
from fieldapp.domain.documents.phone import tail_of
from fieldapp.domain.dose_numbers import numbers_of
from fieldapp.domain.immunization import VaccineLot
from fieldapp.domain.schedule.advice import Person
from fieldapp.domain.schedule.case import PriorDose
from fieldapp.domain.vaccine import Catalogue
from fieldapp.reports.workbook.columns import SHOWN
from fieldapp.reports.workbook.content import PersonLine
from fieldapp.reports.workbook.next_doses import Rules, next_dose
from fieldapp.reports.workbook.words import Words

_SHOWN_AT_END = 4


@dataclass(frozen=True, slots=True)
class Somebody:
    """Who is due: what is known of them, and the product of the course that is due."""

    details: ClientDetails
    person: Person
    product: str


def line_of(
    rules: Rules, one: Somebody, number: int, lots: Sequence[VaccineLot], day: date
) -> PersonLine:
    """Their line, still without the code of their row."""
    details = one.details
    document = details.documents[0] if details.documents else None
    by_product = {
        product: next_dose(rules, one.person, product, day)
        for product in {one.product, *(lot.vaccine_id for lot in lots)}
    }
    return PersonLine(
        number=number,
        code="",
        name=details.name,
        kind=document.kind if document else "",
        document=end_of(document) if document else "",
        born=details.born[:4],
        phone=f"…{tail_of(details.phone)}" if details.phone and tail_of(details.phone) else "",
        history=doses_told(one.person.doses, rules.catalogue),
        planned=by_product[one.product],
        by_lot=tuple(by_product[lot.vaccine_id] for lot in lots),
    )


def end_of(document: Document) -> str:
    """As much of a document as finds it again: at most half of it; a provisional number whole,
    because it is no secret."""
    number = document.number
    if document.kind == "provisional":
        return number
    return f"…{number[-min(_SHOWN_AT_END, len(number) // 2) :]}"


def shown_cells(line: PersonLine, words: Words) -> list[str]:
    """What is printed of them, in the order of its digest."""
    shown = replace(line, kind=words(f"kind.{line.kind}") if line.kind else "")
    return [str(getattr(shown, key)) for key in SHOWN]


def seat_told(time: str, words: Words) -> str:
    """That somebody has a seat at this time."""
    return words("booked", time=time)


def doses_told(given: Sequence[PriorDose], catalogue: Catalogue) -> str:
    """A line a dose, oldest first: its number, day and product."""
    numbers = numbers_of((dose.vaccine_id for dose in given), catalogue)
    return "\n".join(
        f"{number}: {dose.date:%Y-%m-%d} {_name(dose.vaccine_id, catalogue)}"
        for number, dose in zip(numbers, given, strict=True)
    )


def _name(vaccine_id: str, catalogue: Catalogue) -> str:
    product = catalogue.get(vaccine_id)
    return product.short_name if product else vaccine_id
