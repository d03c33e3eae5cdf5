"""What a workbook says of a dose is what the desk would say."""

from __future__ import annotations

from datetime import date, timedelta

from fieldapp.actions.workbook.next_doses import min_age, next_dose
from fieldapp.domain.schedule.advice import Person
from fieldapp.domain.schedule.case import PriorDose
from fieldapp.reports.workbook.content import NextDose
from tests.actions.operation import Operation
from tests.actions.workbook.made_up import TODAY
from tests.journal.laptop import VACCINE

BORN = date(1980, 3, 7)


def person(*days_ago: int, born: date | None = BORN) -> Person:
    return Person(born, tuple(PriorDose(TODAY - timedelta(days=n), VACCINE) for n in days_ago))


def test_a_first_dose_says_when_the_second_is_due(operation: Operation) -> None:
    found = next_dose(operation.practice, person(), VACCINE, TODAY)
    assert (found.number, found.stop, str(found.interval)) == (1, "", "21d")
    assert found.not_before == date(1998, 3, 7)


def test_a_second_dose_has_its_day_and_nothing_after_it(operation: Operation) -> None:
    found = next_dose(operation.practice, person(10), VACCINE, TODAY)
    assert found == NextDose(2, TODAY + timedelta(days=11))


def test_whoever_is_complete_or_needs_a_doctor_is_stopped(operation: Operation) -> None:
    assert next_dose(operation.practice, person(60, 30), VACCINE, TODAY).stop == "complete"
    assert next_dose(operation.practice, person(), "yellow-fever", TODAY).stop == "ask"


def test_the_least_age_of_a_product_is_its_first_doses(operation: Operation) -> None:
    assert str(min_age(operation.practice, VACCINE)) == "18y"
    assert min_age(operation.practice, "nobody-made-this") is None
