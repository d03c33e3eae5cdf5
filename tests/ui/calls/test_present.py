from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from fieldapp.actions.calls.call_list import CallList
from fieldapp.actions.calls.call_page import Script
from fieldapp.domain.call import Outcome, Step
from fieldapp.domain.demand import Demand
from fieldapp.ui.calls import present
from fieldapp.ui.calls.state import PersonState
from tools.screens.calls import _call, _entry, _found, _page
from tools.screens.people import BIBP, NOW, practice

TODAY = NOW.date()
SCRIPT = Script("hello", "to them", "to others", in_theirs=True)


def person(number: int, *outcomes: Outcome) -> PersonState:
    entry = _entry(number)
    calls = [_call(entry.client_id, outcome, 1) for outcome in outcomes]
    return present.person_state(practice(), _page(entry, calls), entry, SCRIPT, NOW)


def test_a_line_masks_the_phone_and_says_how_the_days_stand() -> None:
    found = _found()
    lines = present.list_state(found, found.entries).lines
    first = lines[0]
    assert first.name == "马玉莲 Ma Yulian, 58"
    assert (first.day, first.when, first.tone) == ("61", "past by 5 days", "stop")
    assert (first.phone, first.last) == ("139 •••• 2207", "no answer ×2")
    assert lines[1].last == "comes 24 Nov"
    assert lines[3].phone == "no phone"
    assert lines[7].when == "due in 4 days"


def test_the_sums_at_the_head_lose_their_colour_with_nobody_in_them() -> None:
    assert [pill.words for pill in present.list_state(_found(), []).pills] == [
        "6 due now",
        "1 past latest",
        "2 in 7 days",
    ]
    empty = present.list_state(CallList((), NOW), [])
    assert {pill.tone for pill in empty.pills} == {"muted"}
    assert "Nobody’s next dose is due" in empty.nothing


def test_the_person_has_a_large_number_the_rule_and_the_words_to_read() -> None:
    state = person(0)
    assert state.phone == "139 0000 2207"
    assert state.due == "Dose 2 due 13 Oct 2026. Past 17 Nov 2026: still give it"
    assert state.rule.endswith("1st ed., 29 Mar 2021")
    assert [part.words for part in state.script] == ["hello", "to them", "to others"]
    assert "no vaccine, no disease" in state.script[2].note


def test_somebody_without_a_phone_is_looked_for() -> None:
    state = person(3)
    assert state.phone_missing
    assert "berth 14" in state.script[0].words


def test_calls_so_far_say_when_what_and_who() -> None:
    state = person(2, Outcome.NO_ANSWER)
    assert state.calls == ("yesterday 10:32 · No answer · 李娜 Li Na",)
    assert state.may_take_back


def test_who_is_off_the_list_says_why_and_has_nothing_to_read_out() -> None:
    entry = _entry(2)
    off = replace(entry, plan=replace(entry.plan, step=Step.OFF, why="moved"))
    state = present.person_state(practice(), _page(off, []), off, SCRIPT, NOW)
    assert state.off.startswith("Moved away")
    assert state.script == ()


def test_a_history_for_a_doctor_is_not_called_about() -> None:
    entry = _entry(2)
    course = replace(entry.course, due=None, latest=None)
    asked = replace(entry, course=course)
    assert present.entry_when(asked, TODAY) == "a doctor first"
    state = present.person_state(practice(), _page(asked, []), asked, SCRIPT, NOW)
    assert "do not call" in state.due
    unborn = replace(asked, contact=replace(asked.contact, birth_date=None))
    state = present.person_state(practice(), _page(unborn, []), unborn, SCRIPT, NOW)
    assert "birth date" in state.due


@pytest.mark.parametrize(("days", "words"), [(-3, "due for 3 days"), (2, "due in 2 days")])
def test_without_a_latest_day_only_the_due_day_is_counted(days: int, words: str) -> None:
    entry = _entry(2)
    course = replace(entry.course, due=TODAY + timedelta(days=days), latest=None)
    assert present.entry_when(replace(entry, course=course), TODAY) == words


def test_of_thousands_the_first_are_shown_and_all_are_counted() -> None:
    found = CallList((_entry(2),) * 1200, NOW)
    state = present.list_state(found, found.entries)
    assert len(state.lines) == present.MOST
    assert state.as_of == "The first 300 of 1,200 · As of today 14:32"
    assert state.pills[0].words == "1,200 due now"


def test_filters_offer_what_there_is() -> None:
    state = present.filters(_found())
    assert [words for _, words in state.languages] == ["Language", "English", "Русский", "中文"]
    assert state.places[0] == (present.ANY, "Place")


def test_demand_has_a_sum_only_where_there_is_something_to_add() -> None:
    catalogue = practice().catalogue
    one, two = Demand(BIBP, "Pier", 1, 2, 3), Demand(BIBP, "", 1000, 0, 0)
    assert len(present.demand_state(catalogue, [one]).lines) == 1
    lines = present.demand_state(catalogue, [one, two]).lines
    assert (lines[1].place, lines[2].total) == ("Place not known", "1,006")
    assert present.badge_words(3) == "3 to see to today"


def test_a_locked_roster_is_said_with_what_opens_it() -> None:
    state = present.list_state(replace(_found(), locked_since=NOW), [])
    assert state.as_of == "Roster locked since 22 Nov 2026: sync"
    assert "A sync opens it again" in state.locked
    assert present.list_state(_found(), []).locked == ""
