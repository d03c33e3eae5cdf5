"""Telephone numbers as E.164. Knows the Chinese numbering plan and no other."""

from __future__ import annotations

import re
from datetime import date

from fieldapp.domain.documents.reading import Reading, compact, refused

_PUNCTUATION = str.maketrans("", "", "-‐‑–—−().·/")
_MOBILE = "1[3-9][0-9]{9}"  # 10x, 11x and 12x are service numbers, never a person's
# Area code without its trunk 0 and subscriber: 10 and 2x have 8 digits, the others 7 or 8.
_LANDLINE = "(?:10|2[0-9])[0-9]{8}|[3-9][0-9]{2}[0-9]{7,8}"
_SHORTEST, _LONGEST = 7, 15  # E.164 allows at most 15 digits; below 7 nobody can be called


def read(text: str, today: date) -> Reading:
    """Read a number written with +, with 00, or as people in China write their own.

    `sms` is False where a message cannot arrive (landlines); for mobiles, and for numbers abroad,
    where the number does not tell, there is no such field.
    """
    number = compact(text).removeprefix("TEL:").translate(_PUNCTUATION)
    if not number.strip("+"):
        return refused("EMPTY")
    if number.startswith("00"):
        number = "+" + number[2:]
    if number.startswith("+86"):
        return _chinese(number[3:].removeprefix("0"))  # +86 (0)537: the trunk 0 is not dialled
    if number.startswith("+"):
        return _foreign(number[1:])
    if number.startswith("0"):
        return _chinese(number[1:])
    return _mobile(number[2:] if len(number) == 13 and number.startswith("861") else number)


def tail_of(number: str) -> str:
    """The last four digits, as people say them aloud; "" of a number that has fewer."""
    digits = "".join(c for c in number if c.isascii() and c.isdigit())
    return digits[-4:] if len(digits) >= 4 else ""


def _chinese(national: str) -> Reading:
    """A national number without its trunk 0, known to be complete with its area code."""
    if re.fullmatch(_LANDLINE, national):
        return Reading({"e164": f"+86{national}", "sms": False})
    return _mobile(national)


def _mobile(number: str) -> Reading:
    if len(number) != 11:
        return refused("LENGTH")
    if not re.fullmatch("[0-9]+", number):
        return refused("CHARACTERS")
    return Reading({"e164": f"+86{number}"}) if re.fullmatch(_MOBILE, number) else refused("PREFIX")


def _foreign(digits: str) -> Reading:
    if not _SHORTEST <= len(digits) <= _LONGEST:
        return refused("LENGTH")
    if not re.fullmatch("[0-9]+", digits):
        return refused("CHARACTERS")
    return refused("PREFIX") if digits[0] == "0" else Reading({"e164": f"+{digits}"})
