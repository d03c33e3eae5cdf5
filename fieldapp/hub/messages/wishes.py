"""Who wants no messages or no calls, by all that was said of it anywhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from fieldapp.hub.fold.order import Rank, epoch_ranks, standing
from fieldapp.hub.fold.rows import rows_in
from fieldapp.hub.messages.tables import wish

_wish = wish.c


def wanting_none(connection: Connection, person_of: Mapping[bytes, bytes]) -> set[bytes]:
    """The people who want no messages; `person_of` says of each registration whose it is."""
    return _refusing(connection, person_of, "messages")


def wanting_no_calls(connection: Connection, person_of: Mapping[bytes, bytes]) -> set[bytes]:
    """The people who want no calls."""
    return _refusing(connection, person_of, "calls")


def _refusing(connection: Connection, person_of: Mapping[bytes, bytes], what: str) -> set[bytes]:
    said: dict[bytes, list[Any]] = defaultdict(list)
    for row in rows_in(connection, list(_wish), _wish.client, person_of):
        said[person_of[row.client]].append(row)
    rank = epoch_ranks(connection, {word.device for words in said.values() for word in words})
    return {person for person, words in said.items() if not _wants(words, rank, what)}


def wants_messages(said: Sequence[Any], rank: Rank) -> bool:
    """By the last word of each laptop the newest counts; where two say otherwise at once, no."""
    return _wants(said, rank, "messages")


def _wants(said: Sequence[Any], rank: Rank, what: str) -> bool:
    last = standing(said, rank)
    newest = max((word.said_s for word in last), default=0)
    return all(getattr(word, what) for word in last if word.said_s == newest)
