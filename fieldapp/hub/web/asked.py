"""What a visitor asked for in an address or a form, read: numbers, days and pages of a long list.
What cannot be read asks for nothing."""

from __future__ import annotations

from datetime import date

MOST_DIGITS = 9  # what the narrowest column of a number holds
_FIRST_YEAR, _LAST_YEAR = 1971, 8999


def number_of(text: str, most_digits: int = MOST_DIGITS) -> int | None:
    """A whole number from 0, as every number of ours is."""
    readable = text.isascii() and text.isdigit() and len(text) <= most_digits
    return int(text) if readable else None


def day_of(text: str) -> date | None:
    """YYYY-MM-DD, of a year in which clocks and columns agree."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if _FIRST_YEAR <= found.year <= _LAST_YEAR else None


def page_no(text: str) -> int:
    """Which page of a list, from 1."""
    return max(1, number_of(text) or 1)


def pages_of(found: int, a_page: int) -> int:
    """How many pages a list has; an empty one has one."""
    return max(1, -(-found // a_page))
