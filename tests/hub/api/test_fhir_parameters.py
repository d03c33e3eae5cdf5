"""Promises of FHIR's parameters: dates of every precision with their prefixes, references,
identifiers."""

from __future__ import annotations

import pytest

from fieldapp.hub.api.fhir_parameters import DATE, IDENTIFIER, REFERENCE, UPDATED
from fieldapp.hub.api.finding import Span

DAY_MIN, DAY_S = 1440, 86_400


@pytest.mark.parametrize(
    ("typed", "span"),
    [
        ("1970-01-02", Span(DAY_MIN, 2 * DAY_MIN)),
        ("eq1970-01", Span(0, 31 * DAY_MIN)),
        ("ge1970-12", Span(334 * DAY_MIN, None)),
        ("gt1970", Span(365 * DAY_MIN, None)),
        ("lt1970-01-02", Span(None, DAY_MIN)),
        ("le1970-01-02", Span(None, 2 * DAY_MIN)),
    ],
)
def test_days_months_and_years(typed: str, span: Span) -> None:
    assert DATE.read(typed) == span


@pytest.mark.parametrize(
    ("typed", "span"),
    [
        ("1970-01-02", Span(DAY_S, 2 * DAY_S)),
        ("1970-01-01T00:00:10Z", Span(10, 11)),
        ("ge1970-01-01T08:00:10.5+08:00", Span(10, None)),
        ("gt1970-01-01T00:00:10Z", Span(11, None)),
        ("le1970-01-01T00:00:10Z", Span(None, 11)),
    ],
)
def test_moments(typed: str, span: Span) -> None:
    assert UPDATED.read(typed) == span


@pytest.mark.parametrize("typed", ["9999", "ge9999-12-31", "le9999-12"])
def test_where_the_calendar_ends(typed: str) -> None:
    span = DATE.read(typed)
    assert span.ends is None or span.ends > DAY_MIN * 365 * 8000


@pytest.mark.parametrize("typed", ["", "0000", "2021-13", "2021-02-30", "ne2021", "2021-5-1", "x"])
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"there is no such|it is not a date"):
        DATE.read(typed)
    with pytest.raises(ValueError, match=r"there is no such|it is not a date"):
        UPDATED.read(typed + "T25:00:00Z")


def test_references_and_identifiers() -> None:
    assert REFERENCE.read("Patient/" + "ab" * 32) == REFERENCE.read("ab" * 32) == b"\xab" * 32
    assert IDENTIFIER.read("urn:vax-document:passport|E1") == ("urn:vax-document:passport", "E1")
    for typed in ("Group/" + "ab" * 32, "AB" * 32):
        with pytest.raises(ValueError, match="it is not"):
            REFERENCE.read(typed)
    for typed in ("E1", "|E1", "a|", "a|b|c"):
        with pytest.raises(ValueError, match="it is not"):
            IDENTIFIER.read(typed)
