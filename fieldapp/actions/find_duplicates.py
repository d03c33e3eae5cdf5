"""The verb: who is in the journal already and may be the person about to be registered?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from fieldapp.domain.client import Client, ClientDetails
from fieldapp.journal import clients, links
from fieldapp.journal.journal import Journal
from fieldapp.journal.name_terms import same_name


class Likeness(StrEnum):
    """How somebody is like the person in question, the surest first."""

    SAME_DOCUMENT = "same-document"
    CONTEST = "contest"  # the same document under another name: ask, never merge
    LOOKS_ALIKE = "looks-alike"  # a name that looks or sounds the same, and the birth date
    SAME_PHONE = "same-phone"


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Somebody who may be the same person, and why."""

    client: Client
    likeness: Likeness


def duplicates_of(journal: Journal, details: ClientDetails) -> list[Duplicate]:
    """Everybody who may be this person, the surest first, each once."""
    found = [
        Duplicate(client, _of_document(client, details.name))
        for document in details.documents
        for client in clients.by_document(journal, document)
    ]
    born = details.birth_date, details.latest_birth_date
    alike = clients.lookalikes(journal, details.name, *born) if details.name else []
    found += [Duplicate(client, Likeness.LOOKS_ALIKE) for client in alike]
    shared = clients.by_phone(journal, details.phone) if details.phone else []
    found += [Duplicate(client, Likeness.SAME_PHONE) for client in shared]
    first: dict[bytes, Duplicate] = {}
    for one in sorted(found, key=lambda duplicate: list(Likeness).index(duplicate.likeness)):
        first.setdefault(one.client.client_id, one)
    return list(first.values())


def unsettled(journal: Journal, client: Client) -> list[Duplicate]:
    """Who may be the same as this registered person while nobody has decided it.

    A shared phone is no doubt: families share them.
    """
    own = {one.client_id for one in clients.linked(journal, client.client_id)}
    return [
        one
        for one in duplicates_of(journal, client.details)
        if one.client.client_id not in own
        and one.likeness is not Likeness.SAME_PHONE
        and links.told_apart(journal, client.client_id, one.client.client_id) is None
    ]


def _of_document(client: Client, name: str) -> Likeness:
    agrees = not name or same_name(client.details.name, name)
    return Likeness.SAME_DOCUMENT if agrees else Likeness.CONTEST
