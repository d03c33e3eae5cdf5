"""The steps of the set-up in their order, how each stands, and what each is called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fieldapp.actions.set_up import Mark, SetUp, Step
from fieldapp.ui.set_up.words import note_words, step_words

LOOK, LAPTOP, READY = "look", "laptop", "ready"
STEPS = (LOOK, LAPTOP, *(step.value for step in Step), READY)


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step in the list. `can_open`: it can be gone to now."""

    name: str
    words: str
    icon: str
    note: str = ""
    can_open: bool = True


def first_lines(at: str) -> tuple[StepLine, ...]:
    """Before there is a laptop: all but the first two wait for it."""
    seen = {LOOK: "circle-check"} if at == LAPTOP else {}
    return tuple(
        StepLine(name, step_words(name), seen.get(name, "circle"), can_open=name in (LOOK, LAPTOP))
        for name in STEPS
    )


def lines(now: SetUp) -> tuple[StepLine, ...]:
    """Once there is one: every step can be gone to, but what the laptop is called stays."""
    return tuple(_line(name, now.marks) for name in STEPS)


def first_open(now: SetUp) -> str:
    """Where to go on: the first step that nobody has settled or left, or the end."""
    return next((step.value for step in Step if step not in now.marks), READY)


def after(name: str) -> str:
    """The step that follows."""
    at = STEPS.index(name)
    return STEPS[min(at + 1, len(STEPS) - 1)]


def _line(name: str, marks: Mapping[Step, Mark]) -> StepLine:
    if name in (LOOK, LAPTOP):
        return StepLine(name, step_words(name), "circle-check", can_open=name == LOOK)
    how = marks.get(Step(name)) if name != READY else None
    icon, note = _LOOKS[how] if how is not None else ("circle", "")
    return StepLine(name, step_words(name), icon, note_words(note) if note else "")


_LOOKS = {
    Mark.FINISHED: ("circle-check", ""),
    Mark.LATER: ("clock", "later"),
    Mark.NOT_NEEDED: ("circle-check", "needless"),
}
