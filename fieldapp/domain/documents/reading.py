"""What a reader answers, and how typed or scanned text is made comparable. Knows no document."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Reading:
    """The fields of a valid code (dates as ISO text), or the first fault found in it."""

    fields: Mapping[str, object]
    error: str | None = None
    warnings: tuple[str, ...] = ()


def refused(error: str) -> Reading:
    """A code that cannot be what it should be, and why."""
    return Reading({}, error)


def compact(text: str) -> str:
    """Upper case without spaces, control or invisible characters; full width becomes plain.

    Input methods give full-width digits, copied text brings zero-width marks, readers add line
    ends. Digits of other scripts stay as they are and are refused by the patterns.
    """
    plain = unicodedata.normalize("NFKC", text).upper()
    return "".join(c for c in plain if not c.isspace() and unicodedata.category(c)[0] != "C")


def shape_fault(number: str, lengths: Collection[int], pattern: str) -> str | None:
    """EMPTY, LENGTH or CHARACTERS, in this order; None when the number has the right shape."""
    if not number:
        return "EMPTY"
    if len(number) not in lengths:
        return "LENGTH"
    return None if re.fullmatch(pattern, number) else "CHARACTERS"


def calendar_date(year: str, month: str, day: str) -> date | None:
    """The day these digits name, or None when the calendar has no such day."""
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
