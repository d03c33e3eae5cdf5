"""Chinese resident identity numbers of 18 and 15 digits (GB 11643-1999). Knows no county list.

Counties are split and renamed every year, so only the province (first two digits) is checked:
a list of counties would refuse real people from new ones.
"""

from __future__ import annotations

from datetime import date

from fieldapp.domain.documents.reading import (
    Reading,
    calendar_date,
    compact,
    refused,
    shape_fault,
)

# GB/T 2260, with 71 Taiwan, 81 Hong Kong, 82 Macao; people of the latter three who live on the
# mainland hold residence permits that open with 810000, 820000 and 830000 (Taiwan).
# fmt: off
PROVINCES = frozenset((
    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37",
    "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65",
    "71", "81", "82",
))
# fmt: on
TAIWAN_RESIDENCE = "830000"
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_CHARACTERS = "10X98765432"
# The oldest birth year a number can mean. Sources are silent; nobody born earlier was ever issued
# one, so an older year is a misread digit.
_OLDEST_YEAR = 1800


def read(text: str, today: date) -> Reading:
    """Read an 18-character number. A birth date after `today` is refused; `today` itself is a
    newborn's."""
    number = compact(text)
    fault = (
        shape_fault(number, (18,), "[0-9]{17}[0-9X]")
        or _region_fault(number)
        or birth_and_check_fault(number, today)
    )
    return refused(fault) if fault else Reading(_fields(number))


def read_15(text: str, today: date) -> Reading:
    """Read a 15-digit number (issued until 1999, always born in 19xx) as its 18-digit form."""
    number = compact(text)
    fault = shape_fault(number, (15,), "[0-9]{15}") or _region_fault(number)
    if fault:
        return refused(fault)
    long = complete(f"{number[:6]}19{number[6:]}")
    fault = birth_and_check_fault(long, today)
    return refused(fault) if fault else Reading(_fields(long))


def complete(first_17: str) -> str:
    """The 18-character number of 17 digits (MOD 11-2). Raises ValueError on anything else."""
    if len(first_17) != 17 or not (first_17.isascii() and first_17.isdigit()):
        raise ValueError("a resident ID is completed from exactly 17 digits")
    total = sum(int(digit) * weight for digit, weight in zip(first_17, _WEIGHTS, strict=True))
    return first_17 + _CHECK_CHARACTERS[total % 11]


def birth_date_of(number: str) -> date:
    """The birth date in a valid 18-character number, or in the first 17 of one."""
    return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))


def sex_of(number: str) -> str:
    """M or F in a valid 18-character number, or in the first 17 of one: an odd order is a man's."""
    return "M" if int(number[16]) % 2 else "F"


def birth_and_check_fault(number: str, today: date) -> str | None:
    """The faults that a resident ID shares with the foreign permanent resident card of 2023."""
    birth = calendar_date(number[6:10], number[10:12], number[12:14])
    if birth is None or birth.year < _OLDEST_YEAR:
        return "BIRTH_DATE"
    if birth > today:
        return "BIRTH_DATE_FUTURE"
    return None if complete(number[:17]) == number else "CHECK_DIGIT"


def _region_fault(number: str) -> str | None:
    known = number[:2] in PROVINCES or number[:6] == TAIWAN_RESIDENCE
    return None if known else "REGION"


def _fields(number: str) -> dict[str, object]:
    return {
        "normalized": number,
        "region": number[:6],
        "birth_date": birth_date_of(number).isoformat(),
        "sex": sex_of(number),
    }
