"""A dose that others gave counts, says how it is known, and is written down once."""

from __future__ import annotations

from datetime import date

import pytest

from fieldapp.actions.record_elsewhere import (
    DayImpossible,
    ElsewhereDose,
    KnownAlready,
    record_elsewhere,
)
from fieldapp.domain.immunization import DoseSource, Evidence
from fieldapp.journal import doses, vials
from fieldapp.journal.journal import Journal
from tests.journal.laptop import NURSE, VACCINE, FakeClock, Laptop, open_vial, register


def told(person: bytes, day: date, vaccine: str = VACCINE) -> ElsewhereDose:
    return ElsewhereDose(person, vaccine, day, Evidence.CARD, "A2021", "Jining clinic")


def write(journal: Journal, laptop: Laptop, dose: ElsewhereDose) -> bytes:
    return record_elsewhere(journal, dose, clock=laptop.clock, user=NURSE.login)


def test_it_is_in_the_history_with_where_it_is_known_from(journal: Journal, laptop: Laptop) -> None:
    person = register(journal)
    open_vial(journal)
    write(journal, laptop, told(person, date(2021, 7, 5)))
    (event,) = doses.of_client(journal, person)
    assert (event.source, event.evidence, event.place) == (
        DoseSource.ELSEWHERE,
        "card",
        "Jining clinic",
    )
    assert (event.occurred_at.date(), event.lot.lot_number) == (date(2021, 7, 5), "A2021")
    assert event.session is None
    assert vials.in_use(journal)[0].doses_left == 5, "it came from no vial of ours"


def test_the_same_day_and_product_again_is_the_same_dose(journal: Journal, laptop: Laptop) -> None:
    person = register(journal)
    write(journal, laptop, told(person, date(2021, 7, 5)))
    head = journal.head()
    with pytest.raises(KnownAlready):
        write(journal, laptop, told(person, date(2021, 7, 5)))
    assert journal.head() == head
    write(journal, laptop, told(person, date(2021, 7, 5), "flu-inactivated"))


def test_a_day_to_come_or_before_birth_is_refused(journal: Journal, laptop: Laptop) -> None:
    person = register(journal, birth_date=date(1980, 5, 17))
    for day in (date(2021, 8, 2), date(1980, 5, 16)):
        with pytest.raises(DayImpossible):
            write(journal, laptop, told(person, day))
    write(journal, laptop, told(person, date(2021, 8, 1)))


def test_the_site_decides_what_today_is(journal: Journal) -> None:
    person = register(journal)
    clock = FakeClock()
    clock.wall = clock.wall.replace(hour=17)  # already tomorrow in Shandong
    dose = told(person, date(2021, 5, 9))
    record_elsewhere(journal, dose, clock=clock, user=NURSE.login)
