"""What a workbook says of a dose is what the desk would say."""

from __future__ import annotations

from datetime import date, timedelta

from fieldapp.domain.schedule.advice import Person
from fieldapp.domain.schedule.case import PriorDose
from fieldapp.reports.workbook.content import NextDose
from fieldapp.reports.workbook.next_doses import min_age, next_dose
from tests.reports.workbook.made_up import RULES

BORN, TODAY = date(1980, 3, 7), date(2021, 8, 1)
VACCINE = "covid-inact-bibp"


def person(*days_ago: int, born: date | None = BORN) -> Person:
    return Person(born, tuple(PriorDose(TODAY - timedelta(days=n), VACCINE) for n in days_ago))


def test_a_first_dose_says_when_the_second_is_due() -> None:
    found = next_dose(RULES, person(), VACCINE, TODAY)
    assert (found.number, found.stop, str(found.interval)) == (1, "", "21d")
    assert found.not_before == date(1998, 3, 7)


def test_a_second_dose_has_its_day_and_nothing_after_it() -> None:
    found = next_dose(RULES, person(10), VACCINE, TODAY)
    assert found == NextDose(2, TODAY + timedelta(days=11))


def test_whoever_is_complete_or_needs_a_doctor_is_stopped() -> None:
    assert next_dose(RULES, person(60, 30), VACCINE, TODAY).stop == "complete"
    assert next_dose(RULES, person(), "yellow-fever", TODAY).stop == "ask"


def test_the_least_age_of_a_product_is_its_first_doses() -> None:
    assert str(min_age(RULES, VACCINE)) == "18y"
    assert min_age(RULES, "nobody-made-this") is None
