from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.likely_kinds import likely_kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("shc:/567", ["card"]),
        ("SHC:/567", ["card"]),
        ("]d2010950", ["gs1"]),
        ("0109501101530003", ["gs1"]),
        ("20000000000000000000", ["cn-trace-code"]),
        ("01095011015300031012", ["gs1", "cn-trace-code"]),
        ("00000001", ["taiwan-permit"]),
        ("139 0000 0000", ["phone"]),
        ("A12345678", ["cn-seafarer", "passport"]),
        ("H12345678", ["hk-macao-permit", "passport"]),
        ("np-000012-00345-a", ["provisional"]),
        ("008613900000000", ["cn-resident-id-15", "phone"]),
        ("Boat 3", ["name"]),
        ("王海波", ["name"]),
        ("Ó Séamus-O’Neil", ["name"]),
        ("นที", ["name"]),
        ("6901234567892", []),
        ("https://example.org/x", []),
        ("2021-04-09", []),
        ("!?", []),
        ("", []),
        ("W" * 101, []),
    ],
)
def test_shapes_are_told_apart(text: str, kinds: list[str]) -> None:
    assert list(likely_kinds(text)) == kinds


@given(st.text())
def test_any_text_has_a_few_kinds_and_none_twice_in_a_row(text: str) -> None:
    kinds = list(likely_kinds(text))
    assert len(kinds) <= 5
    assert all(one != other for one, other in pairwise(kinds))
