"""Promises of receipts: only the hub's own word, every bit of it, counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.wire import cbor
from fieldapp.wire.errors import BadSignature, Undecodable, WireError
from fieldapp.wire.receipt import MAGIC, Receipt, read_receipt, sign_receipt
from tests.wire import golden
from tests.wire.made_up_facts import (
    DEVICE_KEY,
    HUB_KEY,
    counts,
    eight,
    flipped,
    hashes,
    nonces,
    small,
    texts,
)

KEY = HUB_KEY.verify_key
receipts = st.builds(
    Receipt, eight, counts, eight, counts, hashes, counts,
    st.lists(st.tuples(st.integers(1, 2**40), texts), max_size=4).map(tuple),
    small, nonces, counts,
)  # fmt: skip
RECEIPT = Receipt(b"hub-test", 17, b"epoch-08", 9, bytes(32), 3, ((2, "test"),), 5, b"nonce", 60)


@given(receipts)
def test_a_receipt_comes_back(receipt: Receipt) -> None:
    assert read_receipt(sign_receipt(receipt, HUB_KEY), KEY) == receipt


@given(st.integers(0))
def test_any_flipped_bit_is_refused(bit: int) -> None:
    with pytest.raises(WireError):
        read_receipt(flipped(sign_receipt(RECEIPT, HUB_KEY), bit), KEY)


def test_nobody_else_can_sign_one() -> None:
    with pytest.raises(BadSignature):
        read_receipt(sign_receipt(RECEIPT, DEVICE_KEY), KEY)


@pytest.mark.parametrize("place", range(10))
def test_a_signed_receipt_of_another_shape_is_refused(place: int) -> None:
    fields: list[object] = [b"hub-test", 17, b"epoch-08", 9, bytes(32), 3, [], 5, b"nonce", 60]
    fields[place] = None
    body = cbor.dumps(fields)
    signature = bytes(HUB_KEY.sign(b"VX1 receipt" + body).signature)
    with pytest.raises(Undecodable):
        read_receipt(MAGIC + cbor.dumps([body, signature]), KEY)


def test_the_golden_receipt_is_read_and_written_for_ever() -> None:
    key = golden.hub_key()
    receipt = read_receipt(golden.data("receipt"), key.verify_key)
    assert golden.told(receipt) == golden.content("receipt")
    assert sign_receipt(receipt, key) == golden.data("receipt")
