"""A signed line of text: what was signed is read back, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.signing import SigningKey

from fieldapp.wire.errors import BadSignature, Undecodable
from fieldapp.wire.statement import read_statement, sign_statement, write_statement

KEY, OTHER = SigningKey(b"\x01" * 32), SigningKey(b"\x02" * 32)
LINE = "VXSUM1|Boat 3|given=80;people=78"


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_every_line_comes_back(line: str) -> None:
    text = write_statement(line, sign_statement(line, KEY))
    assert read_statement(text, KEY.verify_key) == line


def test_a_changed_count_is_seen() -> None:
    text = write_statement(LINE, sign_statement(LINE, KEY))
    with pytest.raises(BadSignature):
        read_statement(text.replace("given=80", "given=81"), KEY.verify_key)


def test_another_laptops_word_is_not_taken() -> None:
    with pytest.raises(BadSignature):
        read_statement(write_statement(LINE, sign_statement(LINE, OTHER)), KEY.verify_key)


@pytest.mark.parametrize("signature", ["", "AAAA", "1!", "é", "A" * 103])
def test_a_signature_that_is_none_is_refused_in_words(signature: str) -> None:
    with pytest.raises(BadSignature):
        read_statement(f"{LINE}|sig={signature}", KEY.verify_key)


def test_a_line_without_a_signature_is_said_to_be_unsigned() -> None:
    with pytest.raises(Undecodable):
        read_statement(LINE, KEY.verify_key)
