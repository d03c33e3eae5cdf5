"""Screening is really asked: a question starts unanswered, and not asked is not a no."""

from __future__ import annotations

from datetime import date

import pytest

from fieldapp.actions.programme import load_questions
from fieldapp.domain.client import Sex
from fieldapp.domain.screening import (
    Question,
    QuestionsInvalid,
    age_in_years,
    conditions_of,
    parse_questions,
    questions_for,
    unanswered,
    wait_until,
)

TODAY = date(2021, 4, 1)
EVERY_TIME = ("fever", "severe-reaction", "other-vaccine")
PREGNANCY = frozenset({"pregnant"})


def asked(sex: Sex | None, born: date | None, rules: frozenset[str] = PREGNANCY) -> list[str]:
    """The ids of the questions for this person."""
    return [question.id for question in questions_for(load_questions(), sex, born, TODAY, rules)]


def test_three_questions_are_asked_every_time_first_and_in_this_order() -> None:
    assert tuple(asked(Sex.MALE, date(1980, 1, 1))) == EVERY_TIME
    assert tuple(asked(Sex.FEMALE, date(1980, 1, 1)))[:3] == EVERY_TIME


def test_every_question_is_short_and_in_both_languages() -> None:
    for question in load_questions():
        assert set(question.text) == {"en", "zh-Hans"}
        assert len(question.text["en"]) < 45
        assert len(question.text["zh-Hans"]) < 25


@pytest.mark.parametrize(
    ("sex", "born", "expected"),
    [
        (Sex.FEMALE, date(2006, 4, 2), False),
        (Sex.FEMALE, date(2006, 4, 1), True),
        (Sex.FEMALE, date(1971, 4, 2), True),
        (Sex.FEMALE, date(1971, 4, 1), False),
        (Sex.MALE, date(1990, 1, 1), False),
        (Sex.OTHER, date(1990, 1, 1), False),
        (None, date(1990, 1, 1), True),
        (Sex.FEMALE, None, True),
        (None, None, True),
    ],
)
def test_pregnancy_is_asked_of_women_from_15_to_49_and_in_doubt(
    sex: Sex | None, born: date | None, expected: bool
) -> None:
    assert ("pregnant" in asked(sex, born)) is expected


def test_a_question_without_a_rule_behind_it_is_not_asked() -> None:
    assert "pregnant" not in asked(Sex.FEMALE, date(1990, 1, 1), frozenset())


def test_age_is_in_completed_years() -> None:
    assert age_in_years(date(2000, 4, 2), TODAY) == 20
    assert age_in_years(date(2000, 4, 1), TODAY) == 21
    assert age_in_years(date(2000, 2, 29), date(2021, 2, 28)) == 20


def test_only_a_yes_sets_a_condition_and_only_an_answer_closes_a_question() -> None:
    questions = load_questions()[:3]
    answers = {"fever": True, "severe-reaction": False}
    assert conditions_of(questions, answers) == {"fever"}
    assert unanswered(questions, answers) == ("other-vaccine",)
    assert unanswered(questions, {}) == EVERY_TIME


GOOD = {"id": "q", "sets": "c", "text": {"en": "Q?"}}


@pytest.mark.parametrize(
    ("document", "place"),
    [
        ({}, "questions is"),
        ({"questions": {}}, "questions is"),
        ({"questions": [GOOD, "fever?"]}, r"questions\[1\] is"),
        ({"questions": [{**GOOD, "text": "Q?"}]}, r"questions\[0\] is"),
        ({"questions": [{**GOOD, "text": {"zh-Hans": "?"}}]}, r"questions\[0\] is"),
        ({"questions": [{**GOOD, "sets": None}]}, r"questions\[0\] is"),
        ({"questions": [{**GOOD, "always": "yes"}]}, r"questions\[0\]\.always is"),
        ({"questions": [{**GOOD, "only": {"sex": "woman"}}]}, r"questions\[0\]\.only is"),
        ({"questions": [{**GOOD, "only": []}]}, r"questions\[0\]\.only is"),
    ],
)
def test_a_slip_in_the_questions_is_named(document: dict[str, object], place: str) -> None:
    with pytest.raises(QuestionsInvalid, match=place):
        parse_questions(document)


def test_a_programme_may_add_a_question_as_data() -> None:
    only = {"sex": "M", "from_age": 60, "to_age": 70}
    (question,) = parse_questions({"questions": [{**GOOD, "only": only}]})
    assert question == Question("q", "c", {"en": "Q?"}, Sex.MALE, 60, 70, always=False)


def test_a_yes_is_over_on_the_last_of_the_days_and_never_guessed() -> None:
    questions = load_questions()
    deferring = {"fever", "other_vaccine_recently"}
    said = {"other-vaccine": True, "fever": False}
    assert wait_until(questions, said, deferring, TODAY) == date(2021, 4, 16)
    assert wait_until(questions, {**said, "fever": True}, deferring, TODAY) is None
    assert wait_until(questions, said, {"fever"}, TODAY) is None
    assert wait_until(questions, {}, deferring, TODAY) is None


@pytest.mark.parametrize("days", [0, -1, True, "15"])
def test_a_number_of_days_that_is_none_is_refused(days: object) -> None:
    question = {"id": "q", "sets": "c", "text": {"en": "?"}, "wait_days": days}
    with pytest.raises(QuestionsInvalid):
        parse_questions({"questions": [question]})
