"""The verb: bring the book of due doses up to date, a bite at a time, so that nobody waits for it.

What counts is everything known here of a person (`known_history`): a dose given anywhere takes them
off the list.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence, Set
from dataclasses import asdict
from datetime import date

from fieldapp.actions.calls.rules import load_call_rules
from fieldapp.actions.known_history import History, known_history
from fieldapp.actions.moments import site_today
from fieldapp.actions.practice import Practice
from fieldapp.domain.adverse_event import conditions_after
from fieldapp.domain.client import Client
from fieldapp.domain.due import CourseStanding, courses_of
from fieldapp.domain.immunization import ImmunizationEvent, ImmunizationStatus
from fieldapp.domain.schedule.advice import Person
from fieldapp.domain.schedule.history import doses_given
from fieldapp.journal import clients, due, reactions
from fieldapp.journal.due import Contact, Stale

BITE = 100
"""People counted at a time: some tens of milliseconds on the journal's lane."""


def catch_up(practice: Practice, most: int = BITE) -> bool:
    """Count the next people; whether there may be more. Safe to repeat and to break off."""
    journal, today = practice.journal, site_today(practice.clock)
    with journal.db.transaction():
        due.open_book(journal, _key(practice))
        due.mind_roster(journal)
        waiting = due.stale(journal, today, most)
        for who in waiting:
            _count(practice, who, today)
        if waiting:
            due.drop_who_is_nobody(journal)
    return len(waiting) == most


def catch_up_wholly(practice: Practice) -> None:
    """Count everybody who must be: for what is written to a file."""
    while catch_up(practice, 10 * BITE):
        pass


def _key(practice: Practice) -> bytes:
    """Another programme, another catalogue or other rules, and everybody is counted anew."""
    products = [asdict(vaccine) for vaccine in practice.catalogue]
    ground = [asdict(practice.programme), products, asdict(load_call_rules())]
    return hashlib.sha256(json.dumps(ground, sort_keys=True, default=_plain).encode()).digest()


def _plain(value: object) -> object:
    """Sets in one order, whatever order this process keeps them in; days and periods as text."""
    return sorted(map(str, value)) if isinstance(value, Set) else str(value)


def _count(practice: Practice, who: Stale, today: date) -> None:
    """Count one person anew."""
    everything = clients.linked(practice.journal, who.client_id)
    if everything:
        known = known_history(practice.journal, who.client_id)
        courses = _courses(practice, everything[0], known, today)
        due.put(practice.journal, who, _contact(everything), courses, known.messages)
    else:
        due.forget(practice.journal, who)


def _contact(registrations: Sequence[Client]) -> Contact:
    newest = registrations[-1]
    details = newest.details
    phones = [one.details.phone for one in registrations if one.details.phone]
    return Contact(
        newest.client_id,
        details.name,
        details.birth_date,
        phones[-1] if phones else None,
        details.language,
        details.circumstances or details.home_area,
    )


def _courses(
    practice: Practice, client: Client, known: History, today: date
) -> list[tuple[CourseStanding, str | None]]:
    events = known.events
    if not events:
        return []
    told = reactions.of_client(practice.journal, client.client_id)
    details = client.details
    person = Person(
        details.birth_date,
        doses_given(events),
        details.sex,
        after_doses=conditions_after(told, practice.aefi),
    )
    found = courses_of(practice.programme, practice.catalogue, person, today, load_call_rules())
    return [(course, _session(events, course)) for course in found]


def _session(events: tuple[ImmunizationEvent, ...], course: CourseStanding) -> str | None:
    """Where the course's newest dose was given; None where it was not in a session of ours."""
    for event in reversed(events):
        same = event.lot.vaccine_id == course.vaccine and event.occurred_at.date() == course.last
        if same and event.status is ImmunizationStatus.COMPLETED:
            return event.session
    return None
