"""The verb: what is known here of a person's vaccinations, from where, and as of when.

Doses from everywhere meet here and nowhere else: whoever shows or judges a history asks for this.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from fieldapp.domain.immunization import DoseSource, Evidence, ImmunizationEvent
from fieldapp.journal import doses, hub_link
from fieldapp.journal.journal import Journal


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
    counts earlier doses that a source tells of without their day.
    """

    events: tuple[ImmunizationEvent, ...]
    known_as_of: datetime | None
    origins: Mapping[bytes, Origin] = field(default_factory=dict)
    known: tuple[Origin, ...] = ()
    undated: int = 0


def known_history(journal: Journal, client_id: bytes) -> History:
    """All that is known, people linked to this one included."""
    events = sorted(doses.of_client(journal, client_id), key=lambda event: event.occurred_at)
    origins = {event.event_id: _origin(event) for event in events}
    known = _newest_of_each(origins.values())
    return History(tuple(events), hub_link.last_contact(journal), origins, known)


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
