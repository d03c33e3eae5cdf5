"""Who the rows of a workbook speak of, and what they had before as far as is known here."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import Protocol

from fieldapp.actions.backlog.people import identity
from fieldapp.actions.backlog.row import BacklogRow
from fieldapp.actions.known_client import known_client
from fieldapp.actions.known_history import known_history
from fieldapp.domain.client import Client
from fieldapp.domain.immunization import ImmunizationEvent
from fieldapp.journal import clients
from fieldapp.journal.journal import Journal
from fieldapp.journal.roster.own import own_registration


class AboutSomebody(Protocol):
    """A row and whom it is about."""

    @property
    def row(self) -> BacklogRow:
        """What it says."""

    @property
    def person(self) -> bytes | None:
        """Who stands in it, if that is known."""


class Standing:
    """The people of one workbook, in this laptop's records or in its regions' roster."""

    def __init__(self, journal: Journal, rows: Iterable[AboutSomebody]) -> None:
        self._journal = journal
        self._known = {one.row.row: one.person for one in rows if one.person is not None}

    def client_of(self, ref: bytes) -> Client | None:
        """Somebody listed, by the ref that the workbook bears; None for nobody known here."""
        own = own_registration(self._journal, [ref])
        return known_client(self._journal, ref) if own is None else clients.get(self._journal, own)

    def who(self, row: BacklogRow) -> Hashable:
        """What two rows about the same person have in common, listed or typed into a blank row."""
        person = self._known.get(row.row)
        if person is None:
            return identity(row.client)
        registrations = clients.linked(self._journal, person)
        return registrations[0].client_id if registrations else person

    def history(self, row: BacklogRow) -> Sequence[ImmunizationEvent]:
        """All that is known of their vaccinations, from wherever."""
        person = self._known.get(row.row)
        return known_history(self._journal, person).events if person else ()
