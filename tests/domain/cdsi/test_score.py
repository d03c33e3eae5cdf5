"""Series that compete are told apart by points."""

from __future__ import annotations

from dataclasses import replace

from fieldapp.domain.cdsi.score import best_of_begun, best_of_complete, best_of_new
from fieldapp.domain.cdsi.series import AgeRule, IntervalRule

from .made_up import D1, KILLED, ONE, THREE, TWO, answers, length, person, series, target

NOBODY, ONCE = person(), person(("2021-05-01", KILLED))
TWICE = person(("2021-05-01", KILLED), ("2021-08-01", KILLED))


def test_of_the_complete_the_one_that_counts_more_doses_wins() -> None:
    one, two = answers(TWICE, series(*ONE), series(*TWO))
    assert best_of_complete([one, two]) is two


def test_of_the_complete_a_product_path_that_every_dose_fits_wins() -> None:
    open_path, product = answers(TWICE, series(*TWO), series(*TWO, is_product_path=True))
    assert best_of_complete([open_path, product]) is product


def test_of_those_begun_the_one_closest_to_its_end_wins() -> None:
    three, two = answers(ONCE, series(*THREE), series(*TWO))
    assert best_of_begun([three, two]) is two


def test_of_those_begun_one_that_can_still_be_completed_wins() -> None:
    too_late = target(2, age=AgeRule(maximum=length("4 years")))
    hopeless, open_one = answers(
        ONCE, series(D1, too_late, preference=1), series(*THREE, preference=2)
    )
    assert best_of_begun([hopeless, open_one]) is open_one


def test_of_those_begun_one_whose_end_comes_in_time_wins() -> None:
    year = IntervalRule(from_previous=True, minimum=length("3 years"))
    last = target(3, age=AgeRule(maximum=length("6 years")), intervals=[year])
    slow, quick = answers(
        ONCE,
        series(D1, target(2, intervals=[year]), last, preference=1),
        series(D1, target(2), replace(last, intervals=()), preference=2),
    )
    assert best_of_begun([slow, quick]) is quick


def test_of_the_new_a_product_path_comes_last() -> None:
    product, open_path = answers(
        NOBODY, series(*TWO, is_product_path=True, preference=1), series(*TWO, preference=2)
    )
    assert best_of_new([product, open_path]) is open_path


def test_of_the_new_the_first_to_start_wins() -> None:
    at_five = target(1, age=AgeRule(minimum=length("5 years")))
    later, sooner = answers(NOBODY, series(at_five, preference=1), series(*ONE, preference=2))
    assert best_of_new([later, sooner]) is sooner


def test_equal_points_are_settled_by_the_preference_of_the_data() -> None:
    second, first = answers(ONCE, series(*TWO, preference=2), series(*TWO, preference=1))
    assert best_of_begun([second, first]) is first
