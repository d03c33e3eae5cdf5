"""Promises of words: what lacks is said in people, week by week; where nothing lacks, nothing."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings

from fieldapp.hub.allocation.outcome import Week
from fieldapp.hub.allocation.problem import Allocation, Place, Problem
from fieldapp.hub.allocation.propose import propose
from fieldapp.hub.allocation.words import at_best, early_firsts, shortfalls
from fieldapp.hub.web.words import CHINESE, ENGLISH, words_of
from tests.hub.allocation.problems import problems

MONDAYS = (date(2026, 11, 30), date(2026, 12, 7))


def test_what_lacks_is_said_in_people() -> None:
    weeks = [Week(1200, 1200, 900, 300, 300), Week(1, 1, 0, 1, 0)]
    english, chinese = words_of(ENGLISH), words_of(CHINESE)
    first, second = shortfalls(weeks, MONDAYS)
    assert english.say(first) == (
        "Week 49: 1,200 second doses due, 900 to hand: 300 people wait, "
        "300 people pass their latest day."
    )
    assert english.say(second) == "Week 50: 1 second dose due, 0 to hand: 1 person waits."
    assert chinese.say(second) == "第 50 周：应种第二剂 1 剂，可用 0 剂：1 人需等候。"


def test_where_nothing_lacks_nothing_is_said() -> None:
    assert shortfalls([Week(10, 10, 10, 0, 0)] * 2, MONDAYS) == []


def test_at_best_is_the_whole_supply_at_one_place() -> None:
    places = (Place("a", (30, 0), (0, 0)), Place("b", (30, 20), (0, 10)))
    weeks = at_best(Problem(10, (4, 10), places))
    assert [(week.due, week.reserved, week.waiting) for week in weeks] == [
        (60, 40, 20),
        (40, 40, 0),
    ]


def test_first_doses_before_second_ones_are_noticed() -> None:
    problem = Problem(1, (10,), (Place("a", (10,), (0,)),))
    assert early_firsts(problem, Allocation(((9,),), ((1,),)))
    assert not early_firsts(problem, Allocation(((9,),), ((0,),)))
    assert not early_firsts(problem, Allocation(((10,),), ((1,),)))
    scarce = Problem(1, (5, 10), (Place("a", (10, 0), (0, 0)),))
    assert not early_firsts(scarce, Allocation(((5, 5),), ((0, 5),))), "who waited is served"


@settings(max_examples=40)
@given(problems())
def test_the_program_never_proposes_that(problem: Problem) -> None:
    assert not early_firsts(problem, propose(problem))
