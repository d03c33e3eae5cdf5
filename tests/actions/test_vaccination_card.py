"""A card says every dose that stands, what is due next, and how it is known; nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from fieldapp.actions.consult import ClientGone, Practice
from fieldapp.actions.programme import load_catalogue, load_programme, load_questions
from fieldapp.actions.record_elsewhere import ElsewhereDose, record_elsewhere
from fieldapp.actions.vaccination_card import vaccination_card
from fieldapp.actions.void_dose import void_dose
from fieldapp.domain.client import Document
from fieldapp.domain.immunization import Evidence
from fieldapp.reports.vaccination_card import NextDose
from fieldapp.wire.health_card import open_card
from tests.journal.hub import enrol
from tests.journal.laptop import LOT, NURSE, VACCINE, FakeClock, Laptop, give, register

NOW = datetime(2021, 8, 1, 4, 0, tzinfo=UTC)
FIRST, SECOND = datetime(2021, 6, 1, 9, 0), datetime(2021, 7, 5, 9, 0)
WANG = Document("cn-resident-id", "110105198005170017")


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[Practice]:
    laptop = Laptop(tmp_path / "home", FakeClock(NOW))
    laptop.set_up()
    rules = load_programme("cn-nhc-2021-03-29")
    yield Practice(laptop.open(), load_catalogue(), rules, load_questions(), laptop.clock)
    laptop.close()


def test_each_dose_stands_with_product_lot_day_site_and_who_gave_it(practice: Practice) -> None:
    person = register(practice.journal, "王甲", WANG, birth_date=date(1980, 5, 17))
    give(practice.journal, person, occurred=FIRST)
    card = vaccination_card(practice, person)
    (dose,) = card.doses
    assert (dose.number, dose.vaccine, dose.lot, dose.given_on) == (1, VACCINE, LOT, FIRST.date())
    assert (dose.site, dose.given_by, dose.elsewhere) == ("left-deltoid", NURSE.name, False)
    assert (card.name, card.team, card.birth_date) == ("王甲", "Boat Test", date(1980, 5, 17))


def test_a_card_shows_no_whole_document_number(practice: Practice) -> None:
    person = register(practice.journal, "王甲", WANG)
    assert WANG.number not in vaccination_card(practice, person).document.replace(" ", "")
    assert vaccination_card(practice, person).document.endswith("17")


def test_the_next_dose_is_said_until_the_course_is_complete(practice: Practice) -> None:
    person = register(practice.journal, "王甲", WANG, birth_date=date(1980, 5, 17))
    give(practice.journal, person, occurred=FIRST)
    card = vaccination_card(practice, person)
    assert card.next_doses == (NextDose(VACCINE, 2, card.next_doses[0].due_on),)
    assert card.next_doses[0].due_on > FIRST.date()
    give(practice.journal, person, occurred=SECOND)
    card = vaccination_card(practice, person)
    assert (card.next_doses, card.complete) == ((), True)
    assert [dose.number for dose in card.doses] == [1, 2]


def test_a_dose_struck_through_is_on_no_card(practice: Practice) -> None:
    person = register(practice.journal, "王甲", WANG)
    dose = give(practice.journal, person, occurred=FIRST)
    void_dose(practice.journal, dose, "recorded-twice", user=NURSE.login)
    card = vaccination_card(practice, person)
    assert (card.doses, card.next_doses, card.complete) == ((), (), False)


def test_a_dose_of_others_says_where_it_was_given_and_how_that_is_known(
    practice: Practice,
) -> None:
    person = register(practice.journal, "王甲", WANG)
    day = FIRST.date()
    order = ElsewhereDose(person, VACCINE, day, Evidence.CARD, "ELSE-1", "Harbour clinic")
    record_elsewhere(practice.journal, order, clock=practice.clock, user=NURSE.login)
    (dose,) = vaccination_card(practice, person).doses
    assert (dose.elsewhere, dose.given_by, dose.evidence) == (True, "Harbour clinic", "card")
    assert dose.lot == "ELSE-1"


def test_the_card_says_that_it_is_known_from_this_laptop_alone(practice: Practice) -> None:
    person = register(practice.journal, "王甲")
    card = vaccination_card(practice, person)
    assert card.known_as_of is None
    assert card.issued_at.isoformat() == "2021-08-01T12:00:00+08:00"


def test_somebody_unknown_has_no_card(practice: Practice) -> None:
    with pytest.raises(ClientGone):
        vaccination_card(practice, b"\x01" * 32)


def test_only_a_laptop_that_a_hub_vouches_for_signs(practice: Practice) -> None:
    person = register(practice.journal, "王甲", WANG)
    give(practice.journal, person, occurred=FIRST)
    assert vaccination_card(practice, person).signed == ""
    enrol(practice.journal)
    card = vaccination_card(practice, person)
    assert card.left_out == 0
    assert len(open_card([card.signed]).read().doses) == 1
