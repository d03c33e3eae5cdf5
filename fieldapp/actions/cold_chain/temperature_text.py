"""A temperature as loggers and people write it, in tenths of a degree Celsius."""

from __future__ import annotations

import re

from fieldapp.actions.cold_chain.logger_file import COLDEST_TENTHS, WARMEST_TENTHS

_TEMPERATURE = re.compile(
    r"(?P<number>[+-]?\d{1,4}(?:[.,]\d{1,6})?)\s*(?:°|º|deg)?\s*(?P<unit>[CF]|℃|℉)?", re.IGNORECASE
)
_MISSING = frozenset({"", "-", "--", "---", "n/a", "na", "nan", "null", "none", "err", "error"})
_FAHRENHEIT = ("f", "℉")


def tenths_of(text: str, *, fahrenheit: bool = False) -> int | str:
    """The temperature, or why it is none: missing, not-a-temperature, out-of-range.

    `fahrenheit`: the unit where the text names none.
    """
    cleaned = text.strip().replace("\u2212", "-").replace("\u2013", "-")
    if cleaned.lower() in _MISSING:
        return "missing"
    found = _TEMPERATURE.fullmatch(cleaned)
    if found is None:
        return "not-a-temperature"
    degrees = float(found["number"].replace(",", "."))
    unit = (found["unit"] or ("f" if fahrenheit else "c")).lower()
    if unit in _FAHRENHEIT:
        degrees = (degrees - 32) / 1.8
    tenths = round(degrees * 10)
    return tenths if COLDEST_TENTHS <= tenths <= WARMEST_TENTHS else "out-of-range"
