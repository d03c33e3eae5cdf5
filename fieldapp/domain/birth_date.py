"""How exactly a birth date is known: where somebody knows the year alone, no day is made up.

Written as FHIR's `date`: 1980-05-17, 1980-05 or 1980; read as people write it, too. Where one day
must stand for a month or year it is the first: nothing happened to the person before. What depends
on age asks the last day, too.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from enum import StrEnum

_WRITTEN = re.compile(r"(\d{4})年?(?:[-/.年](\d{1,2})月?(?:[-/.月](\d{1,2})日?)?)?")


class Precision(StrEnum):
    """What of a birth date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


_LENGTHS = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}


def read_birth_date(text: str) -> tuple[date, Precision]:
    """The first day that is meant, and how exactly. Raises ValueError."""
    found = _WRITTEN.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is not a date such as 1980-05-17, 1980-05 or 1980")
    year, month, day = found.groups()
    first = date(int(year), int(month or 1), int(day or 1))
    return first, Precision.DAY if day else Precision.MONTH if month else Precision.YEAR


def write_birth_date(first: date | None, known_to: Precision) -> str:
    """The inverse; "" for None."""
    return "" if first is None else first.isoformat()[: _LENGTHS[known_to]]


def last_birth_date(first: date, known_to: Precision) -> date:
    """The last day that it may be."""
    if known_to is Precision.YEAR:
        return first.replace(month=12, day=31)
    if known_to is Precision.MONTH:
        return first.replace(day=monthrange(first.year, first.month)[1])
    return first
