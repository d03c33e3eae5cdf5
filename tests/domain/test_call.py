from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from fieldapp.domain.call import (
    Call,
    CallRules,
    CallRulesInvalid,
    Outcome,
    Step,
    Wishes,
    next_try,
    parse_call_rules,
    plan,
)

TODAY = date(2026, 11, 22)
PHONE = "+8613800000001"
WISHES = Wishes()
RULES = CallRules("test", "test", 7, 14, 3, (1, 3, 7), 2, 1)
DOCUMENT: dict[str, object] = {
    "edition": "test",
    "source": "test",
    "soon_days": 7,
    "overdue_after_days": 14,
    "most_tries": 3,
    "try_again_after_days": [1, 3, 7],
    "message_again_after_days": 2,
    "come_grace_days": 1,
}


def call(outcome: Outcome, **more: object) -> Call:
    made = Call(b"c", b"p", "v", 2, outcome, datetime(2026, 11, 20, tzinfo=UTC), "li-na")
    return replace(made, **{"phone": PHONE, **more})  # type: ignore[arg-type]  # fields of Call


def planned(
    *calls: Call, wishes: Wishes = WISHES, phone: str | None = PHONE
) -> tuple[Step, date | None]:
    found = plan(calls, wishes, phone, dose=2, today=TODAY, rules=RULES)
    return found.step, found.day


def test_somebody_never_called_is_called_today() -> None:
    assert planned() == (Step.CALL, None)


def test_no_answer_is_tried_again_on_the_day_that_was_set() -> None:
    tomorrow = TODAY + timedelta(days=1)
    assert planned(call(Outcome.NO_ANSWER, again=tomorrow)) == (Step.LATER, tomorrow)
    assert planned(call(Outcome.NO_ANSWER, again=TODAY)) == (Step.CALL, None)


def test_after_as_many_tries_as_the_rules_say_nobody_is_called_again() -> None:
    tries = [call(Outcome.NO_ANSWER) for _ in range(3)]
    assert planned(*tries)[0] is Step.TRIED
    assert next_try(Outcome.NO_ANSWER, 3, TODAY, RULES) is None


def test_the_next_try_comes_later_each_time() -> None:
    days = [next_try(Outcome.NO_ANSWER, tries, TODAY, RULES) for tries in (1, 2)]
    assert days == [TODAY + timedelta(days=1), TODAY + timedelta(days=3)]
    assert next_try(Outcome.THIRD_PERSON, 9, TODAY, RULES) == TODAY + timedelta(days=2)
    assert next_try(Outcome.REFUSED, 1, TODAY, RULES) is None


def test_who_promised_is_called_again_only_when_the_day_is_over() -> None:
    assert planned(call(Outcome.WILL_COME, day=TODAY))[0] is Step.LATER
    assert planned(call(Outcome.WILL_COME, day=TODAY - timedelta(days=1)))[0] is Step.CALL


@pytest.mark.parametrize("outcome", [Outcome.REFUSED, Outcome.ELSEWHERE])
def test_what_was_said_of_an_earlier_dose_ends_only_that_one(outcome: Outcome) -> None:
    assert planned(call(outcome))[0] is Step.OFF
    assert planned(call(outcome, dose=1))[0] is Step.CALL


@pytest.mark.parametrize("outcome", [Outcome.DECEASED, Outcome.MOVED])
def test_the_dead_and_those_who_moved_are_called_about_no_dose(outcome: Outcome) -> None:
    assert planned(call(outcome, dose=1))[0] is Step.OFF
    assert planned(call(outcome, withdrawn="wrong-person"))[0] is Step.CALL


def test_a_wish_for_no_calls_is_kept() -> None:
    assert planned(wishes=Wishes(calls=False))[0] is Step.OFF


def test_a_wrong_number_is_not_called_again_but_another_one_is() -> None:
    assert planned(phone=None)[0] is Step.NO_PHONE
    assert planned(call(Outcome.WRONG_NUMBER))[0] is Step.NO_PHONE
    assert planned(call(Outcome.WRONG_NUMBER), phone="+8613800000002")[0] is Step.CALL


def test_rules_are_read_and_refused_by_the_place_that_is_wrong() -> None:
    assert parse_call_rules(DOCUMENT) == RULES
    for name in DOCUMENT:
        with pytest.raises(CallRulesInvalid) as refused:
            parse_call_rules({**DOCUMENT, name: None})
        assert name in str(refused.value)
    with pytest.raises(CallRulesInvalid):
        parse_call_rules({**DOCUMENT, "try_again_after_days": [True]})
