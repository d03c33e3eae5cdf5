"""GS1 element strings as scanners send them: identifier by identifier, or why not.

Never guesses: where a missing separator would change the meaning, the text is taken as it stands
and a warning says so.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from fieldapp.domain.documents.reading import Reading, calendar_date, refused
from fieldapp.domain.gs1_identifiers import Identifier, identifier, identifier_at

GS = "\x1d"
# How readers write the separator when they cannot send ASCII 29 as a key.
_VISIBLE_GS = re.compile(r"<GS>|\{GS\}|\^\]|\||␝", re.IGNORECASE)
# AIM symbology identifiers: of any code, and of those that hold GS1 (DataMatrix, GS1-128, QR,
# DataBar, DotCode). Wedge readers may change the case of the letter.
_SYMBOLOGY = re.compile(r"\][A-Za-z][0-9A-Za-z]")
_GS1_SYMBOLOGY = re.compile(r"^\](d2|C1|Q3|e0|J1)", re.IGNORECASE)
_AS_SENT = ("d2", "C1", "Q3", "e0", "J1")
_BRACKETED = re.compile(r"\(([0-9]{2,4})\)")
_NOT_IN_FIELDS = re.compile(r"""[^!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]""")  # GS1 character set 82
_SUSPECTS = ("10", "21", "240")  # text of free length, where a swallowed identifier would hide


@dataclass
class _Elements:
    """The elements read so far, and the first fault met."""

    values: dict[str, str] = field(default_factory=dict)
    fault: str | None = None


def read(text: str, today: date) -> Reading:
    """Read an element string; dates come back as ISO text, all else as printed.

    Reading is not judging: an expired lot reads without a warning (cases ID-064, -069 and -071 of
    the sample), and whoever takes a vial into use asks `Scan.is_expired`.
    """
    stripped, bracketed = _element_string(text)
    if not stripped.strip(GS):
        return refused("EMPTY")
    elements = _elements(stripped)
    if elements.fault:
        return refused(elements.fault)
    fields = {code: _value(code, value, today) for code, value in elements.values.items()}
    suspects = [fields[code] for code in _SUSPECTS if code in fields]
    swallowed = not bracketed and any(_swallows(value, fields) for value in suspects)
    warnings = ["POSSIBLE_MISSING_SEPARATOR"] if swallowed else []
    if _case_was_changed(text) and any(re.search("[A-Za-z]", v) for v in suspects):
        warnings.append("LETTER_CASE")
    return Reading(fields, warnings=tuple(warnings))


def looks_like_gs1(text: str) -> bool:
    """Whether the reader itself said so, by its symbology identifier or by separators, or the
    identifiers stand in brackets as printed for people."""
    plain = _plain(text)
    bracketed = _BRACKETED.match(plain)
    if bracketed:
        return identifier(bracketed[1]) is not None
    separated = GS in plain and (plain.startswith(GS) or identifier_at(plain) is not None)
    return separated or _GS1_SYMBOLOGY.match(plain) is not None


def _case_was_changed(text: str) -> bool:
    """Whether the reader's own identifier came in the wrong case: Caps Lock, or a reader set to
    change letters. Lots are told apart by case, so theirs is in doubt, too."""
    found = _GS1_SYMBOLOGY.match(_plain(text))
    return found is not None and found[1] not in _AS_SENT


def without_symbology(text: str) -> str:
    """The text without the reader's AIM symbology identifier, where there is one."""
    found = _SYMBOLOGY.match(text)
    return text[found.end() :] if found else text


def gtin_check_digit(digits: str) -> str:
    """The GS1 check digit of the digits before it: weights 3, 1 from the right, mod 10."""
    total = sum(int(d) * (3 if n % 2 == 0 else 1) for n, d in enumerate(reversed(digits)))
    return str(-total % 10)


def _plain(text: str) -> str:
    """ASCII where it means the same, one kind of separator, no line ends or blanks: blanks are in
    no GS1 field, so removing them loses nothing."""
    folded = _VISIBLE_GS.sub(GS, unicodedata.normalize("NFKC", text))
    return "".join(c for c in folded if c == GS or (c.isprintable() and not c.isspace()))


