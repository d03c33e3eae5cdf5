from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from fieldapp.actions.calls import due_book
from fieldapp.actions.calls.call_list import call_list
from fieldapp.actions.calls.due_book import catch_up, catch_up_wholly
from fieldapp.actions.practice import Practice
from fieldapp.actions.programme import load_programme
from fieldapp.actions.record_elsewhere import ElsewhereDose, record_elsewhere
from fieldapp.domain.call import Outcome
from fieldapp.domain.due import DueState
from fieldapp.domain.immunization import Evidence
from fieldapp.journal import due, leases
from fieldapp.journal.roster.apply import keep_segment
from fieldapp.wire.dates import to_day
from fieldapp.wire.facts import (
    ClientAmended,
    ClientLinked,
    ClientUnlinked,
    DoseVoided,
    ReactionReported,
)
from fieldapp.wire.roster_people import ACCEPTED
from tests.actions.calls.conftest import Team
from tests.journal.laptop import NURSE, VACCINE, register
from tests.journal.roster.filled import LIFE_S, Region, dose, fill, sent, somebody
from tests.journal.roster.test_apply import begin_anew_by_hand


def states(team: Team, practice: Practice | None = None) -> list[DueState]:
    return [entry.state for entry in call_list(practice or team.practice).entries]


def test_a_dose_here_puts_somebody_on_the_list_and_the_next_takes_them_off(team: Team) -> None:
    client = team.knows("王建国", 30)
    assert states(team) == [DueState.DUE]
    team.gives(client)
    assert states(team) == []


def test_a_dose_given_anywhere_takes_them_off(team: Team) -> None:
    client = team.knows("王建国", 30)
    dose = ElsewhereDose(client, VACCINE, team.in_days(-2), Evidence.CARD)
    record_elsewhere(team.journal, dose, clock=team.clock, user=NURSE.login)
    assert states(team) == []


def test_a_dose_that_is_struck_through_puts_them_back(team: Team) -> None:
    client = team.knows("王建国", 30)
    team.gives(client)
    assert states(team) == []
    newest = team.journal.db.row("SELECT event_id FROM dose ORDER BY no DESC LIMIT 1")
    assert newest is not None
    void = DoseVoided(team.journal.ref(newest[0]), "wrong-person")
    team.journal.append([void], user=NURSE.login)
    assert states(team) == [DueState.DUE]


def test_a_link_makes_one_line_of_two_and_the_phone_of_either_is_called(team: Team) -> None:
    one, other = team.knows("王建国", 30), team.knows("王建国", 28, phone=None)
    assert len(team.list().entries) == 2
    link = ClientLinked(team.journal.ref(one), team.journal.ref(other), "same face")
    team.journal.append([link], user=NURSE.login)
    (entry,) = team.list().entries
    assert entry.contact.phone is not None


def test_after_a_grave_reaction_nobody_is_called(team: Team) -> None:
    team.knows("王建国", 30)
    dose = team.journal.db.row("SELECT event_id FROM dose")
    assert dose is not None
    report = ReactionReported(team.journal.ref(dose[0]), ["anaphylaxis"], 480, serious=True)
    team.journal.append([report], user=NURSE.login)
    assert states(team) == []


def test_another_programme_counts_everybody_anew(team: Team) -> None:
    team.knows("王建国", 30)
    assert states(team) == [DueState.DUE]
    other = replace(team.practice, programme=load_programme("who-sage-2021"))
    (found,) = call_list(other).entries
    assert found.course.series_id != "cn-inactivated"
    (again,) = call_list(team.practice).entries
    assert again.course.series_id == "cn-inactivated"


def test_the_book_is_caught_up_a_bite_at_a_time(team: Team) -> None:
    for number in range(3):
        team.knows(f"Test {number}", 30)
    assert catch_up(team.practice, most=2)
    assert len(due.all_courses(team.journal)) == 2
    assert not catch_up(team.practice, most=2)
    catch_up_wholly(team.practice)
    assert len(due.all_courses(team.journal)) == 3


def test_who_turned_out_to_be_somebody_else_is_gone_when_the_last_bite_is_over(team: Team) -> None:
    one, other = team.knows("王建国", 30), team.knows("王建国", 28)
    catch_up_wholly(team.practice)
    link = ClientLinked(team.journal.ref(one), team.journal.ref(other), "same face")
    team.journal.append([link], user=NURSE.login)
    team.knows("陈波", 30)
    assert catch_up(team.practice, most=2)
    assert not catch_up(team.practice, most=1), "the bite was full, and nobody is left"
    assert len(due.all_courses(team.journal)) == 2


def test_both_of_two_who_are_not_one_after_all_are_counted_however_small_the_bite(
    team: Team,
) -> None:
    one, other = team.knows("王建国", 30), team.knows("王建国", 28)
    refs = team.journal.ref(one), team.journal.ref(other)
    for fact in (ClientLinked(*refs, "same face"), ClientUnlinked(*refs, "twins")):
        team.journal.append([fact], user=NURSE.login)
        while catch_up(team.practice, most=1):
            pass
    assert len(due.all_courses(team.journal)) == 2


def test_who_is_counted_for_a_dose_keeps_nobody_from_being_counted_for_the_roster(
    team: Team,
) -> None:
    client = team.knows("王小明", 30)
    region = fill(team.journal, somebody("王小明", ref=client[:16]))
    assert is_complete(team) == [False]
    day = to_day(team.in_days(-2))
    assert day is not None
    keep_segment(team.journal, region.segment(somebody("王小明", dose(day), ref=client[:16])))
    team.knows("陈波", 30)
    assert sorted(is_complete(team)) == [False, True]


