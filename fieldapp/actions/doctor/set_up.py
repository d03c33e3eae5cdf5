"""The set-up of this laptop: whether a step of it was left for later."""

from __future__ import annotations

from collections.abc import Iterator

from fieldapp.actions.doctor.finding import Finding, Light
from fieldapp.actions.set_up import set_up_of
from fieldapp.journal.journal import Journal


class SetUpWhole(Finding):
    check = "Set-up"
    happened = "Every step of the set-up is done."


class SetUpLeft(Finding):
    check = "Set-up"
    light = Light.AMBER
    happened = "Steps of the set-up that were left for later: {left}."
    next_step = "Go on with it: Ctrl 0."


def look_at_set_up(journal: Journal) -> Iterator[Finding]:
    """Nothing of a laptop that was not set up by the assistant."""
    now = set_up_of(journal)
    if now.begun:
        yield SetUpLeft(left=len(now.left)) if now.left else SetUpWhole()
