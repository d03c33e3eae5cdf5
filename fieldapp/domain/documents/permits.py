"""Permits and passports that are typed or read as one number. Knows no machine-readable zone."""

from __future__ import annotations

from datetime import date

from fieldapp.domain.documents.reading import Reading, compact, refused, shape_fault
from fieldapp.domain.documents.resident_id import birth_and_check_fault, birth_date_of, sex_of

FOREIGN_RESIDENT = "foreign-permanent-resident"
_HOLDERS = {"H": "HK", "M": "MO"}


def read_foreign_pr_2017(text: str, today: date) -> Reading:
    """Foreign permanent resident card until 2023: country in three letters and 12 digits.

    The meaning of the digits is not public, so no birth date is taken from them.
    """
    number = compact(text)
    fault = shape_fault(number, (15,), "[A-Z]{3}[0-9]{12}")
    if fault:
        return refused(fault)
    fields = {"normalized": number, "kind": FOREIGN_RESIDENT, "country_alpha3": number[:3]}
    return Reading(fields)


def read_foreign_pr_2023(text: str, today: date) -> Reading:
    """Foreign permanent resident card since 1 Dec 2023: 9, place (2), numeric country (3), then
    birth date, order and check digit as in a resident ID."""
    number = compact(text)
    fault = shape_fault(number, (18,), "[0-9]{17}[0-9X]") or _prefix_fault(number, "9")
    fault = fault or birth_and_check_fault(number, today)
    if fault:
        return refused(fault)
    return Reading(
        {
            "normalized": number,
            "kind": FOREIGN_RESIDENT,
            "country_numeric": number[3:6],
            "birth_date": birth_date_of(number).isoformat(),
            "sex": sex_of(number),
        }
    )


def read_hk_macao(text: str, today: date) -> Reading:
    """Mainland travel permit of Hong Kong and Macao residents: H or M and 8 digits for life, on
    older cards followed by two digits that count renewals."""
    number = compact(text)
    fault = _letter_and_digits_fault(number, (9, 11), "HM")
    if fault:
        return refused(fault)
    fields = {"normalized": number, "holder": _HOLDERS[number[0]], "lifelong": number[:9]}
    return Reading({**fields, "renewal": number[9:]} if len(number) == 11 else fields)


def read_taiwan(text: str, today: date) -> Reading:
    """Mainland travel permit of Taiwan residents, as a card: 8 digits without a check digit."""
    number = compact(text)
    fault = shape_fault(number, (8,), "[0-9]{8}")
    return refused(fault) if fault else Reading({"normalized": number, "holder": "TW"})


def read_seafarer(text: str, today: date) -> Reading:
    """Chinese seafarer's passport, typed: A and 8 digits. (Scanned, it is an MRZ.)"""
    number = compact(text)
    fault = _letter_and_digits_fault(number, (9,), "A")
    return refused(fault) if fault else Reading({"normalized": number, "kind": "seafarer"})


def read_passport(text: str, today: date) -> Reading:
    """A passport number typed by hand: 6 to 9 letters and digits (ICAO 9303 leaves room for 9),
    at least one of them a digit, so that a name is not taken for one."""
    number = compact(text)
    fault = shape_fault(number, range(6, 10), "(?=.*[0-9])[A-Z0-9]+")
    return refused(fault) if fault else Reading({"normalized": number, "kind": "passport"})


def read_other(text: str, today: date) -> Reading:
    """Any other travel document. No rule is known: 4 to 20 letters, digits or hyphens, one of
    them a digit."""
    number = compact(text)
    fault = shape_fault(number, range(4, 21), "(?=.*[0-9])[A-Z0-9-]+")
    fields = {"normalized": number, "kind": "other-travel-document"}
    return refused(fault) if fault else Reading(fields)


def _letter_and_digits_fault(number: str, lengths: tuple[int, ...], letters: str) -> str | None:
    """The wrong first letter is a PREFIX fault; anything but digits after it is CHARACTERS."""
    return shape_fault(number, lengths, ".[0-9]+") or _prefix_fault(number, letters)


def _prefix_fault(number: str, allowed: str) -> str | None:
    return None if number[0] in allowed else "PREFIX"
