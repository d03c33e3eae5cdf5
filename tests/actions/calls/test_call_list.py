from __future__ import annotations

from fieldapp.actions.calls.call_list import Wanted, chosen
from fieldapp.domain.call import Outcome, Step, Wishes
from fieldapp.domain.due import DueState
from fieldapp.domain.message import Fate
from fieldapp.journal.rebuild import rebuild
from fieldapp.journal.roster.apply import keep_segment
from fieldapp.wire.roster_messages import RosterMessages
from tests.actions.calls.conftest import PLACE, Team
from tests.journal.roster.filled import fill, sent, somebody


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


def test_what_the_hub_sent_stands_in_the_line_and_unknown_is_not_none(team: Team) -> None:
    told, untold = team.knows("王建国", 30), team.knows("陈波", 30)
    assert [entry.messages for entry in team.list().entries] == [None, None]
    fill(team.journal, somebody("王建国", ref=told[:16], messages=sent()))
    known, unknown = team.entry(told), team.entry(untold)
    assert known is not None and unknown is not None
    assert known.message is not None and known.message.fate is Fate.DELIVERED
    assert unknown.messages is None and unknown.message is None
    assert not known.wants_no_messages


def test_a_report_that_comes_later_changes_the_line(team: Team) -> None:
    client = team.knows("王建国", 30)
    region = fill(team.journal, somebody("王建国", ref=client[:16]))
    first = team.entry(client)
    assert first is not None and first.messages is not None and first.message is None
    for fate in (Fate.SENT, Fate.FAILED):
        told = somebody("王建国", ref=client[:16], messages=sent(fate=fate))
        keep_segment(team.journal, region.segment(told))
        entry = team.entry(client)
        assert entry is not None and entry.message is not None
        assert entry.message.fate is fate


def test_a_message_about_another_dose_or_course_is_not_this_ones(team: Team) -> None:
    client = team.knows("王建国", 30)
    region = fill(team.journal)
    for other in (sent(course="mr"), sent(dose=3)):
        told = somebody("王建国", ref=client[:16], messages=other)
        keep_segment(team.journal, region.segment(told))
        entry = team.entry(client)
        assert entry is not None and entry.messages is not None
        assert entry.message is None


def test_who_opted_out_with_another_team_wants_none_here(team: Team) -> None:
    client = team.knows("王建国", 30)
    none_wanted = RosterMessages(none_wanted=True)
    fill(team.journal, somebody("王建国", ref=client[:16], messages=none_wanted))
    entry = team.entry(client)
    assert entry is not None and entry.wants_no_messages


def test_a_journal_made_anew_says_the_same_of_messages(team: Team) -> None:
    client = team.knows("王建国", 30)
    team.knows("陈波", 24)
    fill(team.journal, somebody("王建国", ref=client[:16], messages=sent()))
    before = team.list().entries
    assert before[0].message is not None
    rebuild(team.journal)
    assert team.list().entries == before
