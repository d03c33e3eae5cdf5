"""What a history is worth, dose by dose."""

from __future__ import annotations

from datetime import date

import pytest

from fieldapp.domain.schedule.case import Case, PriorDose, Validity
from fieldapp.domain.schedule.forecast import forecast

from .asking import (
    BIBP,
    CANSINO,
    CHO,
    CN,
    COMIRNATY,
    COVISHIELD,
    FLU,
    KCONVAC,
    MR,
    RABIES,
    SAGE,
    SINOVAC,
    WHO,
    WIBP,
    ask,
    catalogue,
    day,
    judged,
    outcome,
    programme,
)

VALID = ("valid", None)
UNDER_14 = ("not_valid", "INTERVAL_UNDER_14")
NO_RULE = ("review", "INTERVAL_BELOW_MIN_NO_RULE")
SURPLUS = ("extraneous", "SERIES_ALREADY_COMPLETE")
DOUBLE = ("duplicate", "DUPLICATE_SAME_DAY")
MISMATCH = ("review", "PLATFORM_MISMATCH")
BORN_2003 = date(2003, 4, 1)


@pytest.mark.parametrize(
    ("interval", "second"),
    [
        (1, UNDER_14),
        (13, UNDER_14),
        (14, VALID),
        (20, VALID),
        (21, VALID),
        (56, VALID),
        (300, VALID),
    ],
)
def test_in_china_an_inactivated_dose_2_counts_from_day_14(
    interval: int, second: tuple[str, str | None]
) -> None:
    answer = ask(BIBP, 400, [(BIBP, 0), (BIBP, interval)])
    assert judged(answer) == [VALID, second]
    assert answer.complete is (second == VALID)


@pytest.mark.parametrize(
    ("after_second", "third"),
    [(13, UNDER_14), (14, VALID), (20, VALID), (21, VALID), (60, VALID)],
)
def test_the_extra_dose_is_judged_from_the_dose_that_did_not_count(
    after_second: int, third: tuple[str, str | None]
) -> None:
    answer = ask(BIBP, 400, [(BIBP, 0), (BIBP, 13), (BIBP, 13 + after_second)])
    assert judged(answer) == [VALID, UNDER_14, third]
    assert answer.complete is (third == VALID)


@pytest.mark.parametrize(
    ("interval", "second"), [(20, NO_RULE), (27, NO_RULE), (28, VALID), (90, VALID)]
)
def test_an_early_subunit_dose_is_for_review(interval: int, second: tuple[str, str | None]) -> None:
    assert judged(ask(CHO, 200, [(CHO, 0), (CHO, interval)])) == [VALID, second]


@pytest.mark.parametrize("product", [BIBP, SINOVAC, COVISHIELD])
@pytest.mark.parametrize("interval", [1, 13, 20])
def test_who_does_not_repeat_an_early_dose(product: str, interval: int) -> None:
    answer = ask(product, 200, [(product, 0), (product, interval)], under=SAGE)
    assert judged(answer) == [VALID, VALID]
    assert outcome(answer) == (False, "SERIES_COMPLETE")


def test_who_names_no_early_rule_for_mrna_so_it_is_for_review() -> None:
    answer = ask(COMIRNATY, 200, [(COMIRNATY, 0), (COMIRNATY, 20)], under=SAGE)
    assert judged(answer) == [VALID, NO_RULE]
    assert outcome(answer) == (None, "NEEDS_CLINICAL_REVIEW")


@pytest.mark.parametrize(
    ("product", "complete"), [(BIBP, 2), (WIBP, 2), (SINOVAC, 2), (CANSINO, 1), (CHO, 3)]
)
def test_doses_after_a_complete_course_are_surplus(product: str, complete: int) -> None:
    given = [(product, 30 * n) for n in range(complete + 2)]
    answer = ask(product, 400, given)
    assert judged(answer) == [VALID] * complete + [SURPLUS] * 2


def test_another_kind_of_vaccine_after_the_course_is_surplus_and_blocks_nothing() -> None:
    answer = ask(BIBP, 400, [(BIBP, 0), (BIBP, 21), (CANSINO, 200)])
    assert judged(answer) == [VALID, VALID, SURPLUS]
    assert outcome(answer) == (False, "SERIES_COMPLETE")


