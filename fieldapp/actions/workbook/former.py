"""Whether somebody typed into a row is who was recorded from it, also where what was written down
about them was corrected at the laptop since.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

from fieldapp.domain.client import ClientDetails
from fieldapp.journal import clients, corrections
from fieldapp.journal.journal import Journal
from fieldapp.journal.name_terms import phone_key, same_name
from fieldapp.wire.client_codec import from_fact, to_fact
from fieldapp.wire.errors import Undecodable
from fieldapp.wire.facts import ClientRegistered

_WIRE_NAME = {"birth_date": "birth_day"}
_FIELDS = frozenset(field.name for field in fields(ClientRegistered))


def is_or_was(journal: Journal, client_id: bytes, typed: ClientDetails) -> bool:
    """Whether these are the details of this person, now or before a correction."""
    return any(
        could_be(written, typed)
        for one in clients.linked(journal, client_id)
        for written in written_ever(journal, one.client_id, one.details)
    )


def written_ever(journal: Journal, client_id: bytes, now: ClientDetails) -> Iterator[ClientDetails]:
    """What is written down about a registration, and what was before each correction."""
    yield now
    fact = to_fact(now)
    for one in reversed(corrections.of_record(journal, client_id)):
        name = _WIRE_NAME.get(one.field or "", one.field or "")
        if name in _FIELDS:
            before: dict[str, Any] = {name: one.old}
            fact = replace(fact, **before)
            try:
                yield from_fact(fact)
            except Undecodable:
                continue  # between two corrections of one deed


def could_be(written: ClientDetails, typed: ClientDetails) -> bool:
    """Whether both can be one person: the same name, and nothing that contradicts it."""
    if not same_name(written.name, typed.name):
        return False
    if written.documents and typed.documents:
        return bool(set(written.documents) & set(typed.documents))
    return may_be_born_together(written, typed) and _may_share(written.phone, typed.phone)


def may_be_born_together(one: ClientDetails, other: ClientDetails) -> bool:
    """Whether both birth dates, as far as they are known, can be the same day."""
    first, second = one.birth_date, other.birth_date
    if first is None or second is None:
        return True
    return first <= (other.latest_birth_date or second) and second <= (
        one.latest_birth_date or first
    )


def _may_share(one: str | None, other: str | None) -> bool:
    return not (one and other) or phone_key(one) == phone_key(other)
