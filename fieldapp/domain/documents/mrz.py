"""Machine-readable zones of ICAO 9303: passports and seafarers' documents (TD1, TD2, TD3).

Knows how a zone is laid out and checked, not whether its holder may be vaccinated.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from fieldapp.domain.documents.reading import Reading, calendar_date, compact, refused

_SHAPES = {(3, 30): "TD1", (2, 36): "TD2", (2, 44): "TD3"}
_WEIGHTS = (7, 3, 1)
_VALUES = {c: n for n, c in enumerate("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")} | {"<": 0}
# What each field may be made of; a fault in one is named before any check digit is looked at,
# because a letter O read for a 0 is better told as such.
_ALPHABETS = {
    "type": "[A-Z][A-Z<]",
    "issuer": "[A-Z<]{3}",
    "nationality": "[A-Z<]{3}",
    "birth": "[0-9<]{6}",
    "sex": "[FMX<]",
    "expiry": "[0-9<]{6}",
    "name": "[A-Z<]+",
}
_LATEST_EXPIRY_YEARS = 50  # a zone expiring later than this is one of the last century


@dataclass(frozen=True, slots=True)
class _Zone:
    """The fields of a zone as printed, each with its check digit where it has one."""

    form: str
    kind: str
    issuer: str
    name: str
    number: str
    number_check: str
    nationality: str
    birth: str
    birth_check: str
    sex: str
    expiry: str
    expiry_check: str
    optional: tuple[str, ...]
    optional_check: str | None
    composite: str
    composite_check: str


def check_digit(text: str) -> str:
    """The check digit of a field: weights 7, 3, 1; A = 10 to Z = 35; `<` = 0.

    Raises KeyError on a character that a zone cannot hold.
    """
    return str(sum(_VALUES[c] * _WEIGHTS[i % 3] for i, c in enumerate(text)) % 10)


def read(text: str | Sequence[str], today: date) -> Reading:
    """Read two or three lines: as a list, as text with line ends, or joined without any.

    An expired document still says who the person is: valid, with the warning EXPIRED.
    """
    lines = _lines(text)
    if not lines:
        return refused("EMPTY")
    form = _SHAPES.get((len(lines), len(lines[0])))
    if form is None or len({len(line) for line in lines}) > 1:
        return refused("LENGTH")
    if not re.fullmatch("[A-Z0-9<]+", "".join(lines)):
        return refused("CHARACTERS")
    zone = _td1(lines) if form == "TD1" else _two_lines(form, lines)
    fault = _alphabet_fault(zone) or _date_fault(zone, today) or _check_fault(zone)
    return refused(fault) if fault else _reading(zone, today)


def awaits_more_lines(text: str) -> bool:
    """Whether the text is the first line, or first two, of a zone: readers often end every line
    as if it were a scan of its own."""
    lines = _lines(text)
    if not lines or not lines[0][0].isalpha():  # a vial's code of that length begins with a digit
        return False
    return any(
        len(lines) < count and all(len(line) == width and "<" in line for line in lines)
        for count, width in _SHAPES
    )


def _lines(text: str | Sequence[str]) -> list[str]:
    joined = text if isinstance(text, str) else "\n".join(text)
    lines = [compact(line) for line in unicodedata.normalize("NFKC", joined).splitlines()]
    lines = [line for line in lines if line]
    if len(lines) == 1:
        for count, width in _SHAPES:
            if len(lines[0]) == count * width:
                return [lines[0][n * width : (n + 1) * width] for n in range(count)]
    return lines


def _two_lines(form: str, lines: list[str]) -> _Zone:
    first, second = lines
    optional_end = 42 if form == "TD3" else 35
    last = len(second) - 1
    number, check, optional = second[:9], second[9], second[28:optional_end]
    if form == "TD2":
        number, check, optional = _long_number(number, check, optional)
    return _Zone(
        form=form,
        kind=first[:2],
        issuer=first[2:5],
        name=first[5:],
        number=number,
        number_check=check,
        nationality=second[10:13],
        birth=second[13:19],
        birth_check=second[19],
        sex=second[20],
        expiry=second[21:27],
        expiry_check=second[27],
        optional=(optional,),
        optional_check=second[42] if form == "TD3" else None,
        composite=second[:10] + second[13:20] + second[21:last],
        composite_check=second[last],
    )


def _td1(lines: list[str]) -> _Zone:
    first, second, third = lines
    number, check, optional = _long_number(first[5:14], first[14], first[15:])
    return _Zone(
        form="TD1",
        kind=first[:2],
        issuer=first[2:5],
        name=third,
        number=number,
        number_check=check,
        nationality=second[15:18],
        birth=second[:6],
        birth_check=second[6],
        sex=second[7],
        expiry=second[8:14],
        expiry_check=second[14],
        optional=(optional, second[18:29]),
        optional_check=None,
        composite=first[5:] + second[:7] + second[8:15] + second[18:29],
        composite_check=second[29],
    )


def _long_number(number: str, check: str, optional: str) -> tuple[str, str, str]:
    """A number of more than 9 characters goes on in the optional field, its check digit last."""
    rest = optional.partition("<")[0]
    if check != "<" or len(rest) < 2:
        return number, check, optional
    return number + rest[:-1], rest[-1], optional[len(rest) :]


def _alphabet_fault(zone: _Zone) -> str | None:
    if zone.kind.startswith("V"):
        return "PREFIX"  # a visa: its number is no document of the person
    fields = {
        "type": zone.kind,
        "issuer": zone.issuer,
        "nationality": zone.nationality,
        "birth": zone.birth,
        "sex": zone.sex,
        "expiry": zone.expiry,
        "name": zone.name,
    }
    for name, value in fields.items():
        if not re.fullmatch(_ALPHABETS[name], value):
            return f"CHARACTERS:{name}"
    return None


def _date_fault(zone: _Zone, today: date) -> str | None:
    """Dates may be unknown in part (`<`), never impossible."""
    if "<" not in zone.birth and _birth_date(zone.birth, today) is None:
        return "BIRTH_DATE"
    if "<" not in zone.expiry and _expiry_date(zone.expiry, today) is None:
        return "EXPIRY_DATE"
    return None


def _check_fault(zone: _Zone) -> str | None:
    checks = [
        ("number", zone.number, zone.number_check),
        ("birth", zone.birth, zone.birth_check),
        ("expiry", zone.expiry, zone.expiry_check),
        ("optional", zone.optional[0], zone.optional_check),
        ("composite", zone.composite, zone.composite_check),
    ]
    for name, value, check in checks:
        unused = check == "<" and not value.strip("<") and name != "composite"
        if check is not None and not unused and check != check_digit(value):
            return f"CHECK_DIGIT:{name}"
    return None


def _reading(zone: _Zone, today: date) -> Reading:
    surname, _, given = zone.name.partition("<<")
    expiry = _expiry_date(zone.expiry, today)
    birth = _birth_date(zone.birth, today)
    fields: dict[str, object] = {
        "format": zone.form,
        "document_type": zone.kind.strip("<"),
        "issuer": zone.issuer.strip("<"),
        "surname": _words(surname),
        "given_names": _words(given),
        "number": zone.number.replace("<", ""),
        "nationality": zone.nationality.strip("<"),
        "birth_date": birth.isoformat() if birth else None,
        "sex": zone.sex.replace("<", "X"),  # ICAO prints < where the holder is X or not stated
        "expiry_date": expiry.isoformat() if expiry else None,
        "optional": _words(" ".join(zone.optional)) or None,
    }
    known = {name: value for name, value in fields.items() if value is not None}
    return Reading(known, warnings=("EXPIRED",) if expiry and expiry < today else ())


def _words(field: str) -> str:
    return " ".join(field.replace("<", " ").split())


def _birth_date(digits: str, today: date) -> date | None:
    """The latest such day that is not in the future; None when unknown or impossible."""
    this_century = today.year // 100 * 100
    for century in (this_century, this_century - 100):
        day = _in_century(digits, century)
        if day is not None and day <= today:
            return day
    return None


def _expiry_date(digits: str, today: date) -> date | None:
    """A day of this century, unless that is more than 50 years ahead."""
    day = _in_century(digits, today.year // 100 * 100)
    if day is not None and day.year > today.year + _LATEST_EXPIRY_YEARS:
        return _in_century(digits, today.year // 100 * 100 - 100)
    return day


def _in_century(digits: str, century: int) -> date | None:
    if "<" in digits:
        return None
    return calendar_date(str(century + int(digits[:2])), digits[2:4], digits[4:6])
