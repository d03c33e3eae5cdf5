"""Who is due at a session: first those of this laptop's own book of due doses, then those of whom
its regions' roster tells."""

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
from fieldapp.domain.adverse_event import conditions_after
from fieldapp.domain.client import Client
from fieldapp.domain.due import CourseStanding, courses_of
from fieldapp.domain.schedule.advice import Person
from fieldapp.domain.schedule.case import PriorDose
from fieldapp.domain.schedule.history import doses_given
from fieldapp.journal import reactions
from fieldapp.journal.roster import find
from fieldapp.journal.roster.find import RosterEntry
from fieldapp.journal.roster.own import own_registration
from fieldapp.reports.workbook.lines import Somebody
from fieldapp.wire.dates import from_day


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


def somebody_of(practice: Practice, due: DuePerson) -> Somebody:
    """What is known of them here."""
    return Somebody(due.client.details, person_of(practice, due.client), due.product)