def _element_string(text: str) -> tuple[str, bool]:
    """Identifiers and values only; and whether they came in brackets, `(01)0950...(10)LOT`."""
    plain = without_symbology(_GS1_SYMBOLOGY.sub(GS, _plain(text)))
    if _BRACKETED.match(plain.lstrip(GS)):
        return _BRACKETED.sub(lambda found: GS + found[1], plain), True
    return plain, False


def _elements(text: str) -> _Elements:
    """Cut a string into its elements; stops at the first fault, in the order of the string."""
    found = _Elements()
    rest = text.lstrip(GS)
    while rest and not found.fault:
        opening = identifier_at(rest)
        if opening is None:
            found.fault = _unknown(found, text)
            break
        code, rule = opening
        value, rest = _cut(rest[len(code) :], rule)
        found.fault = "DUPLICATE_AI" if code in found.values else _value_fault(code, rule, value)
        found.values[code] = value
    return found


def _unknown(found: _Elements, text: str) -> str:
    """A string that opens with no identifier is no GS1 at all, unless its reader marked it so."""
    marked = text.startswith(GS) and text.lstrip(GS)[:2].isdigit()
    return "UNKNOWN_AI" if found.values or marked else "NOT_GS1"


def _cut(text: str, rule: Identifier) -> tuple[str, str]:
    """The value at the head of `text`, and what comes after it and its separators."""
    value = text.partition(GS)[0]
    if rule.predefined:
        value = value[: rule.longest]
    return value, text[len(value) :].lstrip(GS)


def _value_fault(code: str, rule: Identifier, value: str) -> str | None:
    if rule.is_date:
        return None if _parts_of_date(value) else f"AI{code}_DATE"
    if not value and not rule.predefined:
        return f"AI{code}_EMPTY"
    if len(value) > rule.longest:
        return f"AI{code}_TOO_LONG"
    if len(value) < rule.shortest:
        return f"AI{code}_LENGTH"
    if _NOT_IN_FIELDS.search(value) or (rule.digits_only and not re.fullmatch("[0-9]+", value)):
        return "CHARACTERS"
    if rule.check_digit and gtin_check_digit(value[:-1]) != value[-1]:
        return f"AI{code}_CHECK_DIGIT"
    return None


def _parts_of_date(value: str) -> tuple[str, str, str] | None:
    """Year, month and day of YYMMDD when some century has such a day."""
    parts = re.fullmatch("([0-9]{2})([0-9]{2})([0-9]{2})", value)
    if parts is None:
        return None
    year, month, day = parts.groups()
    # 20YY has the leap years of 19YY; in 1900 and 2100, `_in_full` ends February a day earlier.
    exists = calendar_date(f"20{year}", month, "01" if day == "00" else day)
    return (year, month, day) if exists else None


def _value(code: str, value: str, today: date) -> str:
    rule = identifier(code)
    parts = _parts_of_date(value) if rule and rule.is_date else None
    return _in_full(*parts, today).isoformat() if parts else value


def _in_full(year: str, month: str, day: str, today: date) -> date:
    """GS1's rule for the century: a year 51 or more ahead of this one belongs to the last, 50 or
    more behind to the next. Day 00 is the last day of the month."""
    full = today.year - today.year % 100 + int(year)
    ahead = full - today.year
    full += -100 if ahead >= 51 else 100 if ahead <= -50 else 0
    last_day = monthrange(full, int(month))[1]
    return date(full, int(month), min(int(day) or last_day, last_day))


def _swallows(value: str, fields: Mapping[str, str]) -> bool:
    """Whether the tail of a value could be further elements that are not in the code yet."""
    return any(_hidden_tail(value[:start], value[start:], fields) for start in range(1, len(value)))


def _hidden_tail(head: str, tail: str, fields: Mapping[str, str]) -> bool:
    """A GTIN or a date is sign enough. `10` and `21` are in half of all lot numbers, so they count
    only between two pieces that are each of some length and hold a letter."""
    opening = identifier_at(tail)
    if opening is None or opening[0] in fields:
        return False
    code, rule = opening
    if rule.is_date or code == "01":
        return _elements(tail).fault is None
    rest = tail[len(code) :]
    return code in ("10", "21") and all(
        len(piece) >= 3 and re.search("[A-Za-z]", piece) for piece in (head, rest)
    )
