"""A laptop makes its key for cards once, and says so in its journal."""

from __future__ import annotations

from fieldapp.journal.entries import all_entries
from fieldapp.journal.issuing import issuing_key, own_key
from fieldapp.journal.journal import SYSTEM, Journal
from fieldapp.wire.facts import IssuingKeyMade


def test_the_key_is_made_once_and_announced_once(journal: Journal) -> None:
    assert own_key(journal) is None
    made = issuing_key(journal)
    assert issuing_key(journal).public == made.public
    found = own_key(journal)
    assert found is not None
    assert found.kid == made.kid
    announced = [e for e in all_entries(journal.db) if isinstance(e.fact, IssuingKeyMade)]
    assert [
        (e.fact.key, e.header.user) for e in announced if isinstance(e.fact, IssuingKeyMade)
    ] == [(made.public, SYSTEM)]


def test_where_the_event_is_not_saved_no_key_is_kept(journal: Journal) -> None:
    class PowerCut(Exception):
        pass

    try:
        with journal.transaction():
            issuing_key(journal)
            raise PowerCut
    except PowerCut:
        pass
    assert own_key(journal) is None
