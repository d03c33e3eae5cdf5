"""What FHIR searches are asked with: references, identifiers, dates with a prefix."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from fieldapp.hub.api.finding import Span
from fieldapp.hub.api.parameters import CURSOR, ID, In, Kind, Parameter, choice, number, text
from fieldapp.wire.dates import to_minutes

COUNT, MOST = 50, 200
_PREFIX = "(eq|gt|ge|lt|le)?"
_DATE = f"^{_PREFIX}[0-9]{{4}}(-[0-9]{{2}}(-[0-9]{{2}})?)?$"
_INSTANT = (
    f"^{_PREFIX}[0-9]{{4}}(-[0-9]{{2}}(-[0-9]{{2}}"
    r"(T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?(Z|[+-][0-9]{2}:[0-9]{2}))?)?)?$"
)
_REFERENCE = "^(Patient/)?[0-9a-f]{64}$"
_IDENTIFIER = r"^[^|\x00-\x1f\x7f]{1,100}\|[^|\x00-\x1f\x7f]{1,100}$"
_NEVER = 2**60
_DAY = timedelta(days=1)
_MINUTE_S = 60
Bounds = tuple[int, int]


def _reference(typed: str) -> bytes:
    if not re.fullmatch(_REFERENCE, typed):
        raise ValueError("it is not Patient/ and the id of a patient of this hub")
    return bytes.fromhex(typed.rpartition("/")[2])


def _identifier(typed: str) -> tuple[str, str]:
    if not re.fullmatch(_IDENTIFIER, typed):
        raise ValueError("it is not a system and a value with a bar between")
    system, _, value = typed.partition("|")
    return system, value


def _span(pattern: str, bounds: Callable[[str], Bounds]) -> Callable[[str], Span]:
    def read(typed: str) -> Span:
        if not re.fullmatch(pattern, typed):
            raise ValueError("it is not a date as FHIR writes it; prefixes are eq, gt, ge, lt, le")
        prefix, written = (typed[:2], typed[2:]) if typed[0].isalpha() else ("eq", typed)
        try:
            begins, ends = bounds(written)
        except ValueError:
            raise ValueError("there is no such day or time") from None
        return {
            "eq": Span(begins, ends),
            "ge": Span(begins, None),
            "gt": Span(ends, None),
            "lt": Span(None, begins),
            "le": Span(None, ends),
        }[prefix]

    return read


def _days(written: str) -> Bounds:
    """The minutes of a day, a month or a year."""
    parts = [int(part) for part in written.split("-")]
    begins = date(*[*parts, 1, 1][:3])
    try:
        ends = _after(begins, len(parts))
    except (OverflowError, ValueError):  # the calendar ends with the year 9999
        return to_minutes(datetime(begins.year, begins.month, begins.day)), _NEVER
    first, last = (to_minutes(datetime(day.year, day.month, day.day)) for day in (begins, ends))
    return first, last


def _after(day: date, parts: int) -> date:
    """The day after a day, a month or a year that begins with this day."""
    if parts == 1:
        return date(day.year + 1, 1, 1)
    if parts == 2:
        return date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return day + _DAY


def _seconds(written: str) -> Bounds:
    """The same in Unix seconds, of days in UTC; of a moment its second."""
    if "T" not in written:
        begins, ends = _days(written)
        return begins * _MINUTE_S, min(ends * _MINUTE_S, _NEVER)
    moment = datetime.fromisoformat(written)
    second = int((moment - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(seconds=1))
    return second, second + 1


REFERENCE = Kind({"type": "string", "pattern": _REFERENCE}, _reference)
IDENTIFIER = Kind({"type": "string", "pattern": _IDENTIFIER}, _identifier)
DATE = Kind({"type": "string", "format": "fhir-date", "pattern": _DATE}, _span(_DATE, _days))
UPDATED = Kind(
    {"type": "string", "format": "fhir-date", "pattern": _INSTANT}, _span(_INSTANT, _seconds)
)
ONE_ID = Parameter("id", ID, "The resource's id.", In.PATH, needed=True)
PATIENT = Parameter("patient", REFERENCE, "Whose.")
SUBJECT = Parameter("subject", REFERENCE, "Whose.")
PAPERS = Parameter(
    "identifier",
    IDENTIFIER,
    "A document or another identifier, as system|value. Only by POST: addresses are logged.",
)
EVENT = Parameter("identifier", IDENTIFIER, "The identifier, as system|value.")
GIVEN = Parameter("date", DATE, "The day of the dose, on the clock of its place.", many=True)
LOT = Parameter("lot-number", text(60), "How the lot's number begins, however it was typed.")
CHANGED = Parameter(
    "_lastUpdated", UPDATED, "When the hub last learned something about this person.", many=True
)
PAGING = (
    Parameter("_count", number(1, MOST, COUNT), "How many at the most."),
    Parameter("_cursor", CURSOR, "Where to go on; it stands in the link `next`."),
)
FORMAT = Parameter(
    "_format", choice("json", "application/json", "application/fhir+json"), "Always JSON."
)
