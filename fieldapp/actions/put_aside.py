"""The verb: what the hub put aside, or asks a person to look at, among this laptop's people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fieldapp.domain.client import Client
from fieldapp.domain.immunization import ImmunizationEvent
from fieldapp.journal import clients, doses
from fieldapp.journal.confirmed import SET_ASIDE
from fieldapp.journal.journal import Journal
from fieldapp.journal.roster import find
from fieldapp.journal.roster.own import own_registration

_DECIDED = "decided-"
"""How the roster's codes of decisions begin."""


@dataclass(frozen=True, slots=True)
class PutAside:
    """One record that waits for a person. `dose` None: the registration itself.

    `reason` is the hub's code. What is `found` counts as far as it goes and is to be decided; the
    rest counts for nothing until it is fixed. What is decided by a supervisor asks nobody more.
    """

    client: Client
    dose: ImmunizationEvent | None
    reason: str
    found: bool = False

    @property
    def is_decided(self) -> bool:
        """Whether this is news of a decision, and nothing is to do."""
        return is_decided(self.reason)


def is_decided(code: str) -> bool:
    """Whether a supervisor decided what the hub tells by this code."""
    return code == SET_ASIDE or code.startswith(_DECIDED)


def how_many(journal: Journal) -> int:
    """How many of what `put_aside` lists ask for somebody, without reading what is held."""
    held = clients.count_put_aside(journal) + doses.count_put_aside(journal)
    return held + sum(1 for one in _found(journal) if not one.is_decided)


def put_aside(journal: Journal) -> list[PutAside]:
    """Registrations first: the doses of people often wait for them. What the roster tells of
    people registered here comes after, and last what is decided."""
    people = [PutAside(client, None, reason) for client, reason in clients.put_aside(journal)]
    held = [
        PutAside(record.client, record.event, reason) for record, reason in doses.put_aside(journal)
    ]
    return sorted([*people, *held, *_found(journal)], key=lambda one: one.is_decided)


def _found(journal: Journal) -> Iterator[PutAside]:
    for entry in find.marked(journal):
        here = own_registration(journal, entry.refs)
        client = None if here is None else clients.get(journal, here)
        if client is not None:
            marks = (entry.person.contest, *(dose.mark for dose in entry.person.doses))
            for mark in dict.fromkeys(mark for mark in marks if mark):
                yield PutAside(client, None, mark, found=True)
