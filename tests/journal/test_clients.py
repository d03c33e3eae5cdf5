from __future__ import annotations

from datetime import date

import pytest

from fieldapp.domain.birth_date import Precision
from fieldapp.domain.client import Client, Document, Sex
from fieldapp.journal import clients
from fieldapp.journal.journal import Journal
from fieldapp.wire.facts import ClientLinked
from tests.journal.laptop import NURSE, register

PASSPORT = Document("passport", "TEST12345")


def names(hits: list[clients.ClientHit]) -> list[str]:
    return [hit.client.details.name for hit in hits]


def test_a_person_is_kept_as_written_down(journal: Journal) -> None:
    client_id = register(
        journal,
        "测试甲",
        PASSPORT,
        birth_date=date(1980, 1, 2),
        sex=Sex.FEMALE,
        phone="13800000001",
        consent=True,
        circumstances="berth 4",
    )
    found = clients.get(journal, client_id)
    assert found is not None
    assert (found.details.name, found.details.birth_date) == ("测试甲", date(1980, 1, 2))
    assert (found.details.sex, found.details.consent) == (Sex.FEMALE, True)
    assert clients.get(journal, bytes(32)) is None


def test_a_document_finds_everybody_who_showed_it(journal: Journal) -> None:
    one, other = register(journal, "测试甲", PASSPORT), register(journal, "测试乙", PASSPORT)
    assert [c.client_id for c in clients.by_document(journal, PASSPORT)] == [one, other]
    assert clients.by_document(journal, Document("passport", "TEST1234")) == []
    assert clients.by_document(journal, Document("cn-seafarer", "TEST12345")) == []


def test_a_phone_finds_the_whole_family(journal: Journal) -> None:
    family = [register(journal, name, phone="13800000001") for name in ("测试甲", "测试乙")]
    found = clients.by_phone(journal, "+8613800000001")
    assert [client.client_id for client in found] == family


def test_people_linked_as_one_are_answered_once(journal: Journal) -> None:
    one, other = register(journal, "测试甲", PASSPORT), register(journal, "测试甲", PASSPORT)
    journal.append(
        [ClientLinked(journal.ref(one), journal.ref(other), "same face")], user=NURSE.login
    )
    assert [c.client_id for c in clients.by_document(journal, PASSPORT)] == [one]
    assert len(clients.search(journal, "测试")) == 1
    assert [c.client_id for c in clients.linked(journal, other)] == [one, other]
    assert len(clients.by_name(journal, "测试甲")) == 2


@pytest.mark.parametrize(
    "text",
    ["曾", "曾测", "曾测试", "zeng", "zengce", "zengceshi", "ceshi", "zcs", "z", "TEST99", "1380"],
)
def test_a_search_finds_by_name_pinyin_initials_and_numbers(journal: Journal, text: str) -> None:
    wanted = Document("passport", "TEST99")
    register(journal, "李某某", PASSPORT, phone="13900000009")
    register(journal, "曾测试", wanted, phone="13800000001")
    assert names(clients.search(journal, text)) == ["曾测试"]


@pytest.mark.parametrize("text", ["", " ", "·", "*", '"', "测甲", "12", "zzz", "0"])
def test_a_search_for_nothing_finds_nothing(journal: Journal, text: str) -> None:
    register(journal, "测试甲", PASSPORT)
    assert clients.search(journal, text) == []


def test_exact_names_come_first_then_the_newest(journal: Journal) -> None:
    for name in ("测试", "测试甲", "测试乙"):
        register(journal, name)
    assert names(clients.search(journal, "测试")) == ["测试", "测试乙", "测试甲"]
    assert names(clients.search(journal, "测试", limit=2)) == ["测试", "测试乙"]


def test_a_number_that_is_a_phone_and_a_document_finds_the_person_once(journal: Journal) -> None:
    register(journal, "测试甲", Document("cn-seafarer", "13800000001"), phone="13800000001")
    hits = clients.search(journal, "138000")
    assert [(hit.client.details.name, hit.matched) for hit in hits] == [("测试甲", "phone")]


def test_lookalikes_share_a_birth_date_and_nearly_the_name(journal: Journal) -> None:
    birth = date(1980, 1, 2)
    for name in ("李伟", "李玮", "李大伟", "王伟", "测试丙"):
        register(journal, name, birth_date=birth)
    register(journal, "李伟", birth_date=date(1990, 1, 1))
    register(journal, "李伟")
    found = clients.lookalikes(journal, "李伟", birth)
    assert [client.details.name for client in found] == ["李伟", "李玮", "王伟", "李伟"]
    unknown = clients.lookalikes(journal, "李伟", None)
    assert [client.details.name for client in unknown] == ["李伟", "李伟", "李伟", "李玮"]


def test_a_birth_year_alone_looks_like_every_day_of_that_year(journal: Journal) -> None:
    year, month = date(1980, 1, 1), date(1980, 5, 1)
    register(journal, "李伟", birth_date=year, birth_known_to=Precision.YEAR)
    register(journal, "李玮", birth_date=month, birth_known_to=Precision.MONTH)
    register(journal, "王伟", birth_date=date(1980, 5, 17))
    register(journal, "李伟", birth_date=date(1981, 5, 17))
    assert names_of(clients.lookalikes(journal, "李伟", date(1980, 5, 18))) == ["李伟", "李玮"]
    assert names_of(clients.lookalikes(journal, "李伟", date(1980, 6, 18))) == ["李伟"]
    whole_year = clients.lookalikes(journal, "李伟", year, date(1980, 12, 31))
    assert names_of(whole_year) == ["李伟", "李玮", "王伟"]


def test_names_that_sound_the_same_look_alike_where_a_birth_date_is_unknown(
    journal: Journal,
) -> None:
    born = date(1980, 1, 2)
    register(journal, "王晓明")
    for name in ("王小明", "晓明"):
        register(journal, name, birth_date=born)
    assert names_of(clients.lookalikes(journal, "王小铭", None)) == ["王晓明", "王小明"]
    assert names_of(clients.lookalikes(journal, "王小铭", born)) == ["王小明", "王晓明"]


def test_the_last_number_of_a_kind_is_the_highest(journal: Journal) -> None:
    assert clients.last_number(journal, "provisional", "NP-1-") is None
    for number in ("NP-1-002", "NP-1-010", "NP-2-099"):
        register(journal, "测试甲", Document("provisional", number))
    assert clients.last_number(journal, "provisional", "NP-1-") == "NP-1-010"


def names_of(found: list[Client]) -> list[str]:
    return [client.details.name for client in found]
