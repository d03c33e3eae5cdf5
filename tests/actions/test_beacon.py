"""One line says how far this laptop is, readable by its hub alone, and about nobody."""

from __future__ import annotations

import pytest

from fieldapp.actions.beacon import beacon
from fieldapp.journal.hub_link import signing_key
from fieldapp.journal.journal import Journal
from fieldapp.sync.errors import NotEnrolled
from fieldapp.wire.beacon import hubs_key, read_beacon
from tests.journal.hub import ENROLMENT, HUB_BOX, enrol
from tests.journal.laptop import give, register


def test_the_hub_reads_what_the_laptop_holds(journal: Journal) -> None:
    enrol(journal)
    person = register(journal)
    for _ in range(3):
        give(journal, person)
    key = hubs_key(bytes(HUB_BOX), signing_key(journal).verify_key)
    said = read_beacon(beacon(journal, journal.clock), key)
    head = journal.head()
    assert (said.device, said.doses) == (ENROLMENT.device, 3)
    assert (said.epoch, said.seq, said.head) == (head.epoch, head.seq, head.hash[:12])


def test_every_new_record_changes_it(journal: Journal) -> None:
    enrol(journal)
    before = beacon(journal, journal.clock)
    register(journal)
    assert beacon(journal, journal.clock) != before


def test_without_a_hub_there_is_nobody_to_tell(journal: Journal) -> None:
    with pytest.raises(NotEnrolled):
        beacon(journal, journal.clock)
