"""The verb: what is known here of a person's vaccinations, from where, and as of when; and what
the hub wrote to them.

Doses from everywhere meet here and nowhere else: whoever shows or judges a history asks for this.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import TypeAlias

from fieldapp.domain.immunization import (
    DoseSource,
    Evidence,
    ImmunizationEvent,
    ImmunizationStatus,
    VaccineLot,
)
from fieldapp.domain.message import MessagesKnown, SentMessage
from fieldapp.journal import doses, hub_link, leases
from fieldapp.journal.journal import Journal
from fieldapp.journal.roster import find
from fieldapp.journal.roster.find import RosterEntry
from fieldapp.journal.roster.own import entries_of
from fieldapp.wire.chain import REF_BYTES
from fieldapp.wire.dates import from_day
from fieldapp.wire.roster_people import ACCEPTED, REPEAT, RosterDose

_NOON = time(12)
_COUNTS: Mapping[str, bool] = {ACCEPTED: True, REPEAT: False}
_Same: TypeAlias = tuple[date, str]
"""The day and the product: the same dose, whoever tells it."""


class Source(StrEnum):
    """Where a dose is known from."""

    OWN = "own"  # recorded by this team
    TOLD = "told"  # written down here from the person's word, or from a register looked up by phone
    CARD = "card"  # read here from a card or certificate
    ROSTER = "roster"  # pulled from the hub
    REGISTRY = "registry"  # the pocket registry of everybody


@dataclass(frozen=True, slots=True)
class Origin:
    """A source, and the moment up to which it speaks; later doses it cannot know."""

    source: Source
    as_of: datetime


@dataclass(frozen=True, slots=True)
class History:
    """Doses and reasoned *not given* of one person, oldest first.

    `origins` says of every dose, by its event id, where it is known from. `known` has one origin a
    source, the newest first; empty means *unknown here*, never *no doses*. `known_as_of` is when
    the hub was last reached; None when this laptop knows only what it recorded itself. `undated`
    counts earlier doses that a source tells of without their day; `findings` are codes of what the
    hub found about this person and a person must decide. `locked_since`: when the lease of the
    roster ended, if it has. `messages`: what the roster tells of messages; None where nothing is
    known here.
    """

    events: tuple[ImmunizationEvent, ...]
    known_as_of: datetime | None
    origins: Mapping[bytes, Origin] = field(default_factory=dict)
    known: tuple[Origin, ...] = ()
    undated: int = 0
    findings: tuple[str, ...] = ()
    locked_since: datetime | None = None
    messages: MessagesKnown | None = None


def known_history(journal: Journal, client_id: bytes) -> History:
    """All that is known, people linked to this one included; `client_id` may be the roster's."""
    own = doses.of_client(journal, client_id)
    origins = {event.event_id: _origin(event) for event in own}
    entries = _entries(journal, client_id)
    told = [_told_by_roster(entry, own) for entry in entries]
    events = [*_as_decided(own, told), *(event for one in told for event in one.events)]
    for one in told:
        origins |= dict.fromkeys((event.event_id for event in one.events), one.origin)
    return History(
        tuple(sorted(events, key=lambda event: event.occurred_at)),
        hub_link.last_contact(journal),
        origins,
        _newest_of_each([*origins.values(), *(one.origin for one in told)]),
        locked_since=_locked_since(journal),
        findings=tuple(dict.fromkeys(finding for one in told for finding in one.findings)),
        messages=_messages(entries),
    )


def _locked_since(journal: Journal) -> datetime | None:
    lease = leases.state(journal)
    return lease.until if lease.ended else None


def _messages(entries: Sequence[RosterEntry]) -> MessagesKnown | None:
    """All that these entries of one person tell of messages."""
    telling = [entry for entry in entries if entry.tells_messages]
    if not telling:
        return None
    sent = {
        SentMessage(one.course, one.dose, one.kind, from_day(one.day) or date.min, one.fate)
        for entry in telling
        for one in entry.person.messages.sent
    }
    return MessagesKnown(
        as_of=max(entry.as_of for entry in telling),
        sent=tuple(sorted(sent, key=lambda one: (one.day, one.kind, one.fate))),
        opted_out=any(entry.person.messages.none_wanted for entry in telling),
    )


