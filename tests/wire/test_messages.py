"""Promises of the messages between laptop and hub: one shape each, checked to the last field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.wire import cbor, messages
from fieldapp.wire.enrol_code import read_code
from fieldapp.wire.enrolment import check_request, read_answer, read_request
from fieldapp.wire.errors import NewerFormat, Undecodable
from fieldapp.wire.signed import open_signed
from tests.wire import golden
from tests.wire.made_up_facts import counts, eight, hashes, heads, nonces, small, texts, values

blobs = st.lists(st.binary(max_size=20), max_size=3).map(tuple)
some_heads = st.lists(heads, max_size=3).map(tuple)
regions = st.lists(texts, max_size=3).map(tuple)
SHAPES: dict[str, st.SearchStrategy[object]] = {
    "sync_request": st.builds(
        messages.SyncRequest, nonces, some_heads,
        st.lists(st.tuples(texts, counts), max_size=3).map(tuple), counts, st.binary(max_size=50),
    ),
    "sync_reply": st.builds(
        messages.SyncReply, nonces, small, blobs, some_heads,
        st.lists(st.tuples(eight, counts, texts), max_size=3).map(tuple), blobs, counts,
    ),
    "enrol_request": st.builds(
        messages.EnrolRequest, st.binary(min_size=4, max_size=4), hashes, texts, texts, nonces
    ),
    "enrol_reply": st.builds(
        messages.EnrolReply, st.integers(1, 2**40), eight, hashes, hashes, hashes, regions, nonces
    ),
    "hello": st.builds(
        messages.Hello, nonces, eight, small, st.lists(counts, max_size=3).map(tuple), counts
    ),
    "problem": st.builds(messages.Problem, nonces, small, texts, texts),
}  # fmt: skip


def encoder(name: str) -> Callable[[object], bytes]:
    encode: Callable[[object], bytes] = getattr(messages, f"encode_{name}")
    return encode


def decoder(name: str) -> Callable[[bytes], object]:
    decode: Callable[[bytes], object] = getattr(messages, f"decode_{name}")
    return decode


@pytest.mark.parametrize("name", SHAPES)
def test_a_message_comes_back(name: str) -> None:
    @given(SHAPES[name])
    def comes_back(message: object) -> None:
        assert decoder(name)(encoder(name)(message)) == message

    comes_back()


@pytest.mark.parametrize("name", SHAPES)
def test_a_field_of_another_kind_is_refused(name: str) -> None:
    @given(SHAPES[name], st.data())
    def is_refused(message: Any, data: st.DataObject) -> None:
        told = cbor.loads(encoder(name)(message), max_bytes=100_000)
        assert isinstance(told, list) and len(told) == 1 + len(fields(message))
        told[data.draw(st.integers(1, len(told) - 1))] = data.draw(st.none() | st.booleans())
        with pytest.raises(Undecodable):
            decoder(name)(cbor.dumps(told))

    is_refused()


@pytest.mark.parametrize("name", SHAPES)
def test_a_newer_protocol_is_named_so_and_nonsense_refused(name: str) -> None:
    with pytest.raises(NewerFormat):
        decoder(name)(cbor.dumps([2, "anything"]))
    for data in (b"", b"\x80", b"\x81\x01", b"\x81\xf5", b"\x01", b"\x82\x01\x01"):
        with pytest.raises(Undecodable):
            decoder(name)(data)


@pytest.mark.parametrize("name", SHAPES)
def test_any_values_are_read_or_refused(name: str) -> None:
    @given(st.lists(values, max_size=8))
    def read_or_refused(rest: list[object]) -> None:
        try:
            decoder(name)(cbor.dumps([1, *rest]))
        except Undecodable:
            return

    read_or_refused()


@pytest.mark.parametrize("name", ["sync-reply", "hello", "problem"])
def test_the_golden_answers_are_read_for_ever(name: str) -> None:
    kind = name.removesuffix("-reply")
    body = open_signed(kind, golden.data(name), golden.hub_key().verify_key)
    message = decoder(name.replace("-", "_"))(body)
    assert golden.told(message) == golden.content(name)
    assert encoder(name.replace("-", "_"))(message) == body


def test_the_golden_requests_are_read_for_ever() -> None:
    request = messages.decode_sync_request(golden.data("sync-request"))
    assert golden.told(request) == golden.content("sync-request")
    assert messages.encode_sync_request(request) == golden.data("sync-request")


def test_the_golden_enrolment_is_read_for_ever() -> None:
    code = read_code(golden.content("keys")["code"])
    check_request(golden.data("enrol-request"), code)
    request = read_request(golden.data("enrol-request"))
    assert golden.told(request) == golden.content("enrol-request")
    answer = read_answer(golden.data("enrol-answer"), code)
    assert golden.told(answer) == golden.content("enrol-answer")
