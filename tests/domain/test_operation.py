from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.operation import folded, label_of, next_operation


@given(st.lists(st.integers(1, 10_000)))
def test_the_number_proposed_was_never_used(used: list[int]) -> None:
    assert next_operation(used) not in used
    assert next_operation(used) >= 1


def test_a_session_is_called_by_its_boat_and_number() -> None:
    assert label_of("Boat 3", 71) == "Boat 3 · 71"
    assert label_of("", 71) == "71"


def test_a_boat_is_one_boat_however_it_is_typed() -> None:
    assert folded(" boat  3") == folded("Boat 3")
