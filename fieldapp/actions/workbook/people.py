"""Who is due at a session, with their history and what the programme says of each lot on board.

First those of this laptop's own book of due doses, then those of whom its regions' roster tells.
No more is told of anybody than finds them again: the ends of document and phone, the birth year.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from fieldapp.actions.calls.call_list import call_list
from fieldapp.actions.calls.due_book import catch_up_wholly
from fieldapp.actions.calls.rules import load_call_rules
from fieldapp.actions.known_client import client_of, known_client
from fieldapp.actions.known_history import known_history
from fieldapp.actions.practice import Practice
from fieldapp.actions.workbook.next_doses import next_dose
from fieldapp.domain.adverse_event import conditions_after
from fieldapp.domain.client import Client, Document
from fieldapp.domain.documents.phone import tail_of
from fieldapp.domain.dose_numbers import dose_numbers
from fieldapp.domain.due import CourseStanding, courses_of
from fieldapp.domain.immunization import ImmunizationEvent, ImmunizationStatus, VaccineLot
from fieldapp.domain.schedule.advice import Person
from fieldapp.domain.schedule.case import PriorDose
from fieldapp.domain.schedule.history import doses_given
from fieldapp.domain.vaccine import Catalogue
from fieldapp.journal import reactions
from fieldapp.journal.roster import find
from fieldapp.journal.roster.find import RosterEntry
from fieldapp.journal.roster.own import own_registration
from fieldapp.reports.workbook.content import PersonLine
from fieldapp.wire.dates import from_day

_SHOWN_AT_END = 4


@dataclass(frozen=True, slots=True)
class DuePerson:
    """Somebody and the course that is due."""

    client: Client
    course: str
    product: str
    due: date | None


def due_people(practice: Practice, day: date) -> list[DuePerson]:
    """Everybody who is due on this day or soon after it, each once a course."""
    catch_up_wholly(practice)
    own = [
        DuePerson(client, entry.course.series_id, entry.course.vaccine, entry.course.due)
        for entry in call_list(practice).entries
        if (client := known_client(practice.journal, entry.client_id)) is not None
    ]
    return [*own, *_of_roster(practice, day)]


def _of_roster(practice: Practice, day: date) -> Iterator[DuePerson]:
    """Those of the regions who are not in this laptop's own records."""
    until = day + timedelta(days=load_call_rules().soon_days)
    for entry in find.everybody(practice.journal):
        if entry.person.doses and own_registration(practice.journal, entry.refs) is None:
            for course in _courses(practice, entry, day):
                if not course.complete and (course.due is None or course.due <= until):
                    client = client_of(entry)
                    yield DuePerson(client, course.series_id, course.vaccine, course.due)


def _courses(practice: Practice, entry: RosterEntry, day: date) -> Sequence[CourseStanding]:
    """The courses of somebody of whom nothing but the entry is known here."""
    told = entry.person
    given = tuple(PriorDose(from_day(one.day) or date.min, one.vaccine) for one in told.doses)
    person = Person(from_day(told.birth_day), given, told.sex)
    return courses_of(practice.programme, practice.catalogue, person, day, load_call_rules())


def person_of(practice: Practice, client: Client) -> Person:
    """What the programme must know of somebody."""
    details = client.details
    told = reactions.of_client(practice.journal, client.client_id)
    return Person(
        details.birth_date,
        doses_given(known_history(practice.journal, client.client_id).events),
        details.sex,
        after_doses=conditions_after(told, practice.aefi),
        latest_birth_date=details.latest_birth_date,
    )


def line_of(
    practice: Practice, due: DuePerson, number: int, lots: Sequence[VaccineLot], day: date
) -> PersonLine:
    """How somebody stands in the workbook, still without the code of their row."""
    details, person = due.client.details, person_of(practice, due.client)
    document = details.documents[0] if details.documents else None
    by_product = {
        product: next_dose(practice, person, product, day)
        for product in {due.product, *(lot.vaccine_id for lot in lots)}
    }
    return PersonLine(
        number=number,
        code="",
        name=details.name,
        kind=document.kind if document else "",
        document=end_of(document) if document else "",
        born=details.born[:4],
        phone=f"…{tail_of(details.phone)}" if details.phone and tail_of(details.phone) else "",
        history=_told(practice, due.client),
        planned=by_product[due.product],
        by_lot=tuple(by_product[lot.vaccine_id] for lot in lots),
    )


def end_of(document: Document) -> str:
    """As much of a document as finds it again: at most half of it; a provisional number whole,
    because it is no secret."""
    number = document.number
    if document.kind == "provisional":
        return number
    return f"…{number[-min(_SHOWN_AT_END, len(number) // 2) :]}"


def _told(practice: Practice, client: Client) -> str:
    given = [
        event
        for event in known_history(practice.journal, client.client_id).events
        if event.status is ImmunizationStatus.COMPLETED
    ]
    numbers = dose_numbers(given, practice.catalogue)
    return "\n".join(_dose(event, numbers, practice.catalogue) for event in given)


def _dose(event: ImmunizationEvent, numbers: dict[bytes, int], catalogue: Catalogue) -> str:
    product = catalogue.get(event.lot.vaccine_id)
    name = product.short_name if product else event.lot.vaccine_id
    return f"{numbers[event.event_id]}: {event.occurred_at:%Y-%m-%d} {name}"
