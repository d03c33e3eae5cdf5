"""What was sent comes back from its column; who was sent nothing costs no byte."""

from __future__ import annotations

from fieldapp.domain.message import Fate, Kind
from fieldapp.journal.journal import Journal
from fieldapp.journal.roster.access import writing
from fieldapp.journal.roster.stored_doses import Words, texts_of
from fieldapp.journal.roster.stored_messages import pack, unpack
from fieldapp.wire.roster_messages import NO_MESSAGES, RosterMessage, RosterMessages
from tests.journal.roster.filled import fill

SENT = RosterMessage("cn-inactivated", 2, Kind.DUE, 18_800, Fate.DELIVERED)


def test_messages_come_back(journal: Journal) -> None:
    fill(journal)
    db = writing(journal)
    assert db is not None
    for messages in (RosterMessages((SENT, SENT), True), RosterMessages((), True), NO_MESSAGES):
        assert unpack(pack(messages, Words(db)), texts_of(db)) == messages
    assert pack(NO_MESSAGES, Words(db)) == b""
