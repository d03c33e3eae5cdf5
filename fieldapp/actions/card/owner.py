"""The verb: whose card is this? A card names a person by name and birth date, by no document."""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.actions.find_client import find_clients
from fieldapp.domain.birth_date import Precision, last_birth_date
from fieldapp.domain.client import Client
from fieldapp.domain.scan import Scan
from fieldapp.journal import clients
from fieldapp.journal.journal import Journal
from fieldapp.journal.name_terms import same_name
from fieldapp.wire.health_card import HealthCard


@dataclass(frozen=True, slots=True)
class Owners:
    """Everybody who may be meant. `sure`: it is one person, or the one at the desk."""

    people: tuple[Client, ...]
    sure: bool


def owners_of(journal: Journal, card: HealthCard, at_desk: bytes | None = None) -> Owners:
    """Whoever has this name, or one that sounds or looks like it, and this birth date.

    The one at the desk, whose document was seen, comes before all others.
    """
    first, known_to = card.birth_date, card.birth_known_to
    latest = None if first is None else last_birth_date(first, known_to)
    own = tuple(clients.lookalikes(journal, card.name, first, latest))
    people = (*own, *_of_the_roster(journal, card))
    here = tuple(one for one in people if at_desk and _is(journal, one, at_desk))
    if here and agrees(here[0], card):
        return Owners(here, sure=True)
    return Owners(people, sure=len(people) == 1 and agrees(people[0], card))


def agrees(client: Client, card: HealthCard) -> bool:
    """Whether name and birth date, known to the day, are those on the card."""
    details = client.details
    to_the_day = card.birth_date is not None and card.birth_known_to is Precision.DAY
    return to_the_day and details.born == card.born and same_name(details.name, card.name)


def _of_the_roster(journal: Journal, card: HealthCard) -> list[Client]:
    """Whoever the roster knows by this name and birth date, and nobody here does."""
    named = Scan("name", card.name, True, {}, None)
    found = [one for one in find_clients(journal, named) if agrees(one, card)]
    return [one for one in found if clients.get(journal, one.client_id) is None]


def _is(journal: Journal, client: Client, other: bytes) -> bool:
    if client.client_id == other:
        return True
    return any(one.client_id == other for one in clients.linked(journal, client.client_id))
