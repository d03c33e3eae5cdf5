"""The verb: who is meant by a word on the command line? Exactly one person, or why not."""

from __future__ import annotations

import re
from datetime import date

from fieldapp.actions.find_client import find_clients
from fieldapp.domain.client import Client
from fieldapp.domain.errors import FieldAppError
from fieldapp.domain.scan import identify
from fieldapp.journal import clients
from fieldapp.journal.journal import Journal

_ID = re.compile(r"[0-9a-f]{64}", re.IGNORECASE)


class NobodyMeant(FieldAppError):
    """No registration fits."""

    happened = "Nobody in this laptop's records fits these words."
    safe = "Nothing was changed, and no file was written."
    next_step = "Use the whole number of a document, a phone number, a name or the id of an export."


class SeveralMeant(FieldAppError):
    """More than one person fits; `count` says how many."""

    happened = "{count} people in this laptop's records fit these words."
    safe = "Nothing was changed, and no file was written."
    next_step = "Use the number of the person's document, or the id of an export."


def named_client(journal: Journal, words: str, today: date) -> Client:
    """By document, phone, name or `client_id` of an export. Raises NobodyMeant, SeveralMeant."""
    if _ID.fullmatch(words.strip()):
        one = clients.get(journal, bytes.fromhex(words.strip()))
        found = [] if one is None else [one]
    else:
        found = find_clients(journal, identify(words, today))
    if len(found) > 1:
        raise SeveralMeant(count=len(found))
    if not found:
        raise NobodyMeant()
    return found[0]
