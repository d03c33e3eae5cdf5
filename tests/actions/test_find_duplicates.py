"""Whoever may be the same person is found before a second registration is made."""

from __future__ import annotations

from datetime import date

import pytest

from fieldapp.actions.find_duplicates import Likeness, duplicates_of, unsettled
from fieldapp.actions.link_clients import link_clients, tell_apart
from fieldapp.domain.client import ClientDetails, Document
from fieldapp.journal import clients
from fieldapp.journal.journal import Journal
from tests.journal.laptop import LEAD, NURSE, register

PAPER = Document("cn-resident-id", "110105198005170017")
BORN = date(1980, 5, 17)


def likeness(journal: Journal, details: ClientDetails) -> list[tuple[str, Likeness]]:
    return [(one.client.details.name, one.likeness) for one in duplicates_of(journal, details)]


@pytest.mark.parametrize(
    ("registered", "now", "expected"),
    [
        ("王海波", "王海波", Likeness.SAME_DOCUMENT),
        ("王海波 Wang Haibo", "WANG HAIBO", Likeness.SAME_DOCUMENT),
        ("王海波", "HAIBO WANG", Likeness.SAME_DOCUMENT),
        ("王海波", "", Likeness.SAME_DOCUMENT),
        ("王海波", "王海博", Likeness.CONTEST),
        ("王海波", "LI SI", Likeness.CONTEST),
    ],
)
def test_the_same_document_is_the_same_person_or_a_contest(
    journal: Journal, registered: str, now: str, expected: Likeness
) -> None:
    register(journal, registered, PAPER)
    details = ClientDetails(now, (PAPER,), birth_date=BORN)
    assert likeness(journal, details) == [(registered, expected)]


def test_names_that_look_or_sound_alike_and_a_shared_phone_are_found(journal: Journal) -> None:
    register(journal, "李玮", birth_date=BORN)
    register(journal, "王五", phone="+8613800000001")
    register(journal, "赵六", birth_date=BORN)
    details = ClientDetails("李伟", birth_date=BORN, phone="+8613800000001")
    assert likeness(journal, details) == [
        ("李玮", Likeness.LOOKS_ALIKE),
        ("王五", Likeness.SAME_PHONE),
    ]


def test_somebody_alike_in_two_ways_is_told_once_by_the_surer(journal: Journal) -> None:
    register(journal, "李伟", PAPER, birth_date=BORN, phone="+8613800000001")
    details = ClientDetails("李伟", (PAPER,), birth_date=BORN, phone="+8613800000001")
    assert likeness(journal, details) == [("李伟", Likeness.SAME_DOCUMENT)]


def test_a_doubt_stays_until_somebody_decides_it(journal: Journal) -> None:
    one = register(journal, "李伟", birth_date=BORN, phone="+8613800000001")
    other = register(journal, "李玮", birth_date=BORN)
    register(journal, "家人", phone="+8613800000001")
    client = clients.get(journal, one)
    assert client is not None
    assert [doubt.client.client_id for doubt in unsettled(journal, client)] == [other]
    tell_apart(journal, one, other, "two-people", user=NURSE.login)
    assert unsettled(journal, client) == []
    link_clients(journal, one, other, "person-says", user=LEAD.login)
    assert unsettled(journal, client) == []
