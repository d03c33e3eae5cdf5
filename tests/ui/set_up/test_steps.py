"""The order of the steps, and where the set-up goes on."""

from __future__ import annotations

from fieldapp.actions.set_up import Mark, SetUp, Step
from fieldapp.ui.set_up.steps import (
    LAPTOP,
    LOOK,
    READY,
    STEPS,
    after,
    first_lines,
    first_open,
    lines,
)


def now(**marks: Mark) -> SetUp:
    return SetUp(begun=True, ended=False, marks={Step[name]: how for name, how in marks.items()})


def test_every_step_comes_after_another_and_the_last_stays() -> None:
    assert [after(name) for name in STEPS[:-1]] == list(STEPS[1:])
    assert after(READY) == READY


def test_it_goes_on_after_what_was_settled_or_left() -> None:
    assert first_open(now()) == "hub"
    assert first_open(now(HUB=Mark.LATER, PEOPLE=Mark.FINISHED)) == "second-copy"
    assert first_open(now(**{step.name: Mark.FINISHED for step in Step})) == READY


def test_before_there_is_a_laptop_only_its_own_steps_can_be_gone_to() -> None:
    assert [line.name for line in first_lines(LOOK) if line.can_open] == [LOOK, LAPTOP]


def test_later_and_needless_are_said_beside_the_name() -> None:
    noted = {line.name: line.note for line in lines(now(HUB=Mark.LATER, SCANNER=Mark.NOT_NEEDED))}
    assert (noted["hub"], noted["scanner"], noted["people"]) == ("later", "not needed", "")
