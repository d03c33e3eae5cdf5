"""The verb: what may be done for the person at the desk, with all that the answer rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from fieldapp.actions.fee_rules import load_fee_rule
from fieldapp.actions.find_client import History, history_of
from fieldapp.actions.moments import site_today
from fieldapp.actions.practice import Practice as Practice
from fieldapp.actions.watch_board import watched_until
from fieldapp.domain.adverse_event import AdverseEvent, conditions_after
from fieldapp.domain.client import Client, ClientDetails
from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.fees import FeeDue, fee_due
from fieldapp.domain.schedule.advice import Advice, Person, advise
from fieldapp.domain.schedule.history import doses_given
from fieldapp.journal import clients, reactions, vials
from fieldapp.journal.journal import Journal
from fieldapp.journal.sightings import Sighting, sighting_of_client
from fieldapp.journal.vials import Vial


class ClientGone(FieldAppError):
    """The journal does not hold this person."""

    happened = "This person is not in this laptop's records."
    safe = "Nothing was changed."
    next_step = "Scan the person's document again."


@dataclass(frozen=True, slots=True)
class Consultation:
    """The person, what is known of them, the vial in use for them, and the advice.

    `reactions` to earlier doses, oldest first, withdrawn reports left out. `fee`: what a dose from
    this vial costs; None without a vial, and where the programme takes no fees. `seen`: what
    another lane gave today, to them or to somebody like them; no rule knows of it, so nothing is
    given before somebody asked. `watched_until`: while the person waits after a dose of today.
    """

    client: Client
    history: History
    vial: Vial | None
    advice: Advice
    reactions: tuple[AdverseEvent, ...] = ()
    fee: FeeDue | None = None
    seen: Sighting | None = None
    watched_until: datetime | None = None

    @property
    def may_record(self) -> bool:
        """Whether a dose can be recorded without a reason and a name for it."""
        return self.advice.may_record and self.vial is not None and self.seen is None


def consult(practice: Practice, client_id: bytes, answers: Mapping[str, bool]) -> Consultation:
    """Look everything up and advise. Reads only. Raises ClientGone."""
    client = clients.get(practice.journal, client_id)
    if client is None:
        raise ClientGone()
    history = history_of(practice.journal, client_id)
    vial = vial_in_use(practice.journal)
    details, today = client.details, site_today(practice.clock)
    told = reactions.of_client(practice.journal, client_id)
    advice = advise(
        practice.programme,
        practice.catalogue,
        Person(
            details.birth_date,
            doses_given(history.events),
            details.sex,
            after_doses=conditions_after(told, practice.aefi),
        ),
        questions=practice.questions,
        answers=answers,
        today=today,
        visit_product=vial.lot.vaccine_id if vial else None,
    )
    standing = tuple(event for event in told if event.withdrawn is None)
    fee = _fee(practice, details, vial)
    seen = sighting_of_client(practice.journal, client_id, today)
    until = watched_until(practice, client_id)
    return Consultation(client, history, vial, advice, standing, fee, seen, until)


def _fee(practice: Practice, details: ClientDetails, vial: Vial | None) -> FeeDue | None:
    rule = load_fee_rule(practice.programme.id)
    vaccine = practice.catalogue.get(vial.lot.vaccine_id) if vial else None
    return None if rule is None or vaccine is None else fee_due(rule, details, vaccine)


def vial_in_use(journal: Journal) -> Vial | None:
    """The vial opened last that still holds a dose."""
    left = [vial for vial in vials.in_use(journal) if vial.doses_left > 0]
    return max(left, key=lambda vial: vial.opened_at, default=None)