def test_a_person_without_a_dose_is_in_no_line(team: Team) -> None:
    register(team.journal)
    catch_up_wholly(team.practice)
    assert due.all_courses(team.journal) == []


def test_the_key_is_the_same_in_every_process(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    shuffled = replace(
        team.practice.programme.series[0],
        continued_by=frozenset(reversed(sorted(team.practice.programme.series[0].continued_by))),
    )
    series = (shuffled, *team.practice.programme.series[1:])
    same = replace(team.practice, programme=replace(team.practice.programme, series=series))
    assert due_book._key(same) == due_book._key(team.practice)


def test_the_key_is_another_for_the_smallest_change(team: Team) -> None:
    first, *others = team.practice.programme.series
    changed = replace(first, doses=(replace(first.doses[0], number=9), *first.doses[1:]))
    programme = replace(team.practice.programme, series=(changed, *others))
    other = replace(team.practice, programme=programme)
    assert due_book._key(other) != due_book._key(team.practice)


def test_the_day_passes_and_the_state_with_it(team: Team) -> None:
    team.knows("王建国", 20)
    assert states(team) == [DueState.SOON]
    team.clock.wall += timedelta(days=1)
    assert states(team) == [DueState.DUE]
    team.clock.wall += timedelta(days=40)
    assert states(team) == [DueState.PAST]


def test_a_dose_that_only_the_hubs_roster_knows_takes_them_off(team: Team) -> None:
    client = team.knows("王小明", 30)
    region = fill(team.journal, somebody("王小明", ref=client[:16]))
    assert states(team) == [DueState.DUE]
    day = to_day(team.in_days(-2))
    assert day is not None
    told = region.segment(somebody("王小明", dose(day), ref=client[:16]))
    keep_segment(team.journal, told)
    assert states(team) == []


def had_it_elsewhere(team: Team) -> bytes:
    """Dose 1 here, dose 2 with others: only the roster tells of it."""
    client = team.knows("王小明", 30)
    day = to_day(team.in_days(-2))
    assert day is not None
    told = somebody("王小明", dose(day), ref=client[:16], messages=sent(day=day - 9))
    fill(team.journal, told)
    assert states(team) == []
    return client


def lease_ends(team: Team) -> None:
    team.clock.wall += timedelta(seconds=LIFE_S + 1)
    assert leases.state(team.journal).ended


def everybody_anew(team: Team) -> list[DueState]:
    """As after an update of the program or the programme: the book begins from nothing."""
    due.open_book(team.journal, b"another")
    return states(team)


def test_nobody_is_called_again_because_the_rosters_lease_is_over(team: Team) -> None:
    client = had_it_elsewhere(team)
    lease_ends(team)
    assert everybody_anew(team) == []
    team.journal.append(
        [ClientAmended(team.journal.ref(client), "name", "王小明", "王晓明")], user=NURSE.login
    )
    assert states(team) == []


def test_a_dose_here_after_one_elsewhere_completes_also_while_it_is_locked(team: Team) -> None:
    client = team.knows("王小明", 62)
    day = to_day(team.in_days(-40))
    assert day is not None
    fill(team.journal, somebody("王小明", dose(day), ref=client[:16]))
    lease_ends(team)
    team.gives(client)
    assert everybody_anew(team) == []


def is_complete(team: Team) -> list[bool]:
    """Of everybody in the book, whether their course is."""
    catch_up_wholly(team.practice)
    return [one.complete for one in due.all_courses(team.journal)]


def test_an_early_dose_that_a_supervisor_accepted_ends_the_calls_also_while_it_is_locked(
    team: Team,
) -> None:
    client = team.knows("陈波", 7)
    team.gives(client)
    assert is_complete(team) == [False]
    day = to_day(team.in_days(0))
    assert day is not None
    fill(team.journal, somebody("陈波", dose(day, mark=ACCEPTED), ref=client[:16]))
    assert is_complete(team) == [True]
    lease_ends(team)
    due.open_book(team.journal, b"another")
    assert is_complete(team) == [True]


def test_what_the_roster_tells_anew_replaces_what_it_told(team: Team) -> None:
    client = had_it_elsewhere(team)
    region = Region()
    fill_again = region.segment(somebody("王小明", ref=client[:16]))
    begin_anew_by_hand(team.journal)
    keep_segment(team.journal, fill_again)
    assert states(team) == [DueState.DUE], "that dose was struck through by who gave it"
    lease_ends(team)
    assert everybody_anew(team) == [DueState.OVERDUE]


def test_a_roster_on_its_way_forgets_nothing_meanwhile(team: Team) -> None:
    had_it_elsewhere(team)
    begin_anew_by_hand(team.journal)
    assert everybody_anew(team) == []


def test_messages_told_before_stay_with_their_as_of(team: Team) -> None:
    client = team.knows("王小明", 30)
    fill(team.journal, somebody("王小明", ref=client[:16], messages=sent()))
    before = team.entry(client)
    lease_ends(team)
    team.calls(client, Outcome.NO_ANSWER)
    team.gives(team.knows("陈波", 1))
    after = team.entry(client)
    assert before is not None and after is not None
    assert before.messages is not None and after.messages == before.messages
    assert team.list().locked_since is not None
