"""Of an erased dose the day still knows that it was given, of what and why it is of nobody."""

from __future__ import annotations

from datetime import UTC, date, datetime

from fieldapp.journal.erased_doses import on_day
from fieldapp.journal.erasure.orders import take_page
from fieldapp.journal.journal import Journal
from fieldapp.journal.session_doses import counts
from tests.journal.erasing import BASIS, CANARY, confirm, next_page
from tests.journal.hub import enrol
from tests.journal.laptop import VACCINE, give, register

DAY = date(2021, 5, 8)


def test_it_stands_on_the_day_it_was_written_down_and_names_nobody(journal: Journal) -> None:
    enrol(journal)
    person = register(journal, CANARY)
    dose = give(journal, person)
    confirm(journal)
    assert on_day(journal, DAY) == []
    take_page(journal, next_page(journal, person, dose))
    (found,) = on_day(journal, DAY)
    assert (found.event_id, found.vaccine, found.legal_basis) == (dose, VACCINE, BASIS)
    assert found.recorded_on_site.replace(tzinfo=None) == datetime(2021, 5, 8, 9, 0)
    assert found.erased_at == datetime(2021, 7, 31, 2, 53, 20, tzinfo=UTC)
    assert found.is_confirmed
    assert on_day(journal, date(2021, 5, 9)) == []


def test_a_session_still_counts_the_dose_and_nobody_for_it(journal: Journal) -> None:
    enrol(journal)
    give(journal, register(journal))
    person = register(journal, CANARY)
    dose = give(journal, person)
    confirm(journal)
    take_page(journal, next_page(journal, person, dose))
    found = counts(journal, "boat-test-0508")
    assert (found.given, found.people) == (2, 1)
