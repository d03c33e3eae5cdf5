"""What the doses so far ask of the next one, and when nothing more is due."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from fieldapp.domain.schedule.case import PriorDose
from fieldapp.domain.schedule.course import Course

from .asking import (
    ADULT,
    BIBP,
    CHO,
    CN,
    DAY_1,
    FLU,
    HPV,
    RABIES,
    TD,
    WHO,
    ask,
    day,
    outcome,
    programme,
    window,
)

PEP = "who-pep-im-2wk"


def test_subunit_dose_3_is_aimed_at_6_months_from_dose_1() -> None:
    given = [(CHO, date(2021, 3, 31)), (CHO, date(2021, 4, 28))]
    latest = date(2021, 10, 1)
    answer = ask(CHO, latest, given)
    assert outcome(answer) == (True, "DUE")
    assert window(answer) == (date(2021, 5, 26), date(2021, 5, 26), latest)
    assert outcome(ask(CHO, date(2021, 10, 2), given)) == (True, "LATE_CONTINUE")
    assert outcome(ask(CHO, date(2021, 5, 25), given)) == (False, "TOO_EARLY")


def test_an_infection_before_the_only_dose_completes_the_course() -> None:
    answer = ask(CHO, 300, [(CHO, 0)], infected=day(-200))
    assert outcome(answer) == (False, "SERIES_COMPLETE")
    assert answer.warnings == ("ONE_DOSE_COMPLETES_AFTER_INFECTION",)


@pytest.mark.parametrize(
    ("born", "given", "on", "expected", "earliest"),
    [
        ("2017-01-01", ["2025-10-01"], "2025-10-28", (False, "TOO_EARLY"), "2025-10-29"),
        ("2016-10-02", ["2025-10-01"], "2025-10-29", (True, "DUE"), "2025-10-29"),
        ("2016-10-01", ["2025-10-01"], "2025-10-29", (False, "SERIES_COMPLETE"), None),
        ("1950-01-01", ["2025-10-01"], "2025-12-01", (False, "SERIES_COMPLETE"), None),
        ("1950-01-01", ["2024-10-01"], "2025-10-01", (True, "DUE"), "2025-10-01"),
        ("2018-01-01", ["2024-10-01"], "2025-10-10", (True, "DUE"), "2025-10-01"),
        ("2018-01-01", ["2024-10-01", "2024-10-29"], "2025-10-10", (True, "DUE"), "2025-10-01"),
        (
            "2018-01-01",
            ["2024-10-01", "2025-10-10"],
            "2025-11-20",
            (False, "SERIES_COMPLETE"),
            None,
        ),
        ("2025-05-01", [], "2025-10-31", (False, "BELOW_MIN_AGE"), "2025-11-01"),
    ],
)
def test_influenza_is_yearly_with_two_doses_only_in_a_young_childs_first_season(
    born: str,
    given: list[str],
    on: str,
    expected: tuple[bool | None, str],
    earliest: str | None,
) -> None:
    history = [(FLU, date.fromisoformat(one)) for one in given]
    birth = date.fromisoformat(born)
    answer = ask(FLU, date.fromisoformat(on), history, born=birth, under=WHO)
    assert outcome(answer) == expected
    assert answer.earliest == (None if earliest is None else date.fromisoformat(earliest))
    assert all(evaluation.validity.value == "valid" for evaluation in answer.evaluations)


def test_five_tetanus_doses_for_women_follow_months_and_years() -> None:
    given: list[tuple[str, date | int]] = []
    for earliest in ("2021-07-31", "2021-08-28", "2022-03-01", "2023-03-01", "2024-03-01"):
        at = date.fromisoformat(earliest)
        if given:
            before = ask(TD, at - timedelta(days=1), given, under=WHO)
            assert outcome(before) == (False, "TOO_EARLY")
            assert window(before) == (at, at, None)
        answer = ask(TD, at, given, under=WHO)
        assert outcome(answer) == (True, "DUE")
        assert answer.dose_number == len(given) + 1
        given.append((TD, at if len(given) != 1 else date(2021, 8, 31)))
    assert outcome(ask(TD, date(2030, 1, 1), given, under=WHO)) == (False, "SERIES_COMPLETE")


def test_hpv_dose_2_waits_6_months_and_one_dose_is_enough_in_the_other_programme() -> None:
    born, first = date(2014, 1, 1), [(HPV, date(2025, 8, 31))]
    answer = ask(HPV, date(2026, 2, 28), first, born=born, under=WHO, series="who-hpv-2dose")
    assert outcome(answer) == (False, "TOO_EARLY")
    assert window(answer) == (date(2026, 3, 1), date(2026, 3, 1), None)
    answer = ask(HPV, date(2026, 2, 28), first, born=born, under=WHO, series="who-hpv-1dose")
    assert outcome(answer) == (False, "SERIES_COMPLETE")


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (27, (False, "TOO_EARLY")),
        (28, (True, "DUE")),
        (56, (True, "DUE")),
        (57, (True, "LATE_CONTINUE")),
    ],
)
def test_pentavalent_doses_are_4_to_8_weeks_apart(
    on: int, expected: tuple[bool | None, str]
) -> None:
    born = DAY_1 - timedelta(weeks=6)
    answer = ask("pentavalent", on, [("pentavalent", 0)], born=born, under=WHO)
    assert outcome(answer) == expected
    assert window(answer) == (day(28), day(28), day(56))
    first = ask("pentavalent", -1, born=born, under=WHO)
    assert outcome(first) == (False, "BELOW_MIN_AGE")


@pytest.mark.parametrize(
    ("given", "dose", "earliest", "latest"),
    [
        ([0], 2, 3, None),
        ([0, 3], 3, 7, None),
        ([0, 3, 7], 4, 14, 28),
        ([0, 9], 3, 13, None),
        ([0, 3, 20], 4, 27, 28),
        ([0, 3, 25], 4, 32, 28),
    ],
)
def test_rabies_days_are_counted_from_dose_1_and_a_late_dose_keeps_its_distance(
    given: list[int], dose: int, earliest: int, latest: int | None
) -> None:
    history = [(RABIES, when) for when in given]
    answer = ask(RABIES, earliest, history, under=WHO, series=PEP)
    assert answer.eligible is True
    assert answer.dose_number == dose
    assert window(answer) == (day(earliest), day(earliest), day(latest) if latest else None)
    before = ask(RABIES, earliest - 1, history, under=WHO, series=PEP)
    assert outcome(before) == (False, "TOO_EARLY")
    moved = latest is not None and earliest > latest
    assert answer.warnings == (("EARLIEST_AFTER_LATEST",) if moved else ())


@pytest.mark.parametrize(
    ("on", "expected", "overdue"),
    [
        (date(2021, 9, 30), (False, "TOO_EARLY"), False),
        (date(2021, 10, 1), (False, "TOO_EARLY"), False),
        (date(2021, 10, 2), (False, "TOO_EARLY"), True),
        (date(2021, 10, 17), (False, "TOO_EARLY"), True),
        (date(2021, 10, 18), (True, "LATE_CONTINUE"), True),
    ],
)
def test_the_minimum_interval_wins_over_the_target_date(
    on: date, expected: tuple[bool | None, str], overdue: bool
) -> None:
    answer = ask(CHO, on, [(CHO, 0), (CHO, date(2021, 9, 20))])
    assert outcome(answer) == expected
    assert window(answer) == (date(2021, 10, 18), date(2021, 10, 18), date(2021, 10, 1))
    assert answer.warnings == ("EARLIEST_AFTER_LATEST",)
    assert answer.overdue is overdue


def course_of(product: str, *given: date, under: str = CN, infected: date | None = None) -> Course:
    """A made-up adult's course whose doses all counted."""
    series = programme(under).series_for(product)
    assert series is not None
    return Course(series, ADULT, infected, [PriorDose(when, product) for when in given])


