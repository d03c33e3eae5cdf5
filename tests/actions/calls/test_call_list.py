from __future__ import annotations

from fieldapp.actions.calls.call_list import Wanted, chosen
from fieldapp.domain.call import Outcome, Step, Wishes
from fieldapp.domain.due import DueState
from tests.actions.calls.conftest import PLACE, Team


def names(team: Team, **wanted: object) -> list[str]:
    found = chosen(team.list().entries, Wanted(**wanted))  # type: ignore[arg-type]  # fields of Wanted
    return [entry.contact.name for entry in found]


def test_who_is_to_be_called_comes_first_the_longest_due_on_top(team: Team) -> None:
    team.knows("Late", 61)
    team.knows("Due", 24)
    team.knows("Soon", 18)
    told = team.knows("Told", 50)
    team.knows("Not yet", 3)
    team.calls(told, Outcome.NO_ANSWER, usual_again=True)
    team.knows("No phone", 40, phone=None)
    assert names(team) == ["Late", "Due", "Soon", "No phone", "Told"]
    assert names(team, show="today") == ["Late", "Due", "No phone"]
    assert team.list().for_today == 3


def test_the_sums_count_who_is_still_on_the_list(team: Team) -> None:
    team.knows("Late", 61)
    refused = team.knows("Refused", 62)
    team.calls(refused, Outcome.REFUSED, reason="no-time")
    assert team.list().count(DueState.PAST) == 1
    assert names(team, show="off") == ["Refused"]
    assert names(team, show="past-latest") == ["Late"]


def test_filters_by_place_language_phone_and_text(team: Team) -> None:
    team.knows("王建国", 30, phone="+8613812345678")
    team.knows("Anna", 30, phone="+8613900000009", language="ru")
    team.knows("陈波", 30, phone=None)
    assert sorted(names(team, language="ru")) == ["Anna"]
    assert names(team, has_phone=False) == ["陈波"]
    assert names(team, place="elsewhere") == []
    assert len(names(team, place=PLACE)) == 3
    for text in ("建", "wangj", "wjg", "2345"):
        assert names(team, text=text) == ["王建国"]
    assert team.list().languages == ("ru", "zh")
    assert team.list().places == (PLACE,)


def test_a_promise_is_kept_in_view(team: Team) -> None:
    client = team.knows("王建国", 30)
    team.calls(client, Outcome.WILL_COME, day=team.in_days(2))
    entry = team.entry(client)
    assert entry is not None
    assert entry.promised == team.in_days(2)
    assert (entry.plan.step, entry.plan.day) == (Step.LATER, team.in_days(3))
    assert not entry.is_for_today


def test_somebody_who_wants_no_calls_is_off_the_list_and_still_counted(team: Team) -> None:
    client = team.knows("王建国", 30)
    team.calls(client, Outcome.OPTED_OUT, wishes=Wishes(calls=False, messages=False))
    entry = team.entry(client)
    assert entry is not None
    assert not entry.is_open
    assert entry.wishes == Wishes(calls=False, messages=False)
