"""Small values are what FHIR allows, whatever people typed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from fieldapp.reports.fhir.values import (
    code,
    coding,
    concept,
    contested,
    filled,
    identifier,
    moment,
    moment_utc,
    reference,
    system,
    text,
)


def test_what_is_empty_is_left_out_and_false_is_not() -> None:
    assert filled({"a": None, "b": "", "c": [], "d": {}, "e": False, "f": 0}) == {
        "e": False,
        "f": 0,
    }


@given(st.text())
def test_text_holds_nothing_that_fhir_refuses(typed: str) -> None:
    written = text(typed)
    assert written is None or written.strip()
    assert not any(c < " " or "\ud800" <= c < "\ue000" for c in written or "")


def test_a_blank_is_nothing() -> None:
    assert [text(one) for one in (None, "", " \t", "\u3000", "\x00")] == [None] * 5


def test_a_name_stays_as_written() -> None:
    assert text("Mary  Ann O’Neil 王") == "Mary  Ann O’Neil 王"


def test_a_code_has_one_blank_between_words_at_most() -> None:
    assert (code("a  b\n"), code(" ")) == ("a b", None)
    assert coding("urn:x", " ") == {}
    assert concept([{}], " ") == {}


def test_numbers_and_references() -> None:
    assert identifier("urn:x", "7") == {"system": "urn:x", "value": "7"}
    assert reference("Patient", b"\x01\x02") == {"reference": "Patient/0102"}
    assert contested("possible-double")["tag"][0]["code"] == "possible-double"
    assert contested(None) == {}
    assert system("v2-0203") == "http://terminology.hl7.org/CodeSystem/v2-0203"


def test_moments_are_to_the_second_with_their_zone() -> None:
    at = datetime(2021, 5, 8, 9, 0, 1, 5, tzinfo=timezone(timedelta(hours=8)))
    assert moment(at) == "2021-05-08T09:00:01+08:00"
    assert moment_utc(at) == "2021-05-08T01:00:01Z"
    assert moment_utc(datetime(2021, 5, 8, tzinfo=UTC)) == "2021-05-08T00:00:00Z"
