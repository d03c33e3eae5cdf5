"""Whom a backlog speaks of: nobody is registered twice, and no two people are made one."""

from __future__ import annotations

from pathlib import Path

import pytest

from fieldapp.domain.client import ClientDetails, Document
from fieldapp.journal import clients, doses
from fieldapp.journal.journal import Journal
from tests.journal.laptop import register

from .made_up import import_it, row, write

ID = {"id_type": "cn-resident-id", "id_number": "11010519491231002X", "birth_date": ""}


def registered(journal: Journal) -> set[bytes]:
    """The people that the imported doses belong to."""
    return {record.client.client_id for record in doses.all_records(journal)}


@pytest.mark.parametrize(
    ("one", "other", "people"),
    [
        (ID, ID, 1),
        (ID, ID | {"phone": "13900000000"}, 1),
        (ID, ID | {"client_name": "测 试 甲"}, 1),
        (ID, ID | {"id_number": "１１０１０５１９４９１２３１００２x"}, 1),
        (ID, ID | {"client_name": "测试乙"}, 2),
        ({}, {}, 1),
        ({"phone": "13900000000"}, {"phone": "+86 139 0000 0000"}, 1),
        ({"phone": "13900000000"}, {"phone": "13900000001"}, 2),
        ({"birth_date": "1980-02-03"}, {"birth_date": "1980-02-04"}, 2),
        (ID, {"birth_date": "1949-12-31"}, 2),
        ({"client_name": "TEST PERSON"}, {"client_name": "Test Person"}, 1),
    ],
)
def test_two_rows_are_one_person_only_by_document_and_name_or_name_birth_and_phone(
    one: dict[str, str], other: dict[str, str], people: int, journal: Journal, tmp_path: Path
) -> None:
    later = row(given_at="2021-05-09T09:00", **other)
    taken = import_it(journal, write(tmp_path / "backlog.csv", row(**one), later))
    assert taken.clients == people
    assert len(registered(journal)) == people


def test_a_person_of_an_earlier_import_is_found_again(journal: Journal, tmp_path: Path) -> None:
    import_it(journal, write(tmp_path / "april.csv", row(**ID), row()))
    later = "2021-05-09T09:00"
    import_it(journal, write(tmp_path / "may.csv", row(**ID, given_at=later), row(given_at=later)))
    assert len(registered(journal)) == 2
    for person in registered(journal):
        assert len(doses.of_client(journal, person)) == 2


def test_a_person_registered_at_the_desk_is_found_by_the_import(
    journal: Journal, tmp_path: Path
) -> None:
    document = Document("cn-resident-id", "11010519491231002X")
    at_desk = register(journal, "测试甲", document)
    import_it(journal, write(tmp_path / "backlog.csv", row(**ID)))
    assert registered(journal) == {at_desk}


def test_somebody_else_with_the_same_document_at_the_desk_stays_somebody_else(
    journal: Journal, tmp_path: Path
) -> None:
    document = Document("cn-resident-id", "11010519491231002X")
    at_desk = register(journal, "测试乙", document)
    import_it(journal, write(tmp_path / "backlog.csv", row(**ID)))
    assert at_desk not in registered(journal)
    assert len(clients.by_document(journal, document)) == 2


def test_a_new_person_is_registered_with_all_that_the_row_says(
    journal: Journal, tmp_path: Path
) -> None:
    import_it(journal, write(tmp_path / "backlog.csv", row(**ID, phone="13900000000")))
    (record,) = doses.all_records(journal)
    details = record.client.details
    assert isinstance(details, ClientDetails)
    assert (details.name, details.phone) == ("测试甲", "+8613900000000")
    assert (str(details.birth_date), details.sex) == ("1949-12-31", "F")