@pytest.mark.parametrize("other", [CANSINO, CHO, COMIRNATY, RABIES, FLU, "not-in-the-catalogue"])
def test_another_kind_of_vaccine_inside_the_course_is_for_review(other: str) -> None:
    answer = ask(BIBP, 100, [(BIBP, 0), (other, 30)])
    assert judged(answer) == [VALID, MISMATCH]
    assert outcome(answer) == (None, "NEEDS_CLINICAL_REVIEW")


def test_a_course_begun_with_a_product_the_programme_does_not_know_is_for_review() -> None:
    answer = ask(BIBP, 100, [(COMIRNATY, 0)])
    assert judged(answer) == [MISMATCH]
    assert outcome(answer) == (None, "NEEDS_CLINICAL_REVIEW")


@pytest.mark.parametrize("other", [WIBP, SINOVAC, KCONVAC])
def test_another_maker_of_the_same_kind_goes_on_with_the_course(other: str) -> None:
    assert judged(ask(BIBP, 100, [(BIBP, 0), (other, 30)])) == [VALID, VALID]


def test_who_lets_mrna_and_vector_follow_an_inactivated_dose_but_not_before_it() -> None:
    after = ask(BIBP, 100, [(BIBP, 0), (COMIRNATY, 28)], under=SAGE)
    assert judged(after) == [VALID, VALID]
    before = ask(COMIRNATY, 100, [(COMIRNATY, 0), (BIBP, 28)], under=SAGE)
    assert judged(before) == [VALID, MISMATCH]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([(BIBP, 0), (BIBP, 0)], [VALID, DOUBLE]),
        ([(BIBP, 0), (SINOVAC, 0)], [VALID, ("review", "DUPLICATE_SAME_DAY")]),
        ([(BIBP, 0), (CANSINO, 0)], [VALID, ("review", "DUPLICATE_SAME_DAY")]),
        ([(BIBP, 0), (BIBP, 21), (BIBP, 21)], [VALID, VALID, DOUBLE]),
        ([(BIBP, 21), (BIBP, 0), (BIBP, 0)], [VALID, VALID, DOUBLE]),
        ([(BIBP, 0), (BIBP, 13), (BIBP, 13)], [VALID, UNDER_14, DOUBLE]),
    ],
)
def test_of_two_records_of_one_day_one_counts(
    given: list[tuple[str, date | int]], expected: list[tuple[str, str | None]]
) -> None:
    assert judged(ask(BIBP, 100, given)) == expected


def test_the_day_before_the_18th_birthday_does_not_count_and_the_birthday_does() -> None:
    young = ("not_valid", "BELOW_MIN_AGE")
    assert judged(ask(BIBP, 100, [(BIBP, -1)], born=BORN_2003)) == [young]
    assert judged(ask(BIBP, 100, [(BIBP, 0)], born=BORN_2003)) == [VALID]


def test_someone_born_on_29_february_comes_of_age_on_1_march() -> None:
    born = date(2004, 2, 29)
    before, after = date(2022, 2, 28), date(2022, 3, 1)
    assert judged(ask(BIBP, date(2022, 5, 1), [(BIBP, before)], born=born))[0][0] == "not_valid"
    assert judged(ask(BIBP, date(2022, 5, 1), [(BIBP, after)], born=born)) == [VALID]


def test_a_dose_after_one_given_under_age_is_dose_1() -> None:
    answer = ask(BIBP, 100, [(BIBP, -1), (BIBP, 30)], born=BORN_2003)
    assert judged(answer) == [("not_valid", "BELOW_MIN_AGE"), VALID]
    assert answer.dose_number == 2
    assert answer.earliest == day(51)


@pytest.mark.parametrize(
    ("when", "reason"),
    [(101, "DATE_IN_FUTURE"), (date(1980, 5, 16), "DATE_BEFORE_BIRTH")],
)
def test_an_impossible_dose_makes_the_history_invalid(when: date | int, reason: str) -> None:
    answer = ask(BIBP, 100, [(BIBP, 0), (BIBP, when)])
    assert judged(answer)[1] == ("error", reason)
    assert outcome(answer) == (None, "INVALID_HISTORY")
    assert (answer.earliest, answer.dose_number) == (None, None)


