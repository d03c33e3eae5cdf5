"""Promises of enrolment codes: read as people type them, never shown, never sent."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.wire.enrol_code import BadCode, EnrolCode, read_code, write_code
from tests.wire import golden
from tests.wire.made_up_facts import sixteen

CODE = EnrolCode(b"test", b"a secret of test")
codes = st.builds(EnrolCode, st.binary(min_size=4, max_size=4), sixteen)


@given(codes)
def test_a_code_is_eight_groups_of_four_and_comes_back(code: EnrolCode) -> None:
    text = write_code(code)
    assert [len(group) for group in text.split("-")] == [4] * 8
    assert read_code(text) == code


@given(codes)
def test_what_hands_and_keyboards_do_to_it_is_forgiven(code: EnrolCode) -> None:
    text = write_code(code)
    for typed in (
        text.lower(),
        text.replace("-", ""),
        text.replace("-", " \n"),
        text.replace("-", " \u2013 "),
        text.replace("0", "o").replace("1", "l"),
        text.replace("0", "O").replace("1", "I"),
        "  " + text + "\t",
        "".join(chr(ord(c) + 0xFEE0) for c in text),
    ):
        assert read_code(typed) == code


@pytest.mark.parametrize("text", ["", "0000", write_code(CODE)[:-1], write_code(CODE) + "0"])
def test_a_code_of_another_length_is_refused(text: str) -> None:
    with pytest.raises(BadCode, match="instead of 32"):
        read_code(text)


@pytest.mark.parametrize("letter", ["U", "!", "王", "\x00"])
def test_a_letter_that_no_code_has_is_named(letter: str) -> None:
    with pytest.raises(BadCode, match="never part"):
        read_code(letter + write_code(CODE)[1:])


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        assert len(read_code(text).secret) == 16
    except BadCode:
        return


def test_a_proof_needs_the_secret_the_label_and_the_bytes() -> None:
    proof = CODE.prove(b"label", b"bytes")
    assert proof == CODE.prove(b"label", b"bytes")
    assert proof != CODE.prove(b"other", b"bytes")
    assert proof != CODE.prove(b"label", b"other")
    assert proof != EnrolCode(b"test", b"another of test.").prove(b"label", b"bytes")


def test_the_secret_is_not_shown_by_accident() -> None:
    assert "secret" not in repr(CODE)


def test_the_golden_code_is_read_for_ever() -> None:
    text = golden.content("keys")["code"]
    assert write_code(read_code(text)) == text == "CXQP-RS37-DXP6-8SBE-41SP-ARVJ-CNT2-0C9P"
