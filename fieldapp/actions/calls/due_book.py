"""The verb: bring the book of due doses up to date, a bite at a time, so that nobody waits for it.

What counts is everything known here of a person (`known_history`): a dose given anywhere takes them
off the list. What the roster told counts on when its lease is over.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence, Set
from dataclasses import fields, is_dataclass, replace
from datetime import date

from fieldapp.actions.calls.rules import load_call_rules
from fieldapp.actions.known_history import History, Source, known_history
from fieldapp.actions.moments import site_today
from fieldapp.actions.practice import Practice
from fieldapp.domain.adverse_event import conditions_after
from fieldapp.domain.client import Client
from fieldapp.domain.due import CourseStanding, courses_of
from fieldapp.domain.immunization import ImmunizationEvent, ImmunizationStatus
from fieldapp.domain.message import MessagesKnown
from fieldapp.domain.schedule.advice import Person
from fieldapp.domain.schedule.case import PriorDose
from fieldapp.domain.schedule.history import doses_given
from fieldapp.journal import clients, due, reactions
from fieldapp.journal.due import Contact, Stale
from fieldapp.journal.due_told import drop_told_of_nobody, remember, remembered
from fieldapp.journal.journal import Journal

BITE = 25
"""People counted at a time: some twenty milliseconds on the journal's lane, which is as long as
whoever comes to a room waits for it."""


def catch_up(practice: Practice, most: int = BITE) -> bool:
    """Count the next people; whether there are more. Safe to repeat and to break off."""
    journal, today = practice.journal, site_today(practice.clock)
    with journal.db.transaction():
        due.open_book(journal, _key(practice))
        due.mind_roster(journal)
        waiting = due.stale(journal, today, most)
        for who in waiting:
            _count(practice, who, today)
        more = bool(waiting) and bool(due.stale(journal, today, 1))
        if waiting and not more:  # over the whole book, so only once it is up to date
            due.drop_who_is_nobody(journal)
            drop_told_of_nobody(journal)
    return more


def catch_up_wholly(practice: Practice) -> None:
    """Count everybody who must be: for what is written to a file."""
    while catch_up(practice, 40 * BITE):
        pass


def _key(practice: Practice) -> bytes:
    """Another programme, another catalogue or other rules, and everybody is counted anew."""
    ground = [practice.programme, list(practice.catalogue), load_call_rules()]
    return hashlib.sha256(json.dumps(ground, sort_keys=True, default=_plain).encode()).digest()


def _plain(value: object) -> object:
    """Sets in one order, whatever order this process keeps them in; days and periods as text. Each
    part by its own fields, not by a copy of all that is in it: every bite begins with this."""
    if is_dataclass(value):
        return {part.name: getattr(value, part.name) for part in fields(value)}
    return sorted(map(str, value)) if isinstance(value, Set) else str(value)


def _count(practice: Practice, who: Stale, today: date) -> None:
    """Count one person anew."""
    everything = clients.linked(practice.journal, who.client_id)
    if everything:
        known = known_history(practice.journal, who.client_id)
        given = _doses(practice.journal, everything, known)
        courses = _courses(practice, everything[0], known, given, today)
        messages = known.messages or _told_before(practice.journal, who)
        due.put(practice.journal, who, _contact(everything), courses, messages)
    else:
        due.forget(practice.journal, who)


def _told_before(journal: Journal, who: Stale) -> MessagesKnown | None:
    """What the book says of messages, with its own *as of*: while the roster is locked it stays."""
    told = [one.messages for one in due.of_client(journal, who.client_id) if one.messages]
    if not told:
        return None
    newest = max(told, key=lambda one: one.as_of)
    return replace(newest, sent=tuple(sent for one in told for sent in one.sent))


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


def _doses(
    journal: Journal, registrations: Sequence[Client], known: History
) -> tuple[PriorDose, ...]:
    """Every dose that happened. Where the roster tells nothing of the person now, because it is
    locked or still on its way, what it told last."""
    given, ids = doses_given(known.events), [one.client_id for one in registrations]
    if any(origin.source is Source.ROSTER for origin in known.known):
        by_roster = (
            event
            for event in known.events
            if known.origins[event.event_id].source is Source.ROSTER or event.counts is not None
        )
        remember(journal, ids, doses_given(by_roster))
        return given
    return _with_told(given, remembered(journal, ids))


def _with_told(given: Iterable[PriorDose], told: Iterable[PriorDose]) -> tuple[PriorDose, ...]:
    """Both; the same day and product is the same dose, whoever tells it, and as was decided."""
    left, doses = list(told), []
    for dose in given:
        same = next((one for one in left if _is_same(one, dose)), None)
        doses.append(dose if same is None else replace(dose, counts=same.counts))
        if same is not None:
            left.remove(same)
    return (*doses, *left)


def _is_same(one: PriorDose, other: PriorDose) -> bool:
    return (one.date, one.vaccine_id) == (other.date, other.vaccine_id)


def _courses(
    practice: Practice,
    client: Client,
    known: History,
    given: tuple[PriorDose, ...],
    today: date,
) -> list[tuple[CourseStanding, str | None]]:
    if not given:
        return []
    told = reactions.of_client(practice.journal, client.client_id)
    details = client.details
    person = Person(
        details.birth_date,
        given,
        details.sex,
        after_doses=conditions_after(told, practice.aefi),
    )
    found = courses_of(practice.programme, practice.catalogue, person, today, load_call_rules())
    return [(course, _session(known.events, course)) for course in found]


def _session(events: tuple[ImmunizationEvent, ...], course: CourseStanding) -> str | None:
    """Where the course's newest dose was given; None where it was not in a session of ours."""
    for event in reversed(events):
        same = event.lot.vaccine_id == course.vaccine and event.occurred_at.date() == course.last
        if same and event.status is ImmunizationStatus.COMPLETED:
            return event.session
    return None
