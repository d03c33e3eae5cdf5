"""The verbs: write down what came of a call, take it back, note how somebody will be reached."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from fieldapp.actions.amend_client import amend_client
from fieldapp.actions.calls.rules import load_call_rules
from fieldapp.actions.consult import ClientGone
from fieldapp.actions.moments import site_today
from fieldapp.actions.record_elsewhere import ElsewhereDose, record_elsewhere
from fieldapp.domain.call import Outcome, Wishes, next_try, tries_of
from fieldapp.domain.clock import Clock
from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.immunization import Evidence
from fieldapp.journal import calls, clients
from fieldapp.journal.journal import Journal
from fieldapp.wire.dates import to_day
from fieldapp.wire.facts import CallMade, CallWithdrawn, ContactWished, DoseVoided, Fact

REFUSALS = (
    "fears-reaction",
    "had-reaction",
    "ill-now",
    "no-time",
    "too-far",
    "family-against",
    "sees-no-need",
    "no-reason",
    "other",
)
WITHDRAWALS = ("wrong-person", "wrong-outcome", "twice", "other")


class DayOver(FieldAppError):
    """A day that should lie ahead does not."""

    happened = "This day is over."
    safe = "Nothing was recorded, and the form is kept as it is."
    next_step = "Enter a day from today on."


class NothingToTakeBack(FieldAppError):
    """The call is not in this journal, or was struck through before."""

    happened = "This call is not here any more, or is already struck through."
    safe = "Nothing was changed."
    next_step = "Look at the person's calls again."


@dataclass(frozen=True, slots=True)
class CallNote:
    """What came of a call about the dose of number `dose` after one of `vaccine`.

    `day`: when they will come, or when they had it elsewhere (None: they do not know, then nothing
    counts as given). `product`: what they had, `place` where. `again`: when to try next; with
    `usual_again` the rules say it.
    """

    client_id: bytes
    vaccine: str
    dose: int | None
    outcome: Outcome
    day: date | None = None
    again: date | None = None
    usual_again: bool = False
    reason: str | None = None
    note: str | None = None
    product: str | None = None
    place: str | None = None
    wishes: Wishes | None = None


def record_call(journal: Journal, note: CallNote, *, clock: Clock, user: str) -> bytes:
    """Record it with all that follows: the dose they told of, their wish for no calls. Returns the
    call's event id. Raises ClientGone, DayOver, DayImpossible, KnownAlready."""
    today = site_today(clock)
    with journal.transaction():
        client = clients.get(journal, note.client_id)
        if client is None:
            raise ClientGone()
        _require_ahead(note, today)
        told = _told_dose(journal, note, clock, user)
        fact = CallMade(
            client=journal.ref(note.client_id),
            vaccine=note.vaccine,
            dose=note.dose,
            outcome=note.outcome.value,
            day=to_day(note.day),
            again_day=to_day(_again(journal, note, today)),
            reason=note.reason or None,
            note=note.note or None,
            phone=_phone(journal, note.client_id),
            told=None if told is None else journal.ref(told),
        )
        facts: list[Fact] = [fact]
        if note.wishes is not None:
            facts.append(_wish(journal, note.client_id, note.wishes))
        recorded = journal.append(facts, user=user)
    return recorded[0].event_id


def withdraw_call(journal: Journal, call_id: bytes, reason: str, *, user: str) -> None:
    """Strike a call through, and the dose that was written down from it; a wish for no calls that
    came with it is over, too. `reason` is one of WITHDRAWALS. Raises NothingToTakeBack."""
    with journal.transaction():
        call = calls.get(journal, call_id)
        if call is None or call.withdrawn is not None:
            raise NothingToTakeBack()
        facts: list[Fact] = [CallWithdrawn(journal.ref(call_id), reason)]
        dose = calls.told_dose(journal, call_id)
        if dose is not None:
            facts.append(DoseVoided(journal.ref(dose), "not-given-after-all"))
        if call.outcome == Outcome.OPTED_OUT:
            facts.append(_wish(journal, call.client_id, Wishes()))
        journal.append(facts, user=user)


def change_phone(journal: Journal, client_id: bytes, phone: str, *, user: str) -> None:
    """Another number to call. Raises ClientGone, NothingChanged."""
    client = clients.get(journal, client_id)
    if client is None:
        raise ClientGone()
    corrected = replace(client.details, phone=phone)
    amend_client(journal, client_id, corrected, "changed", user=user)


def _wish(journal: Journal, client_id: bytes, wishes: Wishes) -> ContactWished:
    return ContactWished(journal.ref(client_id), wishes.calls, wishes.messages)


def _require_ahead(note: CallNote, today: date) -> None:
    promised = note.day if note.outcome is Outcome.WILL_COME else None
    if any(day is not None and day < today for day in (promised, note.again)):
        raise DayOver()


def _told_dose(journal: Journal, note: CallNote, clock: Clock, user: str) -> bytes | None:
    """The dose that they had elsewhere, on their word; none without a day."""
    if note.outcome is not Outcome.ELSEWHERE or note.day is None:
        return None
    dose = ElsewhereDose(
        client_id=note.client_id,
        vaccine_id=note.product or note.vaccine,
        day=note.day,
        evidence=Evidence.TOLD,
        place=note.place,
    )
    return record_elsewhere(journal, dose, clock=clock, user=user)


def _again(journal: Journal, note: CallNote, today: date) -> date | None:
    if not note.usual_again:
        return note.again
    before = calls.of_client(journal, note.client_id)
    return next_try(note.outcome, tries_of(before, note.dose) + 1, today, load_call_rules())


def _phone(journal: Journal, client_id: bytes) -> str | None:
    phones = [one.details.phone for one in clients.linked(journal, client_id)]
    return next((phone for phone in reversed(phones) if phone), None)
