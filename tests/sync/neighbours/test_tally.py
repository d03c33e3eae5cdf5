"""A meeting's tally, for people and for scripts."""

from __future__ import annotations

from dataclasses import replace

from fieldapp.sync.neighbours.tally import Learned, Met
from fieldapp.wire.neighbour import Sum

MET = Met(8, "Boat 8", Sum(1, 9, 4), Sum(), Sum(2, 12, 6), Sum(3, 30, 14), 5, 1, 7)


def test_people_read_both_directions_and_what_came_home() -> None:
    words = MET.in_words()
    assert "Both laptops counted the same" in words
    for told in ("over 4 doses (9 records)", "holds 6 doses", "taken 0 doses", "holds 14 doses"):
        assert told in words
    assert "5 doses are newly confirmed" in words
    assert "7 people were vaccinated there today" in words
    quiet = replace(MET, confirmed=0, seen=0).in_words()
    assert "confirmed" not in quiet and "today" not in quiet


def test_scripts_find_every_figure_of_a_meeting() -> None:
    told = MET.as_json()
    assert told["it_holds"] == {"parcels": 2, "records": 12, "doses": 6}
    assert list(told) == [
        "device", "name", "given", "taken", "it_holds", "we_hold", "confirmed", "receipts", "seen",
        "lists",
    ]  # fmt: skip


LEARNED = Learned(
    (("covid-test-1", "TEST-1"),), (("covid-test-1", "TEST-2"),), ("Boat 9",), 1, 2, 3
)


def test_people_read_what_the_hub_says_by_way_of_the_neighbour() -> None:
    words = replace(MET, learned=LEARNED).in_words()
    assert "signed by the hub: lot TEST-1 (covid-test-1) recalled" in words
    assert "lot TEST-2 (covid-test-1) good again" in words
    assert "access closed for Boat 9" in words
    assert "3 lists that it brought did not hold and changed nothing" in words
    assert Learned(given=1, taken=1, whole=True).in_lines() == [], "what is not news is not said"


def test_scripts_find_what_the_lists_said() -> None:
    assert replace(MET, learned=LEARNED).as_json()["lists"] == {
        "recalled": [{"vaccine": "covid-test-1", "lot": "TEST-1"}],
        "lifted": [{"vaccine": "covid-test-1", "lot": "TEST-2"}],
        "shut_out": ["Boat 9"],
        "given": 1,
        "taken": 2,
        "refused": 3,
        "whole": False,
    }
