"""The roster opens by a lease and by nothing else; a renewed lease opens what was pulled before."""

from __future__ import annotations

from fieldapp.journal.leases import store_lease
from fieldapp.journal.roster import find
from fieldapp.journal.roster.access import reading, writing
from tests.journal.laptop import Laptop
from tests.journal.roster.filled import LIFE_S, fill, lend, somebody


def test_a_renewed_lease_opens_what_was_pulled_before(laptop: Laptop) -> None:
    journal = laptop.open()
    assert reading(journal) is None
    assert writing(journal) is None
    fill(journal, somebody())
    laptop.clock.pass_s(LIFE_S + 1)
    assert reading(journal) is None
    store_lease(journal, lend(journal))
    assert find.count(journal) == 1
