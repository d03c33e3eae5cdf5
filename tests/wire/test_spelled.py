"""What is spelled out reads back the same, however it was typed; a slip is told, not guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.wire.spelled import spell, unspell

DATA = bytes(range(20))


@given(st.binary(min_size=40, max_size=40))
def test_bytes_come_back(data: bytes) -> None:
    assert unspell(spell(data), 40) == data


def test_it_stands_in_groups_of_four() -> None:
    groups = spell(DATA).split("-")
    assert [len(group) for group in groups] == [4] * 8


@pytest.mark.parametrize(
    "typed",
    [
        str.lower,
        lambda text: text.replace("-", " "),
        lambda text: text.replace("-", ""),
        lambda text: text.replace("-", " – "),
        lambda text: text.replace("0", "O").replace("1", "l"),
        lambda text: "".join(chr(ord(c) + 0xFEE0) if c != "-" else c for c in text),
    ],
    ids=["lower", "spaces", "nothing between", "dashes", "look-alikes", "full width"],
)
def test_however_people_type_it(typed: object) -> None:
    assert callable(typed)
    assert unspell(typed(spell(DATA)), 20) == DATA


@pytest.mark.parametrize(
    ("text", "why"), [("", "0 characters"), (spell(DATA) + "0", "33"), ("U" * 32, "U is never")]
)
def test_a_slip_is_told(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        unspell(text, 20)
