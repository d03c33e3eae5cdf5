"""The desk's answer: one of four words, its grounds, and what is still to be asked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from fieldapp.actions.programme import load_questions
from fieldapp.domain.client import Sex
from fieldapp.domain.schedule.advice import Advice, Person, Verdict, advise

from .asking import (
    ADULT,
    BIBP,
    CANSINO,
    CHO,
    CN,
    DAY_1,
    FLU,
    HPV,
    MR,
    RABIES,
    SINOVAC,
    WHO,
    catalogue,
    day,
    doses,
    programme,
)

ALL_NO = {
    "fever": False,
    "severe-reaction": False,
    "other-vaccine": False,
    "neurological": False,
    "pregnant": False,
    "weak-immunity": False,
}


def at_the_desk(
    *given: tuple[str, date | int],
    on: int = 0,
    hand: str | None = BIBP,
    answers: Mapping[str, bool] = ALL_NO,
    born: date | None = ADULT,
    latest: date | None = None,
    sex: Sex | None = Sex.MALE,
    under: str = CN,
    series: str | None = None,
    after_doses: Mapping[str, frozenset[str]] | None = None,
) -> Advice:
    """One made-up person at the desk."""
    return advise(
        programme(under),
        catalogue(),
        Person(born, doses(*given), sex, None, after_doses or {}, latest),
        questions=load_questions(),
        answers=answers,
        today=day(on),
        visit_product=hand,
        series_id=series,
    )


@pytest.mark.parametrize(
    ("advice", "verdict", "reason"),
    [
        (at_the_desk(), Verdict.GIVE, "DUE"),
        (at_the_desk((BIBP, 0), on=60), Verdict.GIVE, "LATE_CONTINUE"),
        (at_the_desk((BIBP, 0), on=20), Verdict.NOT_YET, "TOO_EARLY"),
        (at_the_desk(born=date(2003, 4, 2)), Verdict.NOT_YET, "BELOW_MIN_AGE"),
        (at_the_desk((FLU, 0), on=14), Verdict.NOT_YET, "OTHER_VACCINE_GAP"),
        (at_the_desk(answers={**ALL_NO, "fever": True}), Verdict.NOT_YET, "DEFER"),
        (at_the_desk((BIBP, 0), (BIBP, 21), on=60), Verdict.DO_NOT_GIVE, "SERIES_COMPLETE"),
        (at_the_desk((BIBP, 0)), Verdict.DO_NOT_GIVE, "DUPLICATE_SAME_DAY"),
        (at_the_desk((BIBP, 0), on=21, hand=CANSINO), Verdict.DO_NOT_GIVE, "PLATFORM_MISMATCH"),
        (
            at_the_desk(answers={**ALL_NO, "severe-reaction": True}),
            Verdict.DO_NOT_GIVE,
            "CONTRAINDICATED",
        ),
        (at_the_desk(born=None), Verdict.ASK, "NEEDS_CLINICAL_REVIEW"),
        (at_the_desk((BIBP, 9), on=0), Verdict.ASK, "INVALID_HISTORY"),
        (at_the_desk(hand=FLU), Verdict.ASK, "NEEDS_CLINICAL_REVIEW"),
        (at_the_desk(hand=RABIES, under=WHO, born=None), Verdict.GIVE, "DUE"),
    ],
)
def test_the_answer_is_one_of_four_words(advice: Advice, verdict: Verdict, reason: str) -> None:
    assert (advice.verdict, advice.reason) == (verdict, reason)


def test_a_birth_year_alone_is_enough_where_every_day_of_it_says_the_same() -> None:
    advice = at_the_desk(born=date(1980, 1, 1), latest=date(1980, 12, 31))
    assert (advice.verdict, advice.birth_decides) == (Verdict.GIVE, False)
    child = at_the_desk(born=date(2010, 5, 1), latest=date(2010, 5, 31))
    assert (child.verdict, child.birth_decides) == (Verdict.NOT_YET, True), "of which day is open"


def test_where_the_birthday_decides_the_more_careful_answer_counts_and_says_so() -> None:
    young = at_the_desk(born=date(2003, 1, 1), latest=date(2003, 12, 31))
    assert (young.verdict, young.reason) == (Verdict.NOT_YET, "BELOW_MIN_AGE")
    assert young.forecast.earliest == date(2021, 12, 31)
    assert young.birth_decides


def test_whoever_is_asked_at_either_age_is_asked() -> None:
    year = date(1971, 1, 1), date(1971, 12, 31)
    asked = {
        question.id
        for born in year
        for question in at_the_desk(born=born, sex=Sex.FEMALE).questions
    }
    advice = at_the_desk(born=year[0], latest=year[1], sex=Sex.FEMALE)
    assert {question.id for question in advice.questions} == asked


def test_somebody_who_is_here_was_born_before_today_and_before_every_dose() -> None:
    baby = Person(date(2021, 1, 1), doses((MR, date(2021, 3, 1))), latest_birth_date=day(300))
    assert baby.birth_dates(day(0)) == (date(2021, 1, 1), date(2021, 3, 1))
    assert Person(date(2021, 1, 1), (), latest_birth_date=day(300)).birth_dates(day(0))[1] == day(0)
    wrong = Person(date(2021, 1, 1), doses((MR, date(2020, 3, 1))), latest_birth_date=day(300))
    assert wrong.birth_dates(day(0)) == (date(2021, 1, 1), date(2021, 1, 1))
    assert Person(None, ()).birth_dates(day(0)) == (None,)


def test_the_answer_names_rule_source_and_edition() -> None:
    advice = at_the_desk((SINOVAC, 0), on=21, hand=SINOVAC)
    assert advice.rule == "inactivated (Vero cell), 2 doses"
    assert advice.rule_titles["zh-Hans"] == "灭活疫苗（Vero细胞），2剂"
    assert (advice.programme_id, advice.edition) == (CN, "1st ed., 29 Mar 2021")
    assert "National Health Commission" in advice.source
    assert advice.observation_minutes == 30
    assert [dose.vaccine_id for dose in advice.history] == [SINOVAC]


def test_screening_starts_unanswered_and_the_schedule_is_told_all_the_same() -> None:
    advice = at_the_desk((BIBP, 0), on=21, answers={})
    assert advice.verdict is Verdict.GIVE
    assert advice.unanswered == ("fever", "severe-reaction", "other-vaccine", "neurological")
    assert not advice.may_record
    assert at_the_desk((BIBP, 0), on=21, answers=ALL_NO).may_record


def test_an_answer_that_defers_names_the_day_when_it_is_over_where_there_is_one() -> None:
    other = at_the_desk(answers={**ALL_NO, "other-vaccine": True})
    assert (other.reason, other.wait_until) == ("OTHER_VACCINE_GAP", day(15))
    assert at_the_desk(answers={**ALL_NO, "fever": True}).wait_until is None
    both = at_the_desk(answers={**ALL_NO, "fever": True, "other-vaccine": True})
    assert both.wait_until is None, "nobody knows how long a fever lasts"
    assert at_the_desk().wait_until is None


def test_a_severe_nerve_disease_is_a_reason_against_the_vaccine() -> None:
    advice = at_the_desk(answers={**ALL_NO, "neurological": True})
    assert (advice.verdict, advice.reason) == (Verdict.DO_NOT_GIVE, "CONTRAINDICATED")


def test_each_answer_shortens_what_is_still_to_ask() -> None:
    advice = at_the_desk(answers={"fever": False, "other-vaccine": False})
    assert advice.unanswered == ("severe-reaction", "neurological")
    assert not advice.may_record


def test_women_of_15_to_49_are_asked_about_pregnancy_and_yes_stops_the_dose() -> None:
    woman = at_the_desk(sex=Sex.FEMALE, answers={})
    assert "pregnant" in woman.unanswered
    assert "pregnant" not in at_the_desk(sex=Sex.MALE, answers={}).unanswered
    advice = at_the_desk(sex=Sex.FEMALE, answers={**ALL_NO, "pregnant": True})
    assert (advice.verdict, advice.reason) == (Verdict.DO_NOT_GIVE, "CONTRAINDICATED")
    assert advice.forecast.decided_by == "pregnant"


def test_a_question_is_asked_only_where_its_answer_has_a_rule() -> None:
    assert "weak-immunity" in at_the_desk(hand=CANSINO, answers={}).unanswered
    assert "weak-immunity" not in at_the_desk(hand=BIBP, answers={}).unanswered


def test_a_yes_given_for_a_question_that_is_not_asked_changes_nothing() -> None:
    advice = at_the_desk(sex=Sex.MALE, answers={**ALL_NO, "pregnant": True})
    assert advice.verdict is Verdict.GIVE


def test_another_vaccine_by_word_of_mouth_is_not_yet_without_a_date() -> None:
    advice = at_the_desk(answers={**ALL_NO, "other-vaccine": True})
    assert (advice.verdict, advice.reason) == (Verdict.NOT_YET, "OTHER_VACCINE_GAP")
    assert advice.forecast.decided_by == "other_vaccine_recently"


def test_without_a_vial_the_course_begun_is_asked_about() -> None:
    advice = at_the_desk((CHO, 0), on=28, hand=None)
    assert (advice.product, advice.verdict) == (CHO, Verdict.GIVE)
    assert at_the_desk(hand=None).product == BIBP


def test_a_named_series_of_the_programme_is_used() -> None:
    girl = date(2010, 1, 1)
    done = at_the_desk((HPV, 0), on=300, hand=HPV, born=girl, under=WHO, series="who-hpv-1dose")
    more = at_the_desk((HPV, 0), on=300, hand=HPV, born=girl, under=WHO, series="who-hpv-2dose")
    assert (done.reason, more.reason) == ("SERIES_COMPLETE", "DUE")


def test_an_infection_known_from_the_record_is_respected() -> None:
    advice = advise(
        programme(CN),
        catalogue(),
        Person(ADULT, (), infection_date=date(2021, 1, 10)),
        questions=(),
        answers={},
        today=DAY_1,
        product=BIBP,
    )
    assert (advice.verdict, advice.reason) == (Verdict.NOT_YET, "INFECTION_GAP")


@pytest.mark.parametrize(
    ("condition", "verdict"),
    [
        ("severe_vaccine_allergy", Verdict.DO_NOT_GIVE),
        ("serious_reaction_before", Verdict.ASK),
    ],
)
def test_a_grave_reaction_on_record_speaks_though_nobody_answered_yes(
    condition: str, verdict: Verdict
) -> None:
    on_record = {BIBP: frozenset({condition})}
    for hand in (BIBP, SINOVAC):  # another maker's of the same kind
        advice = at_the_desk((BIBP, 0), on=30, hand=hand, after_doses=on_record)
        assert (advice.verdict, advice.on_record) == (verdict, on_record[BIBP])
        assert advice.forecast.decided_by == condition


def test_a_reaction_to_another_kind_of_vaccine_is_asked_about_and_decides_nothing() -> None:
    on_record = {FLU: frozenset({"severe_vaccine_allergy"})}
    advice = at_the_desk((BIBP, 0), on=30, after_doses=on_record)
    assert (advice.verdict, advice.on_record) == (Verdict.GIVE, frozenset())
