"""Somebody of the roster is known like an own person, and registered when a record needs it."""

from __future__ import annotations

from datetime import date

import pytest

from fieldapp.actions.known_client import (
    ErasedMeanwhile,
    client_of,
    entry_of,
    known_client,
    own_client,
)
from fieldapp.domain.birth_date import Precision
from fieldapp.journal import clients
from fieldapp.journal.entries import all_entries
from fieldapp.journal.erasure.orders import take_page
from fieldapp.journal.journal import Journal
from fieldapp.journal.roster import find
from fieldapp.wire.facts import ClientLinked
from tests.journal.erasing import confirm, next_page
from tests.journal.hub import enrol
from tests.journal.laptop import NURSE, Laptop, register
from tests.journal.roster.filled import LIFE_S, WANG_ID, fill, somebody

REF = b"w" * 16


def test_who_was_found_by_a_document_is_known_with_it(journal: Journal) -> None:
    fill(journal, somebody())
    assert find.by_document(journal, WANG_ID)
    client = known_client(journal, REF)
    assert client is not None
    assert (client.client_id, client.details.name) == (REF, "王小明")
    assert client.details.documents == (WANG_ID,)
    assert client.details.birth_date == date(1949, 12, 31)
    assert client.details.phone == "5678", "to be compared"


def test_what_is_not_known_to_the_day_stays_so(journal: Journal) -> None:
    fill(journal, somebody(birth_known_to=Precision.YEAR))
    entry = entry_of(journal, REF)
    assert entry is not None
    assert client_of(entry).details.birth_known_to is Precision.YEAR


def test_a_record_registers_them_and_links_them_for_the_hub(journal: Journal) -> None:
    fill(journal, somebody())
    find.by_document(journal, WANG_ID)
    with journal.transaction():
        own = own_client(journal, REF, user=NURSE.login)
        assert own_client(journal, REF, user=NURSE.login) == own
    client = clients.get(journal, own)
    assert client is not None
    assert (client.details.name, client.details.documents) == ("王小明", (WANG_ID,))
    assert client.details.phone is None, "four digits are no phone to be kept"
    assert known_client(journal, REF) == client
    assert clients.by_document(journal, WANG_ID) == [client]


def test_the_link_is_a_fact_like_any_other(journal: Journal) -> None:
    fill(journal, somebody())
    own = own_client(journal, REF, user=NURSE.login)
    *_, last = all_entries(journal.db)
    assert last.fact == ClientLinked(journal.ref(own), REF, "roster")


def test_an_own_person_and_an_unknown_one_stay_who_they_are(laptop: Laptop) -> None:
    journal = laptop.open()
    fill(journal, somebody())
    own = register(journal)
    assert own_client(journal, own, user=NURSE.login) == own
    assert known_client(journal, b"x" * 16) is None
    laptop.clock.pass_s(LIFE_S + 1)
    assert known_client(journal, REF) is None, "the roster is locked"


def test_for_somebody_erased_while_at_the_desk_nothing_is_recorded(journal: Journal) -> None:
    enrol(journal)
    own = register(journal)
    confirm(journal)
    take_page(journal, next_page(journal, own))
    with pytest.raises(ErasedMeanwhile):
        own_client(journal, own, user=NURSE.login)
