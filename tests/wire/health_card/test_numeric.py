"""The digits of the code: there and back, in pieces, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.wire.errors import Undecodable
from fieldapp.wire.health_card.numeric import MOST_JWS, from_numeric, place_of, to_numeric

letters = st.text("-.0123456789ABCXYZ_abcxyz", min_size=1, max_size=400)


@given(letters)
def test_every_jws_comes_back(jws: str) -> None:
    assert from_numeric([to_numeric(jws)]) == jws
    assert from_numeric([to_numeric(jws).upper()]) == jws


@given(letters, st.integers(2, 5), st.randoms())
def test_the_pieces_of_others_are_joined_in_any_order(jws: str, count: int, random: object) -> None:
    digits = to_numeric(jws)[5:]
    size = -(-len(jws) // count) * 2
    pieces = [
        f"shc:/{number + 1}/{count}/{digits[number * size : (number + 1) * size]}"
        for number in range(count)
    ]
    if any(piece.endswith("/") for piece in pieces):
        return
    pieces.append(pieces[0])
    random.shuffle(pieces)  # type: ignore[attr-defined]  # hypothesis types it as object
    assert from_numeric(pieces) == jws


def test_what_a_scanner_breaks_into_lines_is_still_one() -> None:
    text = to_numeric("abc.def.ghi")
    assert from_numeric([text[:9] + "\r\n " + text[9:]]) == "abc.def.ghi"


@pytest.mark.parametrize(
    "texts",
    [
        [], [""], ["shc:/"], ["shc:/1"], ["shc:/999"], ["shc:/99"], ["http:/5676"], ["shc:/56 x"],
        ["shc:/1/2/56"], ["shc:/1/2/56", "shc:/2/3/56"], ["shc:/3/2/56", "shc:/1/2/56"],
        ["shc:/0/1/56"], ["shc:/" + "56" * (MOST_JWS + 1)], ["shc:/" + "5" * 100_000],
        ["shc:/٥٦"],
    ],
)  # fmt: skip
def test_anything_else_is_refused(texts: list[str]) -> None:
    with pytest.raises(Undecodable):
        from_numeric(texts)


def test_a_whole_card_is_piece_one_of_one() -> None:
    assert place_of("shc:/56") == (1, 1)
    assert place_of("shc:/2/3/56") == (2, 3)
