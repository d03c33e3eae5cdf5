"""The verb: correct what was written down about a person. What it was before stays readable."""

from __future__ import annotations

from dataclasses import fields

from fieldapp.actions.register_client import NameMissing
from fieldapp.domain.client import ClientDetails
from fieldapp.domain.errors import FieldAppError
from fieldapp.journal import clients
from fieldapp.journal.journal import Journal
from fieldapp.wire.client_codec import to_fact
from fieldapp.wire.facts import AmendmentExplained, ClientAmended, ClientRegistered, Fact

REASONS = ("typed-wrong", "read-again", "changed", "other")
_FIELD_OF = {"birth_day": "birth_date"}


class NothingChanged(FieldAppError):
    """The person is not in this journal, or is already written down like this."""

    happened = "There is nothing to correct: the person is already written down like this."
    safe = "Nothing was changed."
    next_step = "Look at the person's record again."


def amend_client(
    journal: Journal, client_id: bytes, corrected: ClientDetails, reason: str, *, user: str
) -> list[bytes]:
    """Record each field that differs, and why; return the event ids. `reason` is one of REASONS.

    Raises NameMissing, NothingChanged.
    """
    if not corrected.name.strip():
        raise NameMissing()
    with journal.transaction():
        client = clients.get(journal, client_id)
        if client is None:
            raise NothingChanged()
        old, new, ref = to_fact(client.details), to_fact(corrected), journal.ref(client_id)
        facts: list[Fact] = [
            ClientAmended(ref, _FIELD_OF.get(name, name), getattr(old, name), getattr(new, name))
            for name in (field.name for field in fields(ClientRegistered))
            if getattr(old, name) != getattr(new, name)
        ]
        if not facts:
            raise NothingChanged()
        recorded = journal.append([*facts, AmendmentExplained(ref, reason)], user=user)
    return [one.event_id for one in recorded]
