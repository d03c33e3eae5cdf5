"""When the next dose may be given, at every boundary of the rules."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from fieldapp.domain.schedule.forecast import NoSeries

from .asking import (
    ADULT,
    BIBP,
    CANSINO,
    CHO,
    CN,
    COMIRNATY,
    COVISHIELD,
    DAY_1,
    FLU,
    HPV,
    MR,
    RABIES,
    SAGE,
    SINOVAC,
    TD,
    WHO,
    WIBP,
    YF,
    ask,
    day,
    outcome,
    window,
)

CHILD = date(2025, 1, 10)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (1, (False, "TOO_EARLY")),
        (13, (False, "TOO_EARLY")),
        (14, (False, "TOO_EARLY")),
        (20, (False, "TOO_EARLY")),
        (21, (True, "DUE")),
        (55, (True, "DUE")),
        (56, (True, "DUE")),
        (57, (True, "LATE_CONTINUE")),
        (1000, (True, "LATE_CONTINUE")),
    ],
)
def test_inactivated_dose_2_is_given_from_day_21_and_is_late_after_day_56(
    on: int, expected: tuple[bool | None, str]
) -> None:
    answer = ask(BIBP, on, [(BIBP, 0)])
    assert outcome(answer) == expected
    assert window(answer) == (day(21), day(21), day(56))
    assert answer.overdue is (on > 56)
    assert (answer.dose_number, answer.complete) == (2, False)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (33, (False, "TOO_EARLY")),
        (34, (True, "DUE")),
        (56, (True, "DUE")),
        (57, (True, "LATE_CONTINUE")),
    ],
)
def test_the_extra_dose_comes_21_days_after_the_one_that_did_not_count(
    on: int, expected: tuple[bool | None, str]
) -> None:
    answer = ask(BIBP, on, [(BIBP, 0), (BIBP, 13)])
    assert outcome(answer) == expected
    assert window(answer) == (day(34), day(34), day(56))
    assert answer.dose_number == 2


def test_a_dose_today_is_enough_for_today() -> None:
    answer = ask(BIBP, 0, [(BIBP, 0)])
    assert outcome(answer) == (False, "DUPLICATE_SAME_DAY")
    assert window(answer) == (day(21), day(21), day(56))
    assert outcome(ask(BIBP, 21, [(BIBP, 0), (BIBP, 21)])) == (False, "SERIES_COMPLETE")


def test_a_complete_course_has_no_dates() -> None:
    answer = ask(BIBP, 100, [(BIBP, 0), (BIBP, 21)])
    assert window(answer) == (None, None, None)
    assert (answer.dose_number, answer.complete, answer.overdue) == (None, True, False)


def test_the_first_dose_waits_for_the_18th_birthday() -> None:
    born = date(2003, 4, 2)
    answer = ask(BIBP, DAY_1, born=born)
    assert outcome(answer) == (False, "BELOW_MIN_AGE")
    assert window(answer) == (date(2021, 4, 2), date(2021, 4, 2), None)
    assert outcome(ask(BIBP, 1, born=born)) == (True, "DUE")


def test_an_unknown_birth_date_is_asked_about_only_where_age_matters() -> None:
    assert outcome(ask(BIBP, DAY_1, born=None)) == (None, "NEEDS_CLINICAL_REVIEW")
    answer = ask(RABIES, DAY_1, born=None, under=WHO)
    assert outcome(answer) == (True, "DUE")
    assert window(answer) == (None, None, None)


def test_nobody_is_vaccinated_before_birth() -> None:
    answer = ask(RABIES, DAY_1, born=day(1), under=WHO)
    assert outcome(answer) == (None, "INVALID_HISTORY")


@pytest.mark.parametrize(
    ("hand", "expected", "warnings"),
    [
        (BIBP, (True, "DUE"), ()),
        (WIBP, (True, "DUE"), ("OTHER_MANUFACTURER_SAME_PLATFORM",)),
        (SINOVAC, (True, "DUE"), ("OTHER_MANUFACTURER_SAME_PLATFORM",)),
        (CANSINO, (False, "PLATFORM_MISMATCH"), ()),
        (CHO, (False, "PLATFORM_MISMATCH"), ()),
        (FLU, (False, "PLATFORM_MISMATCH"), ()),
        (RABIES, (False, "PLATFORM_MISMATCH"), ()),
        ("not-in-the-catalogue", (False, "PLATFORM_MISMATCH"), ()),
    ],
)
def test_a_course_goes_on_with_the_same_kind_only(
    hand: str, expected: tuple[bool | None, str], warnings: tuple[str, ...]
) -> None:
    answer = ask(BIBP, 21, [(BIBP, 0)], hand=hand)
    assert outcome(answer) == expected
    assert answer.warnings == warnings
    assert window(answer) == (day(21), day(21), day(56))


def test_going_back_to_a_maker_of_the_course_needs_no_word() -> None:
    answer = ask(CHO, 90, [(CHO, 0), (CHO, 28)], hand=CHO)
    assert answer.warnings == ()


def test_the_course_begun_decides_whatever_is_asked_about() -> None:
    answer = ask(BIBP, 28, [(CHO, 0)])
    assert outcome(answer) == (False, "PLATFORM_MISMATCH")
    assert answer.earliest == day(28)
    assert outcome(ask(BIBP, 28, [(CANSINO, 0)])) == (False, "SERIES_COMPLETE")


@pytest.mark.parametrize(
    ("on", "expected", "overdue"),
    [
        (27, (False, "TOO_EARLY"), False),
        (28, (True, "DUE"), False),
        (56, (True, "DUE"), False),
        (57, (True, "LATE_CONTINUE"), True),
    ],
)
def test_subunit_dose_2_has_day_28_to_56(
    on: int, expected: tuple[bool | None, str], overdue: bool
) -> None:
    answer = ask(CHO, on, [(CHO, 0)])
    assert outcome(answer) == expected
    assert window(answer) == (day(28), day(28), day(56))
    assert answer.overdue is overdue


@pytest.mark.parametrize(
    ("product", "under", "condition", "expected"),
    [
        (BIBP, CN, "pregnant", (False, "CONTRAINDICATED")),
        (CHO, CN, "pregnant", (False, "CONTRAINDICATED")),
        (BIBP, CN, "severe_vaccine_allergy", (False, "CONTRAINDICATED")),
        (BIBP, CN, "fever", (False, "DEFER")),
        (BIBP, CN, "other_vaccine_recently", (False, "OTHER_VACCINE_GAP")),
        (BIBP, CN, "breastfeeding", (True, "DUE")),
        (BIBP, CN, "immunocompromised", (True, "DUE")),
        (CHO, CN, "immunocompromised", (True, "DUE")),
        (CANSINO, CN, "immunocompromised", (None, "NEEDS_CLINICAL_REVIEW")),
        (MR, WHO, "immunocompromised", (None, "NEEDS_CLINICAL_REVIEW")),
        (MR, WHO, "pregnant", (False, "CONTRAINDICATED")),
        (YF, WHO, "fever", (False, "DEFER")),
        (TD, WHO, "pregnant", (True, "DUE")),
        (RABIES, WHO, "fever", (True, "DUE")),
        (RABIES, WHO, "pregnant", (True, "DUE")),
        (RABIES, WHO, "severe_vaccine_allergy", (None, "NEEDS_CLINICAL_REVIEW")),
        (BIBP, CN, "a condition without a rule", (True, "DUE")),
    ],
)
def test_what_a_condition_means_is_the_programmes_rule(
    product: str, under: str, condition: str, expected: tuple[bool | None, str]
) -> None:
    plain, answer = ask(product, 0, under=under), ask(product, 0, under=under, having=[condition])
    assert outcome(answer) == expected
    assert window(answer) == window(plain)
    assert answer.dose_number == 1


def test_the_gravest_condition_decides_and_is_named() -> None:
    answer = ask(BIBP, 21, [(BIBP, 0)], having=["fever", "pregnant"])
    assert (outcome(answer), answer.decided_by) == ((False, "CONTRAINDICATED"), "pregnant")
    answer = ask(BIBP, 20, [(BIBP, 0)], having=["fever"])
    assert outcome(answer) == (False, "TOO_EARLY")


@pytest.mark.parametrize(
    ("product", "earliest", "due", "latest"),
    [
        (BIBP, 21, 21, 28),
        (SINOVAC, 14, None, 28),
        (COVISHIELD, 28, 56, 84),
        (COMIRNATY, 21, 28, 42),
    ],
)
def test_who_intervals_differ_by_product(
    product: str, earliest: int, due: int | None, latest: int
) -> None:
    expected = (day(earliest), None if due is None else day(due), day(latest))
    too_soon = ask(product, earliest - 1, [(product, 0)], under=SAGE)
    in_time = ask(product, latest, [(product, 0)], under=SAGE)
    late = ask(product, latest + 1, [(product, 0)], under=SAGE)
    assert [window(answer) for answer in (too_soon, in_time, late)] == [expected] * 3
    assert outcome(too_soon) == (False, "TOO_EARLY")
    assert outcome(in_time) == (True, "DUE")
    assert outcome(late) == (True, "LATE_CONTINUE")


def test_who_lets_mrna_follow_an_inactivated_dose() -> None:
    answer = ask(BIBP, 21, [(BIBP, 0)], hand=COMIRNATY, under=SAGE)
    assert (outcome(answer), answer.warnings) == ((True, "DUE"), ())
    answer = ask(COMIRNATY, 21, [(COMIRNATY, 0)], hand=BIBP, under=SAGE)
    assert outcome(answer) == (False, "PLATFORM_MISMATCH")


@pytest.mark.parametrize(("series", "months"), [("who-mcv-ongoing", 10), ("who-mcv-low", 13)])
def test_a_childs_age_is_the_due_date(series: str, months: int) -> None:
    at = CHILD + timedelta(days=31 * months)
    answer = ask(MR, at, born=CHILD, under=WHO, series=series)
    assert outcome(answer) == (True, "DUE")
    assert answer.due == answer.earliest
    assert answer.earliest is not None and answer.earliest < at


def test_measles_dose_0_is_one_dose() -> None:
    answer = ask(MR, date(2025, 7, 9), born=CHILD, under=WHO, series="who-mcv0-outbreak")
    assert outcome(answer) == (False, "BELOW_MIN_AGE")
    assert answer.dose_number == 0
    given = [(MR, date(2025, 7, 10))]
    answer = ask(MR, date(2025, 8, 9), given, born=CHILD, under=WHO, series="who-mcv0-outbreak")
    assert outcome(answer) == (False, "SERIES_COMPLETE")


def test_without_any_age_rule_the_earliest_day_is_birth() -> None:
    assert window(ask(TD, 0, under=WHO)) == (ADULT, None, None)


def test_one_hpv_dose_is_not_enough_for_a_weak_immune_system() -> None:
    first = [(HPV, date(2025, 8, 31))]
    answer = ask(
        HPV,
        date(2026, 2, 28),
        first,
        born=date(2014, 1, 1),
        under=WHO,
        series="who-hpv-1dose",
        having=["immunocompromised"],
    )
    assert outcome(answer) == (None, "NEEDS_CLINICAL_REVIEW")
    assert answer.complete is False


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2022-12-31", (False, "BELOW_MIN_AGE")),
        ("2023-01-01", (True, "DUE")),
        ("2034-12-31", (True, "DUE")),
        ("2035-01-01", (None, "NEEDS_CLINICAL_REVIEW")),
    ],
)
def test_single_dose_hpv_is_for_9_to_20_years(on: str, expected: tuple[bool | None, str]) -> None:
    answer = ask(
        HPV, date.fromisoformat(on), born=date(2014, 1, 1), under=WHO, series="who-hpv-1dose"
    )
    assert outcome(answer) == expected


def test_rabies_after_exposure_waits_for_nothing_else() -> None:
    answer = ask(RABIES, 0, others=[(FLU, 0), (MR, 0)], having=["fever", "pregnant"], under=WHO)
    assert outcome(answer) == (True, "DUE")


def test_a_series_that_the_programme_does_not_have_is_an_error() -> None:
    with pytest.raises(NoSeries, match="no series nonsense"):
        ask(BIBP, 0, series="nonsense")


def test_the_last_dose_that_counts_is_told() -> None:
    answer = ask(BIBP, 40, [(BIBP, 0), (BIBP, 13)])
    assert answer.previous is not None
    assert answer.previous.date == DAY_1
