"""The verb: what may be done for the person at the desk, with all that the answer rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from fieldapp.actions.booked import Booked, booked_by_documents, session_here, was_here
from fieldapp.actions.fee_rules import load_fee_rule
from fieldapp.actions.find_duplicates import Duplicate, unsettled
from fieldapp.actions.known_client import known_client
from fieldapp.actions.known_history import History, known_history
from fieldapp.actions.moments import site_today
from fieldapp.actions.practice import Practice as Practice
from fieldapp.actions.registry_history import ask_registry, with_registry
from fieldapp.actions.watch_board import watched_until
from fieldapp.domain.adverse_event import AdverseEvent, conditions_after
from fieldapp.domain.booking import Timing
from fieldapp.domain.client import Client, ClientDetails
from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.fees import FeeDue, FeeKind, fee_due
from fieldapp.domain.schedule.advice import Advice, Person, advise
from fieldapp.domain.schedule.history import doses_given
from fieldapp.domain.vial_advice import VialDoubt, doubts_about
from fieldapp.journal import corrections, lots, reactions, vials
from fieldapp.journal.attended import attended
from fieldapp.journal.journal import Journal
from fieldapp.journal.lots import LotDecision
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
    `doubts` speak against the vial in use. `unsettled`: who may be the same person, while nobody
    has decided it. `amended` are the ids of the records of the history that were corrected.
    `recall`: who recalled the lot of the vial in use. `booked`: the seat that they booked;
    `booking_day`: people have booked for today at this place, so that who has not is a walk-in.
    """

    client: Client
    history: History
    vial: Vial | None
    advice: Advice
    reactions: tuple[AdverseEvent, ...] = ()
    fee: FeeDue | None = None
    seen: Sighting | None = None
    watched_until: datetime | None = None
    doubts: tuple[VialDoubt, ...] = ()
    unsettled: tuple[Duplicate, ...] = ()
    amended: frozenset[bytes] = frozenset()
    recall: LotDecision | None = None
    booked: Booked | None = None
    booking_day: bool = False

    @property
    def fee_unasked(self) -> bool:
        """Whether it must be asked first what the dose costs this person."""
        return self.fee is not None and self.fee.kind is FeeKind.ASK

    @property
    def may_record(self) -> bool:
        """Whether a dose can be recorded without a reason and a name for it."""
        advised = self.advice.may_record and self.seen is None
        return advised and self.vial is not None and not self.doubts


def consult(
    practice: Practice,
    client_id: bytes,
    answers: Mapping[str, bool],
    vial_id: bytes | None = None,
) -> Consultation:
    """Look everything up and advise. Reads only. Raises ClientGone.

    `vial_id` is the vial in hand; without one, or once it is empty, the one opened last.
    """
    client = known_client(practice.journal, client_id)
    if client is None:
        raise ClientGone()
    client_id = client.client_id
    said = ask_registry(practice.journal, client)
    history = with_registry(known_history(practice.journal, client_id), client_id, said)
    vial = vial_in_use(practice.journal, vial_id)
    details, today = client.details, site_today(practice.clock)
    seen = sighting_of_client(practice.journal, client_id, today)
    told = reactions.of_client(practice.journal, client_id)
    advice = advise(
        practice.programme,
        practice.catalogue,
        _person(practice, details, history, told),
        questions=practice.questions,
        answers=answers,
        today=today,
        visit_product=vial.lot.vaccine_id if vial else None,
    )
    standing = tuple(event for event in told if event.withdrawn is None)
    return Consultation(
        client,
        history,
        vial,
        advice,
        standing,
        _fee(practice, details, vial),
        seen,
        watched_until(practice, client_id),
        () if vial is None else doubts_of(practice, vial),
        tuple(unsettled(practice.journal, client)),
        corrections.amended_of(practice.journal, client_id),
        None if vial is None else recall_of(practice.journal, vial),
        _booked(practice.journal, details, history, seen, today),
        session_here(practice.journal) is not None,
    )


def _person(
    practice: Practice, details: ClientDetails, history: History, told: Sequence[AdverseEvent]
) -> Person:
    """Who is to be advised, as far as the rules ask."""
    return Person(
        details.birth_date,
        doses_given(history.events),
        details.sex,
        after_doses=conditions_after(told, practice.aefi),
        latest_birth_date=details.latest_birth_date,
    )


def _booked(
    journal: Journal,
    details: ClientDetails,
    history: History,
    seen: Sighting | None,
    today: date,
) -> Booked | None:
    """Whoever had something written down of them today came."""
    found = booked_by_documents(journal, details.documents)
    if found is None or found.timing is Timing.OTHER_DAY:
        return found
    noted = attended(journal, found.session.no).get(found.seat.code, False)
    return replace(found, came=noted or was_here(history, seen, today))


def _fee(practice: Practice, details: ClientDetails, vial: Vial | None) -> FeeDue | None:
    rule = load_fee_rule(practice.programme.id)
    vaccine = practice.catalogue.get(vial.lot.vaccine_id) if vial else None
    return None if rule is None or vaccine is None else fee_due(rule, details, vaccine)


def vial_in_use(journal: Journal, in_hand: bytes | None = None) -> Vial | None:
    """The vial in hand while it holds a dose; otherwise the one opened last that does."""
    left = [vial for vial in vials.in_use(journal) if vial.doses_left > 0]
    newest = max(left, key=lambda vial: vial.opened_at, default=None)
    return next((vial for vial in left if vial.vial_id == in_hand), newest)


def recall_of(journal: Journal, vial: Vial) -> LotDecision | None:
    """Who recalled the lot of this vial, if anybody did."""
    return lots.recall_of(journal, vial.lot.vaccine_id, vial.lot.lot_number)


def doubts_of(practice: Practice, vial: Vial) -> tuple[VialDoubt, ...]:
    """What speaks against using this vial now."""
    lot = vial.lot
    said = lots.lot_state(practice.journal, lot.vaccine_id, lot.lot_number)
    return doubts_about(
        lot,
        practice.catalogue.get(lot.vaccine_id),
        vial.opened_at,
        practice.clock.now(),
        site_today(practice.clock),
        None if said is None else VialDoubt(said.value),
    )
