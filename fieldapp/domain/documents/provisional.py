"""Numbers that a team gives to people without papers. Knows no journal and no counter.

`NP-000012-00345-K` (no papers): six digits name the issuing station, five count its people, and
the letter checks both. Any one wrong digit, and any two neighbours swapped, change the letter.
"""

from __future__ import annotations

import re
from datetime import date

from fieldapp.domain.documents.reading import Reading, compact, refused

PREFIX = "NP"
MAX_STATION, MAX_COUNTER = 999_999, 99_999
_UNENROLLED = 500_000  # stations from here on are laptops that have no device number yet
# 23 letters because 23 is prime (that is what finds every single wrong digit and every swap);
# without I, O and Z, which are read as 1, 0 and 2.
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXY"
_LOOK_ALIKES = str.maketrans("OIL", "011")


def station_of(device: int, epoch: bytes) -> int:
    """Who issues: the device number, or before enrolment (0) a number from the random epoch.

    Two laptops that are not enrolled yet issue under the same station once in 500 000 times; the
    hub then shows a contest, as for any document with two names.
    """
    if device >= _UNENROLLED:
        raise ValueError("device numbers above 499999 have no room in a provisional number")
    return device or _UNENROLLED + int.from_bytes(epoch, "big") % _UNENROLLED


def make(station: int, counter: int) -> str:
    """The number of the `counter`-th person of a station, as it is shown and stored."""
    if not (0 < station <= MAX_STATION and 0 < counter <= MAX_COUNTER):
        raise ValueError("station or counter does not fit into a provisional number")
    digits = f"{station:06d}{counter:05d}"
    return f"{PREFIX}-{digits[:6]}-{digits[6:]}-{_check_letter(digits)}"


def read(text: str, today: date) -> Reading:
    """Read a number with or without its hyphens; O, I and L among the digits are 0, 1 and 1."""
    number = compact(text).replace("-", "")
    if not number:
        return refused("EMPTY")
    if len(number) != len(PREFIX) + 12:
        return refused("LENGTH")
    if not number.startswith(PREFIX):
        return refused("PREFIX")
    digits = number[2:13].translate(_LOOK_ALIKES)
    if not re.fullmatch("[0-9]{11}[A-Z]", digits + number[13]):
        return refused("CHARACTERS")
    if number[13] != _check_letter(digits):
        return refused("CHECK_DIGIT")
    return Reading(_fields(digits))


def _fields(digits: str) -> dict[str, object]:
    return {
        "normalized": f"{PREFIX}-{digits[:6]}-{digits[6:]}-{_check_letter(digits)}",
        "kind": "provisional",
        "station": int(digits[:6]),
        "counter": int(digits[6:]),
    }


def _check_letter(digits: str) -> str:
    return _LETTERS[int(digits) % len(_LETTERS)]
