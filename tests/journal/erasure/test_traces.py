"""What is here of an erased person besides their events goes with them, and nothing of others."""

from __future__ import annotations

import json
from datetime import date

from fieldapp.domain.schedule.case import PriorDose
from fieldapp.journal import drafts, due_told
from fieldapp.journal.entries import position_of
from fieldapp.journal.erasure.orders import take_page
from fieldapp.journal.erasure.traces import traces_of
from fieldapp.journal.journal import Journal
from fieldapp.journal.neighbours import note_met
from fieldapp.journal.sightings import sighting_of, tokens_of
from fieldapp.wire.neighbour import Seen
from tests.journal.erasing import (
    CANARY,
    CANARY_ID,
    CANARY_PHONE,
    confirm,
    next_page,
    traces_in,
)
from tests.journal.hub import enrol
from tests.journal.laptop import VACCINE, Laptop, give, register

TODAY = date(2021, 5, 8)


def test_who_it_was_is_read_of_registrations_and_ids_of_everything(journal: Journal) -> None:
    person = register(journal, CANARY, CANARY_ID, phone=CANARY_PHONE)
    dose = give(journal, person)
    found = traces_of(journal.db, [position_of(journal.db, id_) or 0 for id_ in (person, dose)])
    assert found.ids == (person, dose)
    assert found.words() == {
        person.hex(), dose.hex(), CANARY, CANARY_ID.number, CANARY_PHONE
    }  # fmt: skip


def test_drafts_sightings_and_told_doses_go_with_the_person(
    laptop: Laptop, journal: Journal
) -> None:
    enrol(journal)
    person = register(journal, CANARY, CANARY_ID)
    other = register(journal, "测试甲")
    dose = give(journal, person)
    drafts.save(journal, "nurse.test\nregister", json.dumps({"name": CANARY}))
    drafts.save(journal, f"reaction {dose.hex()}", "{}")
    drafts.save(journal, "nurse.test\nanother", "测试甲")
    due_told.open_told(journal)
    due_told.remember(journal, [person], [PriorDose(TODAY, VACCINE)])
    due_told.remember(journal, [other], [PriorDose(TODAY, VACCINE)])
    details = traces_of(journal.db, [position_of(journal.db, person) or 0]).people
    sure, _ = tokens_of(b"k" * 32, details)
    note_met(journal, 9, "Boat 2", b"k" * 32, TODAY, (Seen(540, VACCINE, tuple(sure)),))
    assert sighting_of(journal, details, TODAY) is not None
    confirm(journal)
    take_page(journal, next_page(journal, person, dose))
    assert drafts.names(journal, "") == ["nurse.test\nanother"]
    assert due_told.remembered(journal, [person]) == []
    assert due_told.remembered(journal, [other]) != []
    assert sighting_of(journal, details, TODAY) is None
    assert traces_in(laptop.home / "journal.db", laptop.key().secret) == []