def _entries(journal: Journal, client_id: bytes) -> list[RosterEntry]:
    if len(client_id) == REF_BYTES:
        return find.by_refs(journal, [client_id])
    return entries_of(journal, client_id)


@dataclass(frozen=True, slots=True)
class _Told:
    """What an entry of the roster adds: doses not known here, what the hub found, and of which
    doses a supervisor decided whether they count."""

    origin: Origin
    events: tuple[ImmunizationEvent, ...]
    findings: tuple[str, ...]
    decided: Mapping[_Same, bool]


def _told_by_roster(entry: RosterEntry, own: Sequence[ImmunizationEvent]) -> _Told:
    origin = Origin(Source.ROSTER, entry.as_of)
    known = Counter(
        _same(event) for event in own if event.status is not ImmunizationStatus.NOT_DONE
    )
    events = []
    for number, dose in enumerate(entry.person.doses):
        same = from_day(dose.day) or date.min, dose.vaccine
        if known[same]:
            known[same] -= 1
        else:
            events.append(_event(entry, number, dose))
    marks = [dose.mark for dose in entry.person.doses]
    findings = tuple(found for found in (entry.person.contest, *marks) if found)
    decided = {
        (from_day(dose.day) or date.min, dose.vaccine): _COUNTS[dose.mark]
        for dose in entry.person.doses
        if dose.mark in _COUNTS
    }
    return _Told(origin, tuple(events), findings, decided)


def _same(event: ImmunizationEvent) -> _Same:
    return event.occurred_at.date(), event.lot.vaccine_id


def _as_decided(
    own: Sequence[ImmunizationEvent], told: Sequence[_Told]
) -> Sequence[ImmunizationEvent]:
    """The doses of this journal, with what the roster tells of decisions about them."""
    decided = {same: counts for one in told for same, counts in one.decided.items()}
    return [replace(event, counts=decided.get(_same(event))) if decided else event for event in own]


def _event(entry: RosterEntry, number: int, dose: RosterDose) -> ImmunizationEvent:
    """A dose of the roster, as a dose that others gave. Its hour is not known: noon."""
    said = f"{entry.person.ref.hex()}/{number}/{dose.day}/{dose.vaccine}"
    given_on = from_day(dose.day) or date.min
    return ImmunizationEvent(
        event_id=hashlib.sha256(said.encode()).digest(),
        client_id=entry.person.ref,
        status=ImmunizationStatus.COMPLETED,
        lot=VaccineLot(dose.vaccine, dose.lot),
        occurred_at=datetime.combine(given_on, _NOON, UTC),
        recorded_at=entry.as_of,
        recorded_by=dose.team,
        source=DoseSource.ELSEWHERE,
        evidence=Evidence.REGISTER.value,
        place=dose.team or None,
        counts=_COUNTS.get(dose.mark),
    )


def _origin(event: ImmunizationEvent) -> Origin:
    """Where a dose of this journal is known from; what others gave is known since it was written
    down here."""
    if event.source is not DoseSource.ELSEWHERE:
        return Origin(Source.OWN, event.recorded_at)
    on_paper = event.evidence in (Evidence.CARD, Evidence.CERTIFICATE)
    return Origin(Source.CARD if on_paper else Source.TOLD, event.recorded_at)


def _newest_of_each(origins: Iterable[Origin]) -> tuple[Origin, ...]:
    newest: dict[Source, Origin] = {}
    for origin in sorted(origins, key=lambda origin: origin.as_of):
        newest[origin.source] = origin
    return tuple(sorted(newest.values(), key=lambda origin: origin.as_of, reverse=True))
