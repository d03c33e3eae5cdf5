"""A person is written down once; a person without papers or with a contested document too."""

from __future__ import annotations

from datetime import date

import pytest

from fieldapp.actions.register_client import AlreadyRegistered, NameMissing, register_client
from fieldapp.domain.client import Client, ClientDetails, Document, Sex
from fieldapp.journal import clients
from fieldapp.journal.journal import Journal
from tests.journal.laptop import NURSE

PASSPORT = Document("passport", "L898902C3")


def register(journal: Journal, details: ClientDetails) -> Client:
    return register_client(journal, details, user=NURSE.login)


def test_a_registered_person_is_found_with_all_that_was_written_down(journal: Journal) -> None:
    details = ClientDetails(
        "Test Person", (PASSPORT,), date(1980, 2, 3), Sex.FEMALE, "+8613900000000",
        language="en", consent=True, circumstances="boat Test 7, berth 2",
    )  # fmt: skip
    client = register(journal, details)
    assert clients.get(journal, client.client_id) == Client(client.client_id, details)


def test_a_person_without_any_paper_can_be_registered(journal: Journal) -> None:
    client = register(journal, ClientDetails("Test Sailor", circumstances="red jacket"))
    assert clients.by_name(journal, "test sailor") == [client]


@pytest.mark.parametrize("name", ["", "  ", "\u3000"])
def test_nobody_is_registered_without_a_name(name: str, journal: Journal) -> None:
    before = journal.head()
    with pytest.raises(NameMissing):
        register(journal, ClientDetails(name))
    assert journal.head() == before


@pytest.mark.parametrize("again", ["Test Person", "TEST PERSON", "Test  Person "])
def test_the_same_document_and_name_are_never_registered_twice(
    again: str, journal: Journal
) -> None:
    register(journal, ClientDetails("Test Person", (PASSPORT,)))
    before = journal.head()
    with pytest.raises(AlreadyRegistered):
        register(journal, ClientDetails(again, (PASSPORT,)))
    assert journal.head() == before


def test_one_document_under_two_names_is_a_contest_and_both_are_kept(journal: Journal) -> None:
    one = register(journal, ClientDetails("Test Person", (PASSPORT,)))
    other = register(journal, ClientDetails("Test Otherwise", (PASSPORT,)))
    assert clients.by_document(journal, PASSPORT) == [one, other]


def test_two_people_of_one_name_without_papers_are_two_people(journal: Journal) -> None:
    one = register(journal, ClientDetails("测试甲"))
    assert register(journal, ClientDetails("测试甲")).client_id != one.client_id
