from __future__ import annotations

import pytest

from fieldapp.journal.entries import all_entries, position
from fieldapp.journal.journal import Journal
from fieldapp.journal.projections.references import DanglingReference, place_of


def test_a_reference_leads_to_its_event_or_says_that_it_does_not(journal: Journal) -> None:
    *_, entry = all_entries(journal.db)
    assert place_of(journal.db, 1, entry) == position(1, 1)
    assert place_of(journal.db, entry.id[:16], entry) == entry.pos
    for nowhere in (99, bytes(16)):
        with pytest.raises(DanglingReference, match="Opened names an unknown event"):
            place_of(journal.db, nowhere, entry)
