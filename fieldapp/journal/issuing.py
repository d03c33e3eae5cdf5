"""This laptop's key for signing cards: its private part stays in the encrypted journal, its public
part is an event, so that the hub hears of it like of any record.
"""

from __future__ import annotations

from fieldapp.journal import settings
from fieldapp.journal.journal import SYSTEM, Journal
from fieldapp.wire.facts import IssuingKeyMade
from fieldapp.wire.health_card.keys import SECRET_BYTES, IssuingKey

_KEPT = "device.issuing_key"


def issuing_key(j: Journal) -> IssuingKey:
    """The key; made and announced together at first use."""
    with j.transaction():
        known = own_key(j)
        if known is not None:
            return known
        secret = j.random(SECRET_BYTES)
        made = IssuingKey(secret)
        settings.write(j.db, _KEPT, secret)
        j.append([IssuingKeyMade(made.public)], user=SYSTEM)
        return made


def own_key(j: Journal) -> IssuingKey | None:
    """The key, if this laptop has made one."""
    secret = settings.read(j.db, _KEPT)
    return None if secret is None else IssuingKey(secret)
