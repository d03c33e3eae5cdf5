"""One look for the strips: doses only, nothing counted that was struck out, nothing made up."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from fieldapp.actions.consult import Practice
from fieldapp.actions.open_session import open_session
from fieldapp.actions.overview import Overview, overview
from fieldapp.actions.programme import load_catalogue, load_programme
from fieldapp.actions.void_dose import void_dose
from fieldapp.journal.hub_link import store_receipt
from fieldapp.journal.journal import Journal
from tests.journal.hub import ENROLMENT, enrol, receipt
from tests.journal.laptop import NURSE, TEAM, Laptop, give, register

TODAY = datetime(2021, 8, 1, 9, 0)


@pytest.fixture
def practice(laptop: Laptop, journal: Journal) -> Practice:
    rules = load_programme("cn-nhc-2021-03-29")
    return Practice(journal, load_catalogue(), rules, (), laptop.clock)


def test_a_new_laptop_has_its_team_and_nothing_else(practice: Practice) -> None:
    seen = overview(practice)
    assert (seen.team, seen.session, seen.recorded_today) == (TEAM.name, None, 0)
    assert (seen.tally.recorded, seen.enrolment, seen.attempts) == (0, None, ())
    assert not seen.clock_doubtful


def counts(seen: Overview) -> tuple[int, int, int, int]:
    """Recorded today, recorded, waiting, confirmed."""
    return seen.recorded_today, seen.tally.recorded, seen.tally.waiting, seen.tally.confirmed


def test_doses_of_today_and_of_other_days_are_told_apart(practice: Practice) -> None:
    journal = practice.journal
    enrol(journal)
    person = register(journal)
    give(journal, person, occurred=datetime(2021, 7, 5, 9, 0))
    store_receipt(journal, receipt(journal.head()))
    give(journal, person, occurred=TODAY)
    assert counts(overview(practice)) == (1, 2, 1, 1)


def test_a_struck_dose_is_no_dose_of_today(practice: Practice) -> None:
    dose = give(practice.journal, register(practice.journal), occurred=TODAY)
    void_dose(practice.journal, dose, "other", user=NURSE.login)
    assert overview(practice).recorded_today == 0


def test_the_place_is_the_sessions(practice: Practice) -> None:
    open_session(
        practice.journal,
        label="Boat 3",
        place="Weishan pier",
        operation=70,
        programme=practice.programme.id,
        user=NURSE.login,
    )
    session = overview(practice).session
    assert session is not None
    assert (session.label, session.place) == ("Boat 3", "Weishan pier")


def test_the_hub_it_joined_is_told(practice: Practice) -> None:
    enrol(practice.journal)
    assert overview(practice).enrolment == ENROLMENT


def test_a_clock_behind_the_journal_is_doubtful(laptop: Laptop, practice: Practice) -> None:
    give(practice.journal, register(practice.journal), occurred=TODAY)
    practice.journal.close()
    laptop.clock.wall = datetime(2011, 1, 1, tzinfo=UTC)
    journal = laptop.open()
    rules = practice.programme
    seen = overview(Practice(journal, practice.catalogue, rules, (), laptop.clock))
    assert seen.clock_doubtful
