"""What stands in a refused row is never run, and comes back as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.actions.backlog.formulas import ADDED, guarded, is_of_refused, unguarded


@pytest.mark.parametrize("text", ["=1+1", "+8613900000000", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_formula_is_guarded_and_comes_back(text: str) -> None:
    assert guarded(text) == f"'{text}"
    assert unguarded(guarded(text)) == text


@given(st.text() | st.text("'=+-@\t\r\na", max_size=4))
def test_every_cell_comes_back_and_none_begins_like_a_formula(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def test_an_apostrophe_that_guards_nothing_stays() -> None:
    assert unguarded("'s-Gravenhage") == "'s-Gravenhage"
    assert unguarded("'") == "'"


def test_a_file_of_refused_rows_is_known_by_its_header() -> None:
    assert is_of_refused(("name", *ADDED))
    assert is_of_refused(("name", *ADDED, "", ""))
    assert not is_of_refused(("name", *ADDED, "more"))
    assert not is_of_refused(("name", "reason"))
    assert not is_of_refused(())