def test_a_dose_on_the_day_of_birth_is_possible() -> None:
    born = date(2025, 6, 1)
    answer = ask("hepb", date(2025, 7, 1), [("hepb", born)], under=WHO, born=born)
    assert judged(answer) == [VALID]


def test_evaluations_come_back_in_the_order_of_the_question() -> None:
    answer = ask(BIBP, 100, [(BIBP, 13), (BIBP, 40), (BIBP, 0)])
    assert judged(answer) == [UNDER_14, VALID, VALID]


def test_early_doses_are_flagged_even_when_they_count() -> None:
    answer = ask(BIBP, 100, [(BIBP, 0), (BIBP, 20)])
    assert [e.early for e in answer.evaluations] == [False, True]
    answer = ask(BIBP, 100, [(BIBP, 0), (BIBP, 13)])
    assert [e.early for e in answer.evaluations] == [False, True]
    answer = ask(BIBP, 100, [(BIBP, 0), (BIBP, 21)])
    assert not any(e.early for e in answer.evaluations)


def test_measles_dose_0_does_not_count_as_dose_1() -> None:
    born = date(2025, 1, 10)
    zero = [(MR, date(2025, 7, 10))]
    answer = ask(MR, date(2025, 10, 10), zero, under=WHO, born=born, series="who-mcv-ongoing")
    assert judged(answer) == [("not_valid", "BELOW_MIN_AGE")]
    assert outcome(answer) == (True, "DUE")
    assert (answer.dose_number, answer.warnings) == (1, ())


def test_after_dose_0_measles_dose_1_waits_four_weeks() -> None:
    born = date(2025, 1, 10)
    zero = [(MR, date(2025, 9, 30))]
    answer = ask(MR, date(2025, 10, 27), zero, under=WHO, born=born, series="who-mcv-ongoing")
    assert outcome(answer) == (False, "TOO_EARLY")
    assert answer.earliest == date(2025, 10, 28)


def test_after_an_infection_one_dose_is_enough() -> None:
    infected = day(-200)
    answer = ask(BIBP, 100, [(BIBP, 0), (BIBP, 30)], infected=infected)
    assert judged(answer) == [VALID, SURPLUS]
    assert answer.warnings == ("ONE_DOSE_COMPLETES_AFTER_INFECTION",)


def test_doses_before_an_infection_still_count() -> None:
    answer = ask(BIBP, 300, [(BIBP, 0), (BIBP, 30)], infected=day(60))
    assert judged(answer) == [VALID, VALID]
    assert outcome(answer) == (False, "SERIES_COMPLETE")


def test_without_a_series_a_history_is_for_review_unless_it_is_impossible() -> None:
    answer = ask(FLU, 100, [(FLU, 0)])
    assert outcome(answer) == (None, "NEEDS_CLINICAL_REVIEW")
    assert [e.validity for e in answer.evaluations] == [Validity.REVIEW]
    answer = ask(FLU, 100, [(FLU, 101)])
    assert outcome(answer) == (None, "INVALID_HISTORY")
    assert judged(answer) == [("error", "DATE_IN_FUTURE")]


def test_kconvac_is_not_in_the_first_edition() -> None:
    assert outcome(ask(KCONVAC, 100, under=CN)) == (None, "NEEDS_CLINICAL_REVIEW")


@pytest.mark.parametrize(
    ("counts", "second", "complete"),
    [
        (None, UNDER_14, False),
        (True, ("valid", "DECIDED"), True),
        (False, ("not_valid", "DECIDED"), False),
    ],
)
def test_what_a_supervisor_decided_of_a_dose_stands_above_the_rules(
    counts: bool | None, second: tuple[str, str | None], complete: bool
) -> None:
    early = PriorDose(day(7), BIBP, counts)
    case = Case(day(400), BORN_2003, BIBP, prior=(PriorDose(day(0), BIBP), early))
    answer = forecast(programme(CN), catalogue(), case)
    assert (judged(answer), answer.complete) == ([VALID, second], complete)


def test_a_dose_that_counted_is_repeated_where_a_supervisor_decided_so() -> None:
    given = (PriorDose(day(0), BIBP), PriorDose(day(30), BIBP, counts=False))
    answer = forecast(programme(CN), catalogue(), Case(day(40), BORN_2003, BIBP, prior=given))
    assert (answer.complete, answer.dose_number) == (False, 2)
    assert answer.earliest is not None and answer.earliest > day(30)
