"""Typed values out of XML; every fault names its file and place."""

from __future__ import annotations

from datetime import date

import pytest

from fieldapp.domain.cdsi.element import Element, cvx_of
from fieldapp.domain.cdsi.supporting_data import SupportingDataInvalid


def root(text: str) -> Element:
    return Element.root("some.xml", f"<r>{text}</r>")


def test_empty_and_not_applicable_are_nothing() -> None:
    one = root("<a/><b> </b><c>n/a</c><d>N/A</d><e> x </e>")
    assert [one.text(name) for name in "abcdef"] == [None, None, None, None, "x", None]
    assert one.child("a") is None


def test_values_are_read_by_their_kind() -> None:
    one = root(
        "<day>20250827</day><other>01/01/1957</other><yes>Yes</yes><y>Y</y><no>No</no>"
        "<codes>09; 113;139</codes><effectiveDate>20211025</effectiveDate>"
    )
    assert (one.day("day"), one.day("other")) == (date(2025, 8, 27), date(1957, 1, 1))
    assert (one.flag("yes"), one.flag("y"), one.flag("no"), one.flag("gone")) == (
        True,
        True,
        False,
        False,
    )
    assert one.codes("codes") == {"9", "113", "139"}
    assert one.in_force().since == date(2021, 10, 25)


def test_a_code_is_the_same_however_many_zeros_it_has() -> None:
    assert cvx_of("03") == cvx_of(" 3 ") == "3"
    assert cvx_of("00") == "0"


@pytest.mark.parametrize("text", ["<r>", "no xml", '<!DOCTYPE r [<!ENTITY a "b">]><r>&a;</r>'])
def test_a_file_that_is_no_plain_xml_is_refused(text: str) -> None:
    with pytest.raises(SupportingDataInvalid, match=r"some\.xml"):
        Element.root("some.xml", text)


def test_a_fault_names_the_place() -> None:
    with pytest.raises(SupportingDataInvalid, match=r"r: minAge: 'soon' is not a length"):
        root("<minAge>soon</minAge>").length("minAge")
    with pytest.raises(SupportingDataInvalid, match="cvx is missing"):
        root("<cvx/>").required("cvx")
