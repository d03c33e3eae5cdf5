"""Whom this laptop met, when, and what it holds for them."""

from __future__ import annotations

from datetime import date

from fieldapp.journal.journal import Journal
from fieldapp.journal.neighbours import neighbours, note_met
from fieldapp.journal.parcels import take
from fieldapp.wire.neighbour import Sum
from tests.journal.laptop import Laptop
from tests.journal.test_parcels import OWNER, parcel


def test_the_latest_met_comes_first_with_what_is_held_of_it(
    laptop: Laptop, journal: Journal
) -> None:
    assert neighbours(journal) == []
    note_met(journal, OWNER, "Boat 8", bytes(32), date(2021, 5, 8), ())
    take(journal, OWNER, parcel(1, 4))
    laptop.clock.pass_s(60)
    note_met(journal, 9, "Boat 9", bytes(32), date(2021, 5, 8), ())
    told = [(one.device, one.name, one.held) for one in neighbours(journal)]
    assert told == [(9, "Boat 9", Sum()), (OWNER, "Boat 8", Sum(1, 4, 1))]
    laptop.clock.pass_s(60)
    note_met(journal, OWNER, "Boat 8, renamed", bytes(32), date(2021, 5, 9), ())
    first, _ = neighbours(journal)
    assert (first.name, first.held.parcels) == ("Boat 8, renamed", 1)
