"""Who somebody typed into a blank row is: one whom this laptop or its regions' roster knows, nobody
known, or perhaps one who is.

The same document under the same name is the same person, and so are in the roster the same name,
day of birth and end of the phone. Whatever is only similar is a question for somebody.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fieldapp.actions.backlog.people import People
from fieldapp.actions.find_duplicates import Likeness, duplicates_of
from fieldapp.actions.known_client import client_of
from fieldapp.actions.workbook.former import may_be_born_together
from fieldapp.domain.birth_date import Precision
from fieldapp.domain.client import ClientDetails
from fieldapp.domain.documents.phone import tail_of
from fieldapp.journal.journal import Journal
from fieldapp.journal.name_terms import name_key, same_name
from fieldapp.journal.roster import find
from fieldapp.journal.roster.find import RosterEntry
from fieldapp.journal.roster.own import own_registration


@dataclass(frozen=True, slots=True)
class Met:
    """`person` is an id that is known here, or a ref of the roster; `like` the name of somebody
    known who may be the same. Neither for somebody unknown."""

    person: bytes | None = None
    like: str = ""


def met(journal: Journal, typed: ClientDetails) -> Met:
    """Look them up here and in the roster."""
    person = _here(journal, typed) or _in_roster(journal, typed)
    return Met(person) if person else Met(like=next(_similar(journal, typed), ""))


def _here(journal: Journal, typed: ClientDetails) -> bytes | None:
    found = People(journal).client_id(typed)
    if found is not None:
        return found
    same = (
        one.client.client_id
        for one in duplicates_of(journal, typed)
        if one.likeness is Likeness.SAME_DOCUMENT
    )
    return next(same, None)


def _in_roster(journal: Journal, typed: ClientDetails) -> bytes | None:
    for entry in _with_document(journal, typed):
        if same_name(entry.person.name, typed.name):
            return _id(journal, entry)
    named = [entry for entry in find.search(journal, typed.name) if _is_surely(entry, typed)]
    return _id(journal, named[0]) if len(named) == 1 else None


def _with_document(journal: Journal, typed: ClientDetails) -> Iterator[RosterEntry]:
    for document in typed.documents:
        yield from find.by_document(journal, document)


def _is_surely(entry: RosterEntry, typed: ClientDetails) -> bool:
    told = client_of(entry).details
    known = told.birth_known_to is typed.birth_known_to is Precision.DAY
    return (
        name_key(told.name) == name_key(typed.name)
        and known
        and told.birth_date is not None
        and told.birth_date == typed.birth_date
        and bool(entry.person.phone_tail)
        and entry.person.phone_tail == tail_of(typed.phone or "")
    )


def _id(journal: Journal, entry: RosterEntry) -> bytes:
    return own_registration(journal, entry.refs) or entry.person.ref


def _similar(journal: Journal, typed: ClientDetails) -> Iterator[str]:
    """The names of those who may be the same person."""
    for one in duplicates_of(journal, typed):
        if one.likeness is not Likeness.SAME_PHONE:  # families share phones
            yield one.client.details.name
    for entry in _with_document(journal, typed):
        yield entry.person.name
    for entry in find.search(journal, typed.name):
        told = client_of(entry).details
        if same_name(told.name, typed.name) and may_be_born_together(told, typed):
            yield told.name
