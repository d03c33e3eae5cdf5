"""Parts are what operators count: none too long, none of the text lost, no sign cut in two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.sms import Alphabet, Size, alphabet_of, parts_of, size_of

GSM, UCS = Alphabet.GSM_7, Alphabet.UCS_2


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("", Size(GSM, 0, 1)),
        ("a" * 160, Size(GSM, 160, 1)),
        ("a" * 161, Size(GSM, 161, 2)),
        ("a" * 306, Size(GSM, 306, 2)),
        ("a" * 307, Size(GSM, 307, 3)),
        ("€" * 80, Size(GSM, 160, 1)),
        ("€" * 81, Size(GSM, 162, 2)),
        ("针" * 70, Size(UCS, 70, 1)),
        ("针" * 71, Size(UCS, 71, 2)),
        ("针" * 134, Size(UCS, 134, 2)),
        ("针" * 135, Size(UCS, 135, 3)),
        ("😀" * 35, Size(UCS, 70, 1)),
        ("😀" * 36, Size(UCS, 72, 2)),
        ("`", Size(UCS, 1, 1)),
    ],
)
def test_lengths_and_parts_are_those_of_the_standard(text: str, size: Size) -> None:
    assert size_of(text) == size


SIGNS = st.text(st.sampled_from("aZ0 €{é`针王😀\n"), max_size=400)


@given(SIGNS)
def test_no_part_is_too_long_and_nothing_is_lost(text: str) -> None:
    parts = parts_of(text)
    assert "".join(parts) == text
    alphabet = alphabet_of(text)
    most = {GSM: (160, 153), UCS: (70, 67)}[alphabet][len(parts) > 1]
    for part in parts:
        if alphabet is UCS:
            assert len(part.encode("utf-16-be")) // 2 <= most
        else:
            assert sum(2 if sign in "€{" else 1 for sign in part) <= most


@given(SIGNS)
def test_a_text_that_fits_one_part_is_one_part(text: str) -> None:
    size = size_of(text)
    assert (size.parts == 1) == (size.length <= {GSM: 160, UCS: 70}[size.alphabet])
