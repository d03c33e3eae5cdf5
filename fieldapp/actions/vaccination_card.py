"""The verb: make a person's vaccination card from what is known here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone

from fieldapp.actions.card.issue import SignedCard, signed_card
from fieldapp.actions.consult import ClientGone, Practice
from fieldapp.actions.known_client import known_client
from fieldapp.actions.known_history import History, known_history
from fieldapp.actions.moments import site_today
from fieldapp.domain.client import Client
from fieldapp.domain.clock import Clock
from fieldapp.domain.documents.masking import mask
from fieldapp.domain.dose_numbers import dose_numbers
from fieldapp.domain.immunization import DoseSource, ImmunizationEvent, ImmunizationStatus
from fieldapp.domain.schedule.advice import Advice, Person, advise
from fieldapp.domain.schedule.history import doses_given
from fieldapp.journal import staff
from fieldapp.journal.hub_link import NotEnrolled
from fieldapp.reports.vaccination_card import CardDose, NextDose, VaccinationCard


def vaccination_card(practice: Practice, client_id: bytes) -> VaccinationCard:
    """Every dose that stands, oldest first, and what is due next, signed where a hub vouches for
    this laptop. Raises ClientGone."""
    journal, clock = practice.journal, practice.clock
    client = known_client(journal, client_id)
    if client is None:
        raise ClientGone()
    history = known_history(journal, client.client_id)
    details, courses = client.details, list(_courses(practice, client, history))
    due = [_next_dose(advice) for advice in courses]
    signed = _signed(practice, client.client_id)
    return VaccinationCard(
        name=details.name,
        document=mask(details.documents[0]) if details.documents else "",
        birth_date=details.birth_date,
        doses=tuple(_doses(practice, history)),
        team=journal.team.name,
        issued_at=_at_site(clock, clock.now()),
        next_doses=tuple(dose for dose in due if dose is not None),
        complete=bool(courses) and all(advice.forecast.complete for advice in courses),
        known_as_of=_at_site(clock, history.known_as_of) if history.known_as_of else None,
        birth_known_to=details.birth_known_to,
        signed=signed.text,
        left_out=signed.left_out,
        language=details.language or "",
    )


def _signed(practice: Practice, client_id: bytes) -> SignedCard:
    """A laptop that joined no hub prints a card all the same: its code is plain text."""
    try:
        return signed_card(practice, client_id)
    except NotEnrolled:
        return SignedCard("")


def _doses(practice: Practice, history: History) -> Iterator[CardDose]:
    names = {user.login: user.name for user in staff.all_staff(practice.journal)}
    numbers = dose_numbers(history.events, practice.catalogue)
    for event in _standing(history):
        elsewhere = event.source is DoseSource.ELSEWHERE
        giver = event.vaccinator or event.recorded_by
        yield CardDose(
            number=numbers[event.event_id],
            vaccine=event.lot.vaccine_id,
            lot=event.lot.lot_number,
            given_on=event.occurred_at.date(),
            site=event.site.value if event.site else "",
            given_by=(event.place or "") if elsewhere else names.get(giver, giver),
            elsewhere=elsewhere,
            evidence=event.evidence or "",
        )


def _standing(history: History) -> list[ImmunizationEvent]:
    return [e for e in history.events if e.status is ImmunizationStatus.COMPLETED]


def _courses(practice: Practice, client: Client, history: History) -> Iterator[Advice]:
    """What the programme says about each course begun, the newest first."""
    details, given = client.details, doses_given(history.events)
    left = list(given)
    while left:
        advice = advise(
            practice.programme,
            practice.catalogue,
            Person(
                details.birth_date, given, details.sex, latest_birth_date=details.latest_birth_date
            ),
            questions=(),
            answers={},
            today=site_today(practice.clock),
            product=left[-1].vaccine_id,
        )
        yield advice
        left = [dose for dose in left[:-1] if dose not in advice.history]


def _next_dose(advice: Advice) -> NextDose | None:
    answer = advice.forecast
    day = answer.due or answer.earliest
    if answer.complete or answer.dose_number is None or day is None:
        return None
    return NextDose(advice.product, answer.dose_number, day)


def _at_site(clock: Clock, moment: datetime) -> datetime:
    return moment.astimezone(timezone(timedelta(minutes=clock.utc_offset_min())))
