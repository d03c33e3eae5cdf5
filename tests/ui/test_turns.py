"""The lock offers who was here last, and on a switch the other."""

from __future__ import annotations

from fieldapp.ui.turns import Turns

ALL = ("li", "zhao", "gao")


def test_a_lock_is_for_whoever_was_here() -> None:
    turns = Turns()
    assert turns.offered == ""
    turns.came("zhao")
    assert turns.offered == "zhao"


def test_a_switch_offers_the_other_and_then_back() -> None:
    turns = Turns()
    turns.came("li")
    turns.came("gao")
    turns.swap(ALL)
    assert turns.offered == "li"
    turns.came("li")
    turns.swap(ALL)
    assert turns.offered == "gao"


def test_the_first_switch_of_the_day_offers_the_next_name() -> None:
    turns = Turns()
    turns.swap(ALL)
    assert turns.offered == ""
    turns.came("gao")
    turns.swap(ALL)
    assert turns.offered == "li"


def test_who_has_left_the_team_is_not_offered() -> None:
    turns = Turns()
    turns.came("gone")
    turns.came("li")
    turns.swap(ALL)
    assert turns.offered == "zhao"