def test_a_course_not_begun_asks_for_no_distance_and_names_no_last_day() -> None:
    course = course_of(BIBP)
    assert (course.earliest_by_interval(), course.latest(), course.complete) == (None, None, False)
    assert course.next_rule.number == 1


def test_after_the_last_dose_nothing_more_is_due() -> None:
    course = course_of(BIBP, day(0), day(21))
    assert course.complete
    assert course.next_rule.number == 2, "the last rule stays, so that a dose too many is judged"


def test_the_newest_dose_is_the_one_that_days_are_counted_from() -> None:
    course = course_of(BIBP, day(0))
    assert course.days_since_last(day(13)) == 13
    course.uncounted = (PriorDose(day(13), BIBP), None)
    assert course.days_since_last(day(20)) == 7
    course.count(PriorDose(day(34), BIBP))
    assert course.days_since_last(day(40)) == 6


@pytest.mark.parametrize(("on", "since"), [(-1, False), (0, False), (1, True)])
def test_only_an_infection_after_every_dose_counts_as_since(on: int, since: bool) -> None:
    assert course_of(BIBP, day(0), infected=day(on)).infected_since() is since


def test_a_new_season_begins_the_course_anew() -> None:
    course = course_of(FLU, date(2024, 10, 1), under=WHO)
    course.turn_season(date(2025, 9, 30))
    assert course.valid, "the season is not over"
    course.turn_season(date(2025, 10, 1))
    assert (course.valid, course.last_season) == ([], PriorDose(date(2024, 10, 1), FLU))


def test_a_course_without_seasons_never_begins_anew() -> None:
    course = course_of(BIBP, day(0))
    course.turn_season(day(5000))
    assert course.valid
