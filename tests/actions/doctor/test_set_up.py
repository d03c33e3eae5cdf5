"""The doctor says what was left of the set-up, and nothing where there was none."""

from __future__ import annotations

from fieldapp.actions.doctor.finding import Light
from fieldapp.actions.doctor.set_up import look_at_set_up
from fieldapp.actions.practice import Practice
from fieldapp.actions.set_up import Mark, Step, begin, mark


def test_a_laptop_without_an_assistant_has_nothing_to_say(practice: Practice) -> None:
    assert list(look_at_set_up(practice.journal)) == []


def test_what_is_left_is_counted_until_all_is_settled(practice: Practice) -> None:
    begin(practice.journal)
    (found,) = look_at_set_up(practice.journal)
    assert (found.code, found.light) == ("SetUpLeft", Light.AMBER)
    left = int(str(found.details["left"]))
    mark(practice.journal, Step.HUB, Mark.FINISHED)
    (found,) = look_at_set_up(practice.journal)
    assert found.details["left"] == left - 1
    for step in Step:
        mark(practice.journal, step, Mark.NOT_NEEDED)
    (found,) = look_at_set_up(practice.journal)
    assert found.code == "SetUpWhole"
