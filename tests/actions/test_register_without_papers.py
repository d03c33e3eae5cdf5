"""Nobody is turned away for want of papers: the team's own number finds them again."""

from __future__ import annotations

from datetime import UTC, date, datetime

from fieldapp.actions.find_client import find_clients
from fieldapp.actions.register_without_papers import register_without_papers
from fieldapp.domain.client import Client, ClientDetails
from fieldapp.domain.scan import identify
from fieldapp.journal.journal import Journal
from tests.journal.hub import enrol
from tests.journal.laptop import NURSE

TODAY = datetime.now(UTC).date()


def fisherman(journal: Journal, name: str) -> Client:
    details = ClientDetails(name, birth_date=date(1970, 1, 1), circumstances="boat 12, berth 3")
    return register_without_papers(journal, details, user=NURSE.login)


def number(client: Client) -> str:
    (document,) = client.details.documents
    assert document.kind == "provisional"
    return document.number


def test_the_number_on_the_card_finds_the_person_again(journal: Journal) -> None:
    client = fisherman(journal, "无名氏甲")
    scan = identify(number(client), TODAY)
    assert [found.client_id for found in find_clients(journal, scan)] == [client.client_id]


def test_numbers_count_up_and_none_is_given_twice(journal: Journal) -> None:
    numbers = [number(fisherman(journal, name)) for name in ("甲", "乙", "丙")]
    assert [int(given.split("-")[2]) for given in numbers] == [1, 2, 3]
    assert len(set(numbers)) == 3


def test_an_enrolled_laptop_gives_numbers_under_its_own(journal: Journal) -> None:
    enrol(journal)
    assert number(fisherman(journal, "甲")).split("-")[1] != "500000"
    assert int(number(fisherman(journal, "乙")).split("-")[2]) == 2
