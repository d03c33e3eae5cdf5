"""Lent keys are used for two weeks by this laptop's own clock, and forgotten when they end."""

from __future__ import annotations

from datetime import timedelta

import pytest
from nacl.signing import SigningKey

from fieldapp.journal import settings
from fieldapp.journal.journal import Journal
from fieldapp.journal.leases import LeaseState, current, cursors, key_named, state, store_lease
from fieldapp.wire.errors import BadSignature, Undecodable
from fieldapp.wire.lease import Lease, sign_lease
from tests.journal.hub import ENROLMENT, HUB_KEY, enrol
from tests.journal.laptop import Laptop, register
from tests.journal.roster.filled import KEY, LIFE_S, lend, now_s


def test_a_key_is_lent_by_its_name_until_the_lease_ends(laptop: Laptop) -> None:
    journal = laptop.open()
    enrol(journal)
    assert (list(cursors(journal)), state(journal)) == ([("lease", 0)], LeaseState(None, False))
    store_lease(journal, lend(journal))
    assert key_named(journal, "region/north") == (1, KEY)
    assert key_named(journal, "region/south") is None
    assert list(cursors(journal)) == [("lease", now_s(journal))]
    until = journal.clock.now() + timedelta(seconds=LIFE_S)
    assert state(journal) == LeaseState(until, False)
    laptop.clock.pass_s(LIFE_S + 1)
    assert key_named(journal, "region/north") is None
    assert settings.read(journal.db, "hub.lease") is None, "the keys are not here any more"
    assert state(journal) == LeaseState(until, True)


def test_a_clock_set_back_gains_nothing_beyond_the_newest_event(laptop: Laptop) -> None:
    journal = laptop.open()
    enrol(journal)
    store_lease(journal, lend(journal))
    laptop.clock.pass_s(LIFE_S + 10)
    register(journal)
    laptop.clock.wall -= timedelta(seconds=LIFE_S)
    assert current(journal) is None


def test_a_laptop_with_a_wrong_year_uses_its_lease_all_the_same(laptop: Laptop) -> None:
    journal = laptop.open()
    enrol(journal)
    store_lease(journal, lend(journal, issued=now_s(journal) + 400 * 86_400))
    assert current(journal) is not None
    laptop.clock.pass_s(LIFE_S + 1)
    assert current(journal) is None


def test_one_from_a_stick_counts_the_days_it_lay_there(laptop: Laptop) -> None:
    journal = laptop.open()
    enrol(journal)
    store_lease(journal, lend(journal), age_s=LIFE_S - 60)
    assert current(journal) is not None
    laptop.clock.pass_s(61)
    assert current(journal) is None


def test_an_older_one_changes_nothing(laptop: Laptop) -> None:
    journal = laptop.open()
    enrol(journal)
    old = lend(journal)
    laptop.clock.pass_s(100)
    store_lease(journal, lend(journal, key_id=2))
    store_lease(journal, old)
    assert key_named(journal, "region/north") == (2, KEY)


def test_one_of_another_hub_or_for_another_laptop_is_not_kept(journal: Journal) -> None:
    with pytest.raises(BadSignature):
        store_lease(journal, lend(journal))
    enrol(journal)
    other = Lease(ENROLMENT.hub_id, 8, 0, LIFE_S, ())
    with pytest.raises(BadSignature):
        store_lease(journal, sign_lease(other, SigningKey.generate().verify_key, HUB_KEY))
    ours = Lease(ENROLMENT.hub_id, ENROLMENT.device, 0, LIFE_S, ())
    with pytest.raises(Undecodable):
        store_lease(journal, sign_lease(ours, SigningKey.generate().verify_key, HUB_KEY))
    assert current(journal) is None
