"""Adding days, weeks, months and years to a date as schedules mean it.

CDSi rule CALCDT-5: a day that does not exist becomes the first of the next month
(31 March + 6 months = 1 October).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

_PERIOD = re.compile(r"([0-9]{1,4})([dwmy])")


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of calendar time, written 21d, 6w, 9m or 18y."""

    count: int
    unit: str

    def __str__(self) -> str:
        return f"{self.count}{self.unit}"

    def after(self, day: date) -> date:
        """The date this long after `day`; the calendar's last day when it goes beyond."""
        try:
            if self.unit in "dw":
                return day + timedelta(days=self.count * (7 if self.unit == "w" else 1))
            return _add_months(day, self.count * (12 if self.unit == "y" else 1))
        except (OverflowError, ValueError):
            return date.max


def parse_period(text: str) -> Period:
    """Read 21d, 6w, 9m, 18y. Raises ValueError."""
    found = _PERIOD.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is not a period such as 21d, 6w, 9m or 18y")
    return Period(int(found[1]), found[2])


def _add_months(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    try:
        return date(year, month + 1, day.day)
    except ValueError:  # the day does not exist in that month
        year, month = divmod(day.year * 12 + day.month + months, 12)
        return date(year, month + 1, 1)
