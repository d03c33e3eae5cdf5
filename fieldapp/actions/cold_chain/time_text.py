"""The times of a logger's file: which way round they are written is the same in the whole file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

from fieldapp.actions.cold_chain.logger_file import NotThisFormat

_DATE = re.compile(
    r"(?P<a>\d{1,4})\s*[-./年]\s*(?P<b>\d{1,2})\s*[-./月]\s*(?P<c>\d{1,4})\s*日?"
    r"(?:[T,\s]\s*(?P<clock>.*))?",
)
_CLOCK = re.compile(
    r"(?P<half_before>[上下]午)?\s*(?P<h>\d{1,2}):(?P<m>\d{2})(?::(?P<s>\d{2})(?:[.,]\d+)?)?"
    r"\s*(?P<half>[AaPp]\.?[Mm]\.?)?\s*(?P<zone>Z|[+-]\d{2}:?\d{2})?",
)
YEAR_FIRST, DAY_FIRST, MONTH_FIRST = "ymd", "dmy", "mdy"


def order_of(texts: Iterable[str]) -> str:
    """Which way round the dates are written. Raises NotThisFormat when no date tells."""
    seen = False
    for text in texts:
        found = _DATE.fullmatch(text.strip())
        if found is None:
            continue
        if len(found["a"]) == 4:
            return YEAR_FIRST
        seen = True
        if int(found["a"]) > 12:
            return DAY_FIRST
        if int(found["b"]) > 12:
            return MONTH_FIRST
    if seen:
        raise NotThisFormat("it does not tell day and month apart; write the year first")
    raise NotThisFormat("no line begins with a date")


def moment_of(text: str, order: str, utc_offset_min: int) -> datetime | None:
    """The naive site time; None for what is none. A time with a zone is turned into the site's."""
    found = _DATE.fullmatch(text.strip())
    if found is None:
        return None
    places = {order[0]: found["a"], order[1]: found["b"], order[2]: found["c"]}
    clock = _CLOCK.fullmatch((found["clock"] or "").strip())
    if clock is None or len(places["y"]) not in (2, 4):
        return None
    year = int(places["y"]) + (2000 if len(places["y"]) == 2 else 0)
    try:
        made = datetime(year, int(places["m"]), int(places["d"]), _hour(clock), int(clock["m"]))
        made += timedelta(seconds=int(clock["s"] or 0))
        return made + _to_site(clock["zone"], utc_offset_min)
    except (ValueError, OverflowError):
        return None


def _hour(clock: re.Match[str]) -> int:
    hour, half = int(clock["h"]), (clock["half"] or "").lower()[:1]
    half = {"上午": "a", "下午": "p"}.get(clock["half_before"] or "", half)
    if half and not 1 <= hour <= 12:
        raise ValueError("no hour of half a day")
    if half:
        return hour % 12 + (12 if half == "p" else 0)
    return hour


def _to_site(zone: str | None, utc_offset_min: int) -> timedelta:
    if not zone:
        return timedelta()
    if zone == "Z":
        return timedelta(minutes=utc_offset_min)
    digits = zone[1:].replace(":", "")
    own = int(digits[:2]) * 60 + int(digits[2:])
    return timedelta(minutes=utc_offset_min - (own if zone[0] == "+" else -own))
