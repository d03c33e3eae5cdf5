"""Promises of signed answers: no portal, proxy or other kind of answer passes for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.wire.errors import BadSignature, Undecodable, WireError
from fieldapp.wire.signed import kind_of, open_signed, sign, unsigned_body
from tests.wire.made_up_facts import DEVICE_KEY, HUB_KEY, flipped

KEY = HUB_KEY.verify_key


@given(st.binary(max_size=200))
def test_the_body_comes_back(body: bytes) -> None:
    data = sign("hello", body, HUB_KEY)
    assert open_signed("hello", data, KEY) == unsigned_body(data) == body


@given(st.integers(0))
def test_any_flipped_bit_is_refused(bit: int) -> None:
    with pytest.raises(WireError):
        open_signed("hello", flipped(sign("hello", b"made-up body", HUB_KEY), bit), KEY)


def test_an_answer_of_one_kind_never_passes_for_another() -> None:
    with pytest.raises(BadSignature):
        open_signed("sync", sign("hello", b"body", HUB_KEY), KEY)


def test_nobody_else_can_sign_one() -> None:
    with pytest.raises(BadSignature):
        open_signed("hello", sign("hello", b"body", DEVICE_KEY), KEY)


@pytest.mark.parametrize("page", [b"", b"VX1S", b"<html>Please log in</html>", b"VX1S\x82\x40\x40"])
def test_a_page_that_asks_to_log_in_is_not_an_answer(page: bytes) -> None:
    with pytest.raises(Undecodable):
        open_signed("hello", page, KEY)


def test_a_blob_is_of_the_kind_it_was_signed_as_and_of_no_other() -> None:
    data = sign("trust", b"made-up body", HUB_KEY)
    assert kind_of(("member", "trust"), data, KEY) == "trust"
    assert kind_of(("member",), data, KEY) is None
    assert kind_of(("trust",), data, DEVICE_KEY.verify_key) is None
    with pytest.raises(Undecodable):
        kind_of(("trust",), b"something else", KEY)
