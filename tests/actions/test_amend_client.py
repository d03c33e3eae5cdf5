"""A person's details are corrected, found by the new ones, and the old ones stay readable."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fieldapp.actions.amend_client import NothingChanged, amend_client
from fieldapp.actions.register_client import NameMissing, register_client
from fieldapp.domain.client import Client, ClientDetails, Document, Sex
from fieldapp.journal import clients, corrections
from fieldapp.journal.journal import Journal
from tests.journal.laptop import NURSE


def registered(journal: Journal) -> Client:
    details = ClientDetails(
        "测试甲", birth_date=date(1980, 1, 2), sex=Sex.MALE, phone="13800000001"
    )
    return register_client(journal, details, user=NURSE.login)


def test_what_differs_is_corrected_and_found(journal: Journal) -> None:
    client = registered(journal)
    corrected = replace(client.details, name="测试乙", birth_date=date(1981, 1, 2), phone=None)
    amend_client(journal, client.client_id, corrected, "typed-wrong", user=NURSE.login)
    found = clients.get(journal, client.client_id)
    assert found is not None
    assert found.details == corrected
    assert [hit.client for hit in clients.search(journal, "测试乙")] == [found]
    made = corrections.of_record(journal, client.client_id)
    assert {one.field for one in made} == {"name", "birth_date", "phone"}
    assert {one.reason for one in made} == {"typed-wrong"}


def test_a_document_found_later_is_added(journal: Journal) -> None:
    client = registered(journal)
    document = Document("cn-resident-id", "110105198005170017")
    corrected = replace(client.details, documents=(document,), birth_date=date(1980, 5, 17))
    amend_client(journal, client.client_id, corrected, "changed", user=NURSE.login)
    (found,) = clients.by_document(journal, document)
    assert found.details == corrected


def test_without_a_name_or_a_difference_nothing_is_recorded(journal: Journal) -> None:
    client = registered(journal)
    head = journal.head()
    with pytest.raises(NothingChanged):
        amend_client(journal, client.client_id, client.details, "other", user=NURSE.login)
    with pytest.raises(NameMissing):
        nameless = replace(client.details, name=" ")
        amend_client(journal, client.client_id, nameless, "other", user=NURSE.login)
    with pytest.raises(NothingChanged):
        amend_client(journal, b"?" * 32, client.details, "other", user=NURSE.login)
    assert journal.head() == head
