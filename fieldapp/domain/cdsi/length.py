"""Lengths of time as CDSi writes them: `6 weeks`, `12 months - 4 days`, `3 months + 4 weeks`.

The calendar underneath is the schedule engine's own: both follow CALCDT-5.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from fieldapp.domain.schedule.calendar import Period

_UNIT = "days?|weeks?|wks?|months?|mos?|years?|yrs?"  # older releases abbreviate
_STEP = re.compile(rf"\s*([+-]?)\s*([0-9]{{1,4}})\s*({_UNIT})\b\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Length:
    """One or more periods, added to a day one after the other in the order written."""

    steps: tuple[Period, ...]

    def after(self, day: date) -> date:
        """The date this long after `day`."""
        for step in self.steps:
            day = step.after(day)
        return day


def parse_length(text: str) -> Length:
    """Read a length. Raises ValueError."""
    steps, place = [], 0
    while place < len(text):
        found = _STEP.match(text, place)
        if found is None:
            raise ValueError(f"{text!r} is not a length such as 12 months - 4 days")
        count = int(found[2]) * (-1 if found[1] == "-" else 1)
        steps.append(Period(count, found[3][0].lower()))
        place = found.end()
    if not steps:
        raise ValueError("an empty length")
    return Length(tuple(steps))
