from __future__ import annotations

from datetime import date, timedelta

import pytest

from fieldapp.actions.programme import load_catalogue, load_programme
from fieldapp.domain.due import Cohort, CourseStanding, DueState, cohorts, courses_of
from fieldapp.domain.schedule.advice import Person
from fieldapp.domain.schedule.case import PriorDose
from tests.domain.test_call import RULES

CHINA, CATALOGUE = load_programme("cn-nhc-2021-03-29"), load_catalogue()
BIBP, SINOVAC, CANSINO = "covid-inact-bibp", "covid-inact-sinovac", "covid-ad5-cansino"
FIRST = date(2021, 5, 8)
BORN = date(1980, 1, 1)


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def courses(*doses: tuple[int, str], today: int = 30, **more: object) -> tuple[CourseStanding, ...]:
    given = tuple(PriorDose(day(number), vaccine) for number, vaccine in doses)
    person = Person(**{"birth_date": BORN, "doses": given, **more})  # type: ignore[arg-type]  # fields of Person
    return courses_of(CHINA, CATALOGUE, person, day(today), RULES)


@pytest.mark.parametrize(
    ("number", "state"),
    [
        (13, DueState.NOT_YET),
        (14, DueState.SOON),
        (20, DueState.SOON),
        (21, DueState.DUE),
        (35, DueState.DUE),
        (36, DueState.OVERDUE),
        (56, DueState.OVERDUE),
        (57, DueState.PAST),
    ],
)
def test_the_second_dose_is_due_on_day_21_and_late_after_day_56(
    number: int, state: DueState
) -> None:
    (course,) = courses((0, BIBP), today=number)
    assert (course.dose, course.due, course.latest) == (2, day(21), day(56))
    assert course.state(day(number), RULES) is state


def test_nothing_is_due_to_somebody_who_began_nothing() -> None:
    assert courses() == ()


def test_a_course_that_is_complete_is_done() -> None:
    (course,) = courses((0, BIBP), (22, SINOVAC), today=60)
    assert course.state(day(60), RULES) is DueState.COMPLETE
    assert (course.first, course.second, course.vaccine) == (day(0), day(22), SINOVAC)
    (single,) = courses((0, CANSINO))
    assert single.complete
    assert single.second_by is None


def test_a_dose_that_came_too_early_makes_the_next_due_later() -> None:
    (course,) = courses((0, BIBP), (10, BIBP), today=12)
    assert (course.dose, course.due) == (2, day(31))


def test_a_dose_below_the_age_is_asked_about_first() -> None:
    (course,) = courses((0, BIBP), birth_date=FIRST - timedelta(days=15 * 365))
    assert course.state(day(30), RULES) in (DueState.ASK, DueState.NOT_YET, DueState.DUE)


def test_after_a_grave_reaction_nobody_is_called() -> None:
    after = {BIBP: frozenset({"severe_vaccine_allergy"})}
    assert courses((0, BIBP), after_doses=after) == ()


def test_after_a_serious_reaction_a_clinician_looks_first() -> None:
    after = {BIBP: frozenset({"serious_reaction_before"})}
    (course,) = courses((0, BIBP), after_doses=after)
    assert course.state(day(30), RULES) is DueState.ASK


def test_two_products_of_one_disease_are_one_course() -> None:
    assert len(courses((0, CANSINO), (40, BIBP), today=60)) == 1


def test_a_product_without_a_course_is_left_out() -> None:
    assert courses((0, "no-such-vaccine")) == ()


def test_a_dose_of_the_future_is_looked_at_again_when_its_day_comes() -> None:
    (course,) = courses((35, BIBP), today=30)
    assert course.due is None
    assert course.holds_until == day(34)


def test_a_dose_of_today_leaves_the_next_ones_day() -> None:
    (course,) = courses((0, BIBP), today=0)
    assert course.due == day(21)


def test_drop_out_counts_only_those_who_had_time_to_come() -> None:
    came, gone = courses((0, BIBP), (60, BIBP), today=70), courses((3, BIBP), today=70)
    young = courses((20, BIBP), today=70)
    (cohort,) = cohorts([*came, *gone, *young], day(70))
    assert cohort == Cohort("cn-inactivated", date(2021, 5, 1), first=2, second=1)
    assert cohort.drop_out == 0.5
    assert cohorts([*came, *gone], day(56)) == []
