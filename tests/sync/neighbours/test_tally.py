"""A meeting's tally, for people and for scripts."""

from __future__ import annotations

from dataclasses import replace

from fieldapp.sync.neighbours.tally import Met
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
    ]  # fmt: skip
