"""Who is this? Any way of naming a person finds them."""

from __future__ import annotations

from datetime import date

import pytest

from fieldapp.actions.find_client import find_clients
from fieldapp.actions.known_client import own_client
from fieldapp.domain.client import Document
from fieldapp.domain.scan import identify
from fieldapp.journal.journal import Journal
from tests.journal.laptop import register
from tests.journal.roster.filled import WANG_ID, fill, somebody

TODAY = date(2021, 8, 1)
ID = "11010519491231002X"
DOCUMENT = Document("cn-resident-id", ID)


def found(journal: Journal, text: str) -> list[bytes]:
    return [client.client_id for client in find_clients(journal, identify(text, TODAY))]


@pytest.mark.parametrize(
    "text",
    [ID, ID.lower(), "110105491231002", "13900000000", "+86 139 0000 0000", "测试甲", "测试"],
)
def test_a_person_is_found_by_document_phone_or_name(text: str, journal: Journal) -> None:
    person = register(journal, "测试甲", DOCUMENT, phone="+8613900000000")
    register(journal, "别人乙", Document("cn-resident-id", "110101199003070038"))
    assert found(journal, text) == [person]


def test_everybody_who_shares_a_phone_or_a_document_is_shown(journal: Journal) -> None:
    both = [
        register(journal, name, DOCUMENT, phone="+8613900000000") for name in ("测试甲", "测试乙")
    ]
    assert sorted(found(journal, ID)) == sorted(both)
    assert sorted(found(journal, "13900000000")) == sorted(both)


@pytest.mark.parametrize("text", ["11010519491231002X", "13900000000", "没有", "", "110105"])
def test_nobody_is_found_where_nobody_was_registered(text: str, journal: Journal) -> None:
    assert found(journal, text) == []


def test_a_mistyped_document_is_never_taken_for_somebody(journal: Journal) -> None:
    register(journal, "测试甲", DOCUMENT)
    assert found(journal, "110105194912310029") == []


def test_a_vial_names_nobody(journal: Journal) -> None:
    register(journal, "测试甲", DOCUMENT)
    assert found(journal, "(01)06901234567892(10)ABC") == []


@pytest.mark.parametrize("text", [WANG_ID.number, "13912345678", "王小明", "wangxiaoming"])
def test_somebody_of_the_roster_is_found_like_an_own_person(text: str, journal: Journal) -> None:
    fill(journal, somebody())
    assert found(journal, text) == [b"w" * 16]


def test_whoever_is_registered_here_is_answered_once_and_by_that_registration(
    journal: Journal,
) -> None:
    fill(journal, somebody())
    own = own_client(journal, found(journal, WANG_ID.number)[0], user="nurse.test")
    for text in (WANG_ID.number, "王小明"):
        assert found(journal, text) == [own]


def test_the_same_document_under_another_name_is_a_contest_with_the_roster_too(
    journal: Journal,
) -> None:
    own = register(journal, "李四", WANG_ID)
    fill(journal, somebody())
    assert found(journal, WANG_ID.number) == [own, b"w" * 16]


def test_the_same_document_and_name_is_one_person_before_the_hub_says_so(journal: Journal) -> None:
    own = register(journal, "王小明", WANG_ID)
    fill(journal, somebody())
    assert found(journal, WANG_ID.number) == [own]
