"""Somebody new here may have been vaccinated by another lane an hour ago."""

from __future__ import annotations

from datetime import date

from fieldapp.actions.seen_today import seen_before_registering
from fieldapp.domain.client import Document
from fieldapp.domain.scan import identify
from fieldapp.journal.journal import Journal
from fieldapp.journal.neighbours import note_met
from fieldapp.journal.sightings import seen_here
from tests.journal.laptop import VACCINE, give, register

TODAY = date(2021, 5, 8)
ID = "11010519491231002X"


def test_a_scanned_document_tells_what_the_other_lane_gave(journal: Journal) -> None:
    give(journal, register(journal, "Test Person", Document("cn-resident-id", ID)))
    seen = seen_here(journal, bytes(32), TODAY)
    note_met(journal, 8, "Boat 8", bytes(32), TODAY, seen)
    found = seen_before_registering(journal, identify(ID, TODAY), TODAY)
    assert found is not None
    assert (found.team, found.vaccine, found.sure) == ("Boat 8", VACCINE, True)
    other = identify("440524188001010014", TODAY)
    assert seen_before_registering(journal, other, TODAY) is None
    assert seen_before_registering(journal, identify("Somebody Else", TODAY), TODAY) is None
