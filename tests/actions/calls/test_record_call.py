from __future__ import annotations

import pytest

from fieldapp.actions.calls.record_call import (
    CallNote,
    DayOver,
    NothingToTakeBack,
    change_phone,
    record_call,
    withdraw_call,
)
from fieldapp.actions.consult import ClientGone
from fieldapp.actions.record_elsewhere import KnownAlready
from fieldapp.domain.call import Outcome, Step, Wishes
from fieldapp.journal import calls, doses
from tests.actions.calls.conftest import PHONE, Team
from tests.journal.laptop import NURSE, VACCINE


def test_a_try_without_an_answer_comes_again_when_the_rules_say(team: Team) -> None:
    client = team.knows("王建国", 30)
    for days in (1, 3, None):
        team.calls(client, Outcome.NO_ANSWER, usual_again=True)
        newest = calls.of_client(team.journal, client)[-1]
        assert newest.again == (None if days is None else team.in_days(days))
        assert newest.phone == PHONE
    entry = team.entry(client)
    assert entry is not None
    assert entry.plan.step is Step.TRIED


def test_a_day_that_was_chosen_counts_instead(team: Team) -> None:
    client = team.knows("王建国", 30)
    team.calls(client, Outcome.THIRD_PERSON, again=team.in_days(4), note="his son")
    entry = team.entry(client)
    assert entry is not None
    assert (entry.plan.step, entry.plan.day) == (Step.LATER, team.in_days(4))


def test_nobody_promises_a_day_that_is_over(team: Team) -> None:
    client = team.knows("王建国", 30)
    with pytest.raises(DayOver):
        team.calls(client, Outcome.WILL_COME, day=team.in_days(-1))
    assert calls.all_calls(team.journal) == []


def test_a_dose_they_told_of_is_written_down_and_takes_them_off(team: Team) -> None:
    client = team.knows("王建国", 30)
    day = team.in_days(-3)
    made = team.calls(client, Outcome.ELSEWHERE, day=day, place="Jining clinic")
    told = doses.of_client(team.journal, client)[-1]
    assert (told.evidence, told.place, told.occurred_at.date()) == ("told", "Jining clinic", day)
    assert team.entry(client) is None
    withdraw_call(team.journal, made, "wrong-person", user=NURSE.login)
    assert team.entry(client) is not None


def test_without_a_day_nothing_counts_as_given_but_nobody_is_called(team: Team) -> None:
    client = team.knows("王建国", 30)
    team.calls(client, Outcome.ELSEWHERE)
    entry = team.entry(client)
    assert entry is not None
    assert not entry.is_open


def test_the_same_dose_is_not_told_twice(team: Team) -> None:
    client = team.knows("王建国", 30)
    with pytest.raises(KnownAlready):
        team.calls(client, Outcome.ELSEWHERE, day=team.in_days(-30))
    assert calls.all_calls(team.journal) == []


def test_what_was_noted_wrongly_is_struck_through_once(team: Team) -> None:
    client = team.knows("王建国", 30)
    made = team.calls(client, Outcome.DECEASED)
    assert not getattr(team.entry(client), "is_open", True)
    withdraw_call(team.journal, made, "wrong-person", user=NURSE.login)
    assert getattr(team.entry(client), "is_open", False)
    with pytest.raises(NothingToTakeBack):
        withdraw_call(team.journal, made, "twice", user=NURSE.login)


def test_a_wish_taken_back_with_its_call_is_over(team: Team) -> None:
    client = team.knows("王建国", 30)
    wish = Wishes(calls=False, messages=True)
    made = team.calls(client, Outcome.OPTED_OUT, wishes=wish)
    assert calls.wishes_of(team.journal, client) == wish
    withdraw_call(team.journal, made, "wrong-person", user=NURSE.login)
    assert calls.wishes_of(team.journal, client) == Wishes()


def test_after_a_wrong_number_another_one_is_called(team: Team) -> None:
    client = team.knows("王建国", 30)
    team.calls(client, Outcome.WRONG_NUMBER)
    entry = team.entry(client)
    assert entry is not None
    assert entry.plan.step is Step.NO_PHONE
    change_phone(team.journal, client, "+8613800000002", user=NURSE.login)
    entry = team.entry(client)
    assert entry is not None
    assert (entry.plan.step, entry.contact.phone) == (Step.CALL, "+8613800000002")


def test_nobody_unknown_is_called(team: Team) -> None:
    note = CallNote(bytes(32), VACCINE, 2, Outcome.REFUSED)
    with pytest.raises(ClientGone):
        record_call(team.journal, note, clock=team.clock, user=NURSE.login)
    with pytest.raises(ClientGone):
        change_phone(team.journal, bytes(32), "+86", user=NURSE.login)
