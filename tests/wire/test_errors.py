"""Promises about bytes from strangers: a WireError with clear words, quickly, and nothing else."""

from __future__ import annotations

import random
import tracemalloc
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.wire import bundle, cbor, enrolment, events, frame, messages, receipt, signed, trust
from fieldapp.wire.errors import WireError
from tests.wire.made_up_facts import HUB_KEY, values

KEY = HUB_KEY.verify_key
MAGICS = [b"", b"VXB1", b"VXB1\0\0\0\x10", b"VX1R", b"VX1S", b"\x01", b"\x86\x01", b"\x98\x01"]
READERS: dict[str, Callable[[bytes], object]] = {
    "frame": frame.decode_frame,
    "header": events.decode_header,
    "peek": bundle.peek,
    "bundle": lambda data: bundle.read_bundle(data, b"made-up private key of test hub."),
    "receipt": lambda data: receipt.read_receipt(data, KEY),
    "signed": lambda data: signed.open_signed("hello", data, KEY),
    "trust": lambda data: trust.read_trust(data, KEY),
    "enrol request": enrolment.read_request,
    "sync request": messages.decode_sync_request,
    "sync reply": messages.decode_sync_reply,
    "enrol reply": messages.decode_enrol_reply,
    "hello": messages.decode_hello,
    "problem": messages.decode_problem,
}


@pytest.mark.parametrize("name", READERS)
def test_random_bytes_raise_nothing_but_a_wire_error(name: str) -> None:
    @given(st.sampled_from(MAGICS), st.binary(max_size=200) | values.map(cbor.dumps))
    def is_refused(magic: bytes, rest: bytes) -> None:
        with pytest.raises(WireError):
            READERS[name](magic + rest)

    is_refused()


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("magic", MAGICS)
def test_ten_megabytes_of_garbage_cost_no_memory(name: str, magic: bytes) -> None:
    garbage = magic + random.Random(1).randbytes(10 << 20)
    tracemalloc.start()
    try:
        with pytest.raises(WireError):
            READERS[name](garbage)
        assert tracemalloc.get_traced_memory()[1] < 16 << 20
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("name", READERS)
def test_the_words_of_a_refusal_repeat_nothing_of_the_bytes(name: str) -> None:
    with pytest.raises(WireError) as refused:
        READERS[name](b"VX1S" + "王小明".encode() * 30)
    assert "王小明" not in str(refused.value)
    assert refused.value.safe and refused.value.next_step


def test_a_list_of_millions_of_nothings_is_refused_before_it_is_built() -> None:
    many = b"\x9a\x00\x3f\x00\x00" + b"\x80" * 0x3F0000
    tracemalloc.start()
    try:
        with pytest.raises(WireError):
            cbor.loads(many, max_bytes=len(many))
        assert tracemalloc.get_traced_memory()[1] < 1 << 20
    finally:
        tracemalloc.stop()
