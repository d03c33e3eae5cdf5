"""One thing that was looked at: how it stands, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum

Detail = int | str | date


class Light(StrEnum):
    """Well; look at it soon; needs somebody now."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


class Finding:
    """Subclasses set what was looked at (`check`), the light, the sentence and the action.

    `{free}` in a sentence is filled from the detail `free_bytes`, `{age}` from `age_s`, `{day}`
    from `day`: in the words of whoever shows it. Details hold nothing about anybody, for the
    support file has them too.
    """

    check = ""
    light = Light.GREEN
    happened = ""
    next_step = "Nothing to do."

    def __init__(self, **details: Detail) -> None:
        self.details = details

    @property
    def code(self) -> str:
        """What a program may go by."""
        return type(self).__name__


def worst(findings: Iterable[Finding]) -> Light:
    """The light of the whole."""
    lights = {finding.light for finding in findings}
    return next((light for light in (Light.RED, Light.AMBER) if light in lights), Light.GREEN)


def filled(
    sentence: str,
    finding: Finding,
    *,
    duration: Callable[[int], str],
    size: Callable[[int], str],
    day: Callable[[date], str],
    cited: Callable[[str], str] = str,
) -> str:
    """A sentence of a finding with its details in somebody's words."""
    words = {}
    for name, value in finding.details.items():
        if isinstance(value, date):
            words[name] = day(value)
        elif isinstance(value, int) and name.endswith("_s"):
            words[name.removesuffix("_s")] = duration(value)
        elif isinstance(value, int) and name.endswith("_bytes"):
            words[name.removesuffix("_bytes")] = size(value)
        else:
            words[name] = f"{value:,}" if isinstance(value, int) else cited(value)
    return sentence.format(**words)
