from __future__ import annotations

from datetime import date

import pytest

from fieldapp.domain.client import Document
from fieldapp.journal import clients
from fieldapp.journal.journal import Journal
from fieldapp.wire.dates import to_day
from fieldapp.wire.facts import ClientAmended, Value
from tests.journal.laptop import NURSE, register

OLD, NEW = Document("passport", "TEST1"), Document("passport", "TEST2")


def amend(journal: Journal, client_id: bytes, field: str, new: Value) -> None:
    fact = ClientAmended(journal.ref(client_id), field, None, new)
    journal.append([fact], user=NURSE.login)


def test_an_amended_person_is_found_by_the_new_and_no_longer_by_the_old(journal: Journal) -> None:
    client_id = register(journal, "测试甲", OLD, phone="13800000001")
    amend(journal, client_id, "name", "曾某某")
    amend(journal, client_id, "documents", [[8, "TEST2"]])
    amend(journal, client_id, "phone", "13900000009")
    assert clients.search(journal, "测试甲") == clients.search(journal, "csj") == []
    assert clients.by_document(journal, OLD) == clients.by_phone(journal, "13800000001") == []
    (found,) = clients.by_document(journal, NEW)
    assert found == clients.by_phone(journal, "13900000009")[0]
    assert found == clients.search(journal, "zengm")[0].client
    assert (found.client_id, found.details.name) == (client_id, "曾某某")


@pytest.mark.parametrize("field", ["birth_date", "birth_day"])
def test_a_birth_date_can_be_amended_under_either_name(journal: Journal, field: str) -> None:
    client_id = register(journal, "测试甲")
    amend(journal, client_id, field, to_day(date(1980, 1, 2)))
    found = clients.get(journal, client_id)
    assert found is not None
    assert found.details.birth_date == date(1980, 1, 2)
    assert clients.lookalikes(journal, "测试甲", date(1980, 1, 2)) == [found]


def test_a_field_of_a_later_program_is_kept_in_the_journal_and_not_here(journal: Journal) -> None:
    client_id = register(journal)
    before = clients.get(journal, client_id)
    amend(journal, client_id, "shoe_size", 42)
    assert clients.get(journal, client_id) == before
