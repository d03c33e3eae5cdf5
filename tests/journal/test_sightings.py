"""Who was vaccinated today is told without a name, found by document or likeness, for a day."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from fieldapp.actions.void_dose import void_dose
from fieldapp.domain.client import ClientDetails, Document
from fieldapp.journal.journal import Journal
from fieldapp.journal.neighbours import note_met
from fieldapp.journal.sightings import (
    Sighting,
    forget,
    seen_here,
    sighting_of,
    sighting_of_client,
    tokens_of,
)
from fieldapp.wire.facts import ClientLinked
from fieldapp.wire.neighbour import Seen
from tests.journal.laptop import NURSE, VACCINE, give, register

KEY, OTHER_KEY = b"k" * 32, b"o" * 32
TODAY = date(2021, 5, 8)
PASSPORT = Document("passport", "TEST123")
PERSON = ClientDetails("Test Person", (PASSPORT,), date(1980, 1, 2), phone="13800000001")


@pytest.fixture
def seen(journal: Journal) -> tuple[Seen, ...]:
    """What a laptop tells that has vaccinated PERSON at nine."""
    details = {"birth_date": PERSON.birth_date, "phone": PERSON.phone}
    give(journal, register(journal, PERSON.name, PASSPORT, **details))
    return seen_here(journal, KEY, TODAY)


def hear(
    journal: Journal, seen: tuple[Seen, ...], *, team: str = "Boat 2", day: date = TODAY
) -> None:
    note_met(journal, len(team), team, KEY, day, seen)


def test_a_person_is_told_by_tokens_alone(seen: tuple[Seen, ...]) -> None:
    (one,) = seen
    assert (one.minute, one.vaccine, len(one.tokens)) == (9 * 60, VACCINE, 3)
    said = b"".join(one.tokens)
    for known in (b"Test", b"TEST123", b"1980", b"138"):
        assert known not in said


def test_the_same_document_finds_the_person_for_sure(
    journal: Journal, seen: tuple[Seen, ...]
) -> None:
    hear(journal, seen)
    stranger = ClientDetails("Another Name", (PASSPORT,))
    assert sighting_of(journal, [stranger], TODAY) == Sighting("Boat 2", 540, VACCINE, True)


@pytest.mark.parametrize(
    "like",
    [
        ClientDetails("TEST  person", birth_date=date(1980, 1, 2)),
        ClientDetails("Test Person", phone="+86 138 0000 0001"),
    ],
)
def test_name_with_birth_day_or_phone_finds_somebody_who_may_be_the_same(
    journal: Journal, seen: tuple[Seen, ...], like: ClientDetails
) -> None:
    hear(journal, seen)
    assert sighting_of(journal, [like], TODAY) == Sighting("Boat 2", 540, VACCINE, False)


@pytest.mark.parametrize(
    "other",
    [
        ClientDetails("Test Person"),
        ClientDetails("Test Person", (Document("passport", "TEST124"),), date(1980, 1, 3)),
        ClientDetails("Test Person", (Document("cn-seafarer", "TEST123"),)),
        ClientDetails("Someone", birth_date=date(1980, 1, 2), phone="13800000001"),
    ],
)
def test_nobody_else_is_found(
    journal: Journal, seen: tuple[Seen, ...], other: ClientDetails
) -> None:
    hear(journal, seen)
    assert sighting_of(journal, [other], TODAY) is None


def test_the_list_counts_for_its_day_and_gives_way_to_the_next(
    journal: Journal, seen: tuple[Seen, ...]
) -> None:
    hear(journal, seen)
    assert sighting_of(journal, [PERSON], TODAY + timedelta(days=1)) is None
    hear(journal, ())
    assert sighting_of(journal, [PERSON], TODAY) is None


def test_of_several_sightings_the_last_sure_one_is_told(
    journal: Journal, seen: tuple[Seen, ...]
) -> None:
    sure, likely = tokens_of(KEY, [PERSON])
    hear(journal, (Seen(600, "later", tuple(likely)), *seen))
    hear(journal, (Seen(580, "", tuple(sure)),), team="Vehicle 3")
    found = sighting_of(journal, [PERSON], TODAY)
    assert found is not None
    assert (found.team, found.minute) == ("Vehicle 3", 580)


def test_another_key_makes_other_tokens(journal: Journal, seen: tuple[Seen, ...]) -> None:
    assert not {*seen[0].tokens} & {*seen_here(journal, OTHER_KEY, TODAY)[0].tokens}


def test_all_registrations_of_a_person_are_told_and_looked_up(journal: Journal) -> None:
    with_papers = register(journal, "Test Person", PASSPORT)
    without = register(journal, "Tester P.")
    link = ClientLinked(journal.ref(without), journal.ref(with_papers), "same face")
    journal.append([link], user=NURSE.login)
    give(journal, without)
    (told,) = seen_here(journal, KEY, TODAY)
    assert told.tokens == tuple(tokens_of(KEY, [ClientDetails("", (PASSPORT,))])[0])
    hear(journal, (told,))
    assert sighting_of_client(journal, without, TODAY) is not None


def test_only_what_was_given_today_and_stands_is_told(journal: Journal) -> None:
    person = register(journal, "Test Person", PASSPORT)
    give(journal, person, occurred=datetime(2021, 5, 7, 9, 0))
    wrong = give(journal, person)
    assert len(seen_here(journal, KEY, TODAY)) == 1
    void_dose(journal, wrong, "other", user=NURSE.login)
    assert seen_here(journal, KEY, TODAY) == ()


def test_who_was_erased_was_never_seen(journal: Journal, seen: tuple[Seen, ...]) -> None:
    hear(journal, seen)
    forget(journal, [PERSON])
    assert sighting_of(journal, [PERSON], TODAY) is None
