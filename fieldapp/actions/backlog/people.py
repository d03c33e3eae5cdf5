"""Who the rows of a backlog speak of: people already in the journal, and those to register.

Two rows are one person when they show the same document under the same name, or, without a
document, the same name, birth date and phone. The same document under another name is a second
person: people decide later, never this program.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

from fieldapp.actions.backlog.row import BacklogRow
from fieldapp.domain.client import ClientDetails
from fieldapp.domain.immunization import ImmunizationEvent
from fieldapp.journal import clients, doses
from fieldapp.journal.journal import Journal
from fieldapp.wire.client_codec import to_fact
from fieldapp.wire.facts import Ref


class People:
    """The people of one import, by who they are; looks each one up in the journal once."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._ids: dict[Hashable, bytes] = {}

    @property
    def met(self) -> int:
        """How many different people the rows spoke of so far."""
        return len(self._ids)

    def count(self, rows: Iterable[BacklogRow]) -> int:
        """How many different people these rows speak of."""
        return len({identity(row.client) for row in rows})

    def who(self, row: BacklogRow) -> Hashable:
        """What two rows about the same person have in common."""
        return identity(row.client)

    def history(self, row: BacklogRow) -> Sequence[ImmunizationEvent]:
        """What the journal holds of the row's person; () for somebody it does not know."""
        known = self.client_id(row.client)
        return doses.of_client(self._journal, known) if known else ()

    def client_id(self, details: ClientDetails) -> bytes | None:
        """The journal's id of this person, if the journal knows them."""
        who = identity(details)
        if who not in self._ids:
            found = self._find(details)
            if found is None:
                return None
            self._ids[who] = found
        return self._ids[who]

    def ref(self, details: ClientDetails) -> Ref:
        """A reference to a person that is in the journal by now."""
        return self._journal.ref(self._ids[identity(details)])

    def register_new(self, rows: Sequence[BacklogRow], user: str) -> None:
        """Register those of these rows' people whom the journal does not know."""
        new: dict[Hashable, ClientDetails] = {}
        for row in rows:
            if self.client_id(row.client) is None:
                new.setdefault(identity(row.client), row.client)
        recorded = self._journal.append([to_fact(d) for d in new.values()], user=user)
        for who, entry in zip(new, recorded, strict=True):
            self._ids[who] = entry.event_id

    def _find(self, details: ClientDetails) -> bytes | None:
        who = identity(details)
        candidates = (
            clients.by_document(self._journal, details.documents[0])
            if details.documents
            else clients.by_name(self._journal, details.name)
        )
        for client in candidates:
            if identity(client.details) == who:
                return client.client_id
        return None


def identity(details: ClientDetails) -> Hashable:
    """What makes two rows speak of the same person."""
    name = "".join(details.name.split()).casefold()
    if details.documents:
        return (details.documents[0], name)
    return (name, details.birth_date, details.phone)
