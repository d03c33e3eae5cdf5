"""How what was sent to a person stands in the roster's file: a small array, nothing for most."""

from __future__ import annotations

from collections.abc import Mapping

from fieldapp.journal.roster.stored_doses import Words
from fieldapp.wire import cbor
from fieldapp.wire.codes import (
    MESSAGE_FATE_NAMES,
    MESSAGE_FATES,
    MESSAGE_KIND_NAMES,
    MESSAGE_KINDS,
)
from fieldapp.wire.roster_messages import NO_MESSAGES, RosterMessage, RosterMessages

_MOST_BYTES = 4 * 1024


def pack(messages: RosterMessages, words: Words) -> bytes:
    """The column of these messages."""
    if messages == NO_MESSAGES:
        return b""
    rows = [
        [
            words.number(one.course), one.dose, MESSAGE_KINDS[one.kind], one.day,
            MESSAGE_FATES[one.fate],
        ]
        for one in messages.sent
    ]  # fmt: skip
    return cbor.dumps([messages.none_wanted, *rows])


def unpack(column: bytes, texts: Mapping[int, str]) -> RosterMessages:
    """The messages of a column."""
    if not column:
        return NO_MESSAGES
    held = cbor.loads(column, max_bytes=_MOST_BYTES)
    assert isinstance(held, list)  # noqa: S101  only `pack` writes the column
    none_wanted, *rows = held
    sent = (
        RosterMessage(texts[at], dose, MESSAGE_KIND_NAMES[kind], day, MESSAGE_FATE_NAMES[fate])
        for at, dose, kind, day, fate in rows
    )
    return RosterMessages(tuple(sent), none_wanted)
