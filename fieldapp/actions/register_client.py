"""The verb: write a person down for the first time."""

from __future__ import annotations

from fieldapp.domain.client import Client, ClientDetails
from fieldapp.domain.errors import FieldAppError
from fieldapp.journal import clients
from fieldapp.journal.journal import Journal
from fieldapp.wire.client_codec import to_fact


class NameMissing(FieldAppError):
    """A registration without any name to call the person by."""

    happened = "The person has no name yet."
    safe = "The form is kept as it is."
    next_step = "Type a name, or what the person is called on board, and save again."


class AlreadyRegistered(FieldAppError):
    """Somebody with this very document and name is in the journal."""

    happened = "This person is already in this laptop's records."
    safe = "Nothing was written twice."
    next_step = "Open the person by scanning the same document."


def register_client(journal: Journal, details: ClientDetails, *, user: str) -> Client:
    """Record a new person. Raises NameMissing or AlreadyRegistered.

    The same document under a different name is registered: it is a contest for people to settle.
    """
    if not details.name.strip():
        raise NameMissing()
    with journal.transaction():
        if _same_person(journal, details):
            raise AlreadyRegistered()
        (recorded,) = journal.append([to_fact(details)], user=user)
    return Client(recorded.event_id, details)


def _same_person(journal: Journal, details: ClientDetails) -> bool:
    wanted = _folded(details.name)
    return any(
        _folded(found.details.name) == wanted
        for document in details.documents
        for found in clients.by_document(journal, document)
    )


def _folded(name: str) -> str:
    return "".join(name.split()).casefold()
