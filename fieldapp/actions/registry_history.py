"""The verb: what the pocket registry says of a person, beside what is known otherwise.

Asked at the desk alone, once a document while the journal is open: a question is slow on purpose.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from weakref import WeakKeyDictionary

from fieldapp.actions.known_history import History, Origin, Source
from fieldapp.domain.client import Client, Document
from fieldapp.domain.immunization import (
    DoseSource,
    Evidence,
    ImmunizationEvent,
    ImmunizationStatus,
    VaccineLot,
)
from fieldapp.journal import leases
from fieldapp.journal.journal import Journal
from fieldapp.journal.registry import Kept, kept
from fieldapp.wire.dates import from_wall
from fieldapp.wire.errors import WireError
from fieldapp.wire.registry.entry import Holding
from fieldapp.wire.registry.key import key_id

_SAME_DOSE = timedelta(days=1)
"""Days of one dose in two sources differ by no more: a site east of another, or past midnight."""
_LENT = "registry"


@dataclass(frozen=True, slots=True)
class Said:
    """The registry's answer. No holdings: it knows of no dose up to `as_of`."""

    as_of: datetime
    holdings: tuple[Holding, ...]


_Question = tuple[int, tuple[Document, ...]]
_asked: WeakKeyDictionary[Journal, dict[_Question, Said]] = WeakKeyDictionary()


def ask_registry(journal: Journal, client: Client) -> Said | None:
    """What the registry says; None when it cannot be asked: no file, no lease, no document."""
    here, documents = kept(journal), client.details.documents
    if here is None or not documents:
        return None
    secret = _secret_for(journal, here)
    if secret is None:
        return None
    known = _asked.setdefault(journal, {})
    question = here.head.edition, documents
    if question not in known:
        said = _ask(here, secret, documents)
        if said is None:
            return None
        known[question] = said
    return known[question]


def _secret_for(journal: Journal, here: Kept) -> bytes | None:
    lent = leases.key_named(journal, _LENT)
    return lent[1] if lent is not None and key_id(lent[1]) == here.head.key_id else None


def _ask(here: Kept, secret: bytes, documents: Sequence[Document]) -> Said | None:
    try:
        return Said(from_wall(here.head.as_of), tuple(here.look_up(secret, documents)))
    except (OSError, WireError):
        return None  # taken out, or rotten: as if it were not here


def with_registry(history: History, client_id: bytes, said: Said | None) -> History:
    """A history with the doses that only the registry knows of."""
    if said is None:
        return history
    origin = Origin(Source.REGISTRY, said.as_of)
    fresh = [event for one in said.holdings for event in _unknown(history, client_id, one)]
    events = sorted([*history.events, *fresh], key=lambda event: event.occurred_at)
    return replace(
        history,
        events=tuple(events),
        origins={**history.origins, **{event.event_id: origin for event in fresh}},
        known=tuple(sorted((*history.known, origin), key=lambda one: one.as_of, reverse=True)),
        undated=history.undated + sum(_undated(history, one) for one in said.holdings),
    )


def _unknown(history: History, client_id: bytes, holding: Holding) -> Iterator[ImmunizationEvent]:
    for day in filter(None, (holding.before, holding.last)):
        if not any(abs(known - day) <= _SAME_DOSE for known in _days_of(history, holding)):
            yield _event(client_id, holding.product, day)


def _undated(history: History, holding: Holding) -> int:
    """How many doses it counts beyond those whose days are known, here or there."""
    told = [day for day in (holding.before, holding.last) if day is not None]
    other = [
        day
        for day in _days_of(history, holding)
        if all(abs(day - one) > _SAME_DOSE for one in told)
    ]
    return max(0, holding.doses - len(told) - len(other))


def _days_of(history: History, holding: Holding) -> list[date]:
    return [
        event.occurred_at.date()
        for event in history.events
        if event.lot.vaccine_id == holding.product and event.status is ImmunizationStatus.COMPLETED
    ]


def _event(client_id: bytes, product: str, day: date) -> ImmunizationEvent:
    named = b"registry" + client_id + product.encode() + day.isoformat().encode()
    noon = datetime.combine(day, time(12), UTC)
    return ImmunizationEvent(
        event_id=hashlib.sha256(named).digest(),
        client_id=client_id,
        status=ImmunizationStatus.COMPLETED,
        lot=VaccineLot(product, ""),
        occurred_at=noon,
        recorded_at=noon,
        recorded_by="",
        source=DoseSource.ELSEWHERE,
        evidence=Evidence.REGISTER,
    )
