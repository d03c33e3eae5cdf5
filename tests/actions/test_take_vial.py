"""A scan takes a vial into use, goes back to one that is open, and tells what it costs."""

from __future__ import annotations

from datetime import date

import pytest

from fieldapp.actions.consult import Practice
from fieldapp.actions.open_vial import VialScan
from fieldapp.actions.programme import load_catalogue, load_programme, load_questions
from fieldapp.actions.take_vial import VialTaken, take_vial
from fieldapp.domain.immunization import VaccineLot
from fieldapp.journal.journal import Journal
from tests.journal.laptop import NURSE, VACCINE, Laptop, give, register


@pytest.fixture
def practice(laptop: Laptop, journal: Journal) -> Practice:
    rules = load_programme("cn-nhc-2021-03-29")
    return Practice(journal, load_catalogue(), rules, load_questions(), laptop.clock)


def take(practice: Practice, code: str, vaccine: str = VACCINE) -> VialTaken:
    scan = VialScan(VaccineLot(vaccine, "TEST-0001", date(2022, 1, 31)), 5, code)
    return take_vial(practice, scan, user=NURSE.login)


def test_the_rest_of_the_vial_before_is_told(practice: Practice) -> None:
    first = take(practice, "one")
    assert first.thrown_away == 0
    give(practice.journal, register(practice.journal), vial=first.vial.vial_id)
    second = take(practice, "two")
    assert second.thrown_away == 4


def test_a_vial_that_is_open_is_taken_again_without_a_new_record(practice: Practice) -> None:
    covid, flu = take(practice, "one"), take(practice, "two", "flu-inactivated")
    head = practice.journal.head()
    again = take(practice, "one")
    assert again.vial.vial_id == covid.vial.vial_id
    assert practice.journal.head() == head
    assert flu.thrown_away == 0, "a vial of another product stays in use"
