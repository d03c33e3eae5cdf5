"""Promises of what two laptops say: one shape each, checked to the last field, within limits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.wire import cbor
from fieldapp.wire.errors import NewerFormat, Undecodable
from fieldapp.wire.neighbour import (
    MAX_LIST_BYTES,
    MAX_PARCEL_BYTES,
    MOST_HELD,
    MOST_LISTS,
    MOST_SEEN,
    Count,
    Hail,
    Handed,
    Held,
    Known,
    Listed,
    Message,
    Offer,
    Parcel,
    Proof,
    Refusal,
    Seen,
    Sum,
    Told,
    decode,
    encode,
)
from tests.wire import golden
from tests.wire.made_up_facts import eight, hashes, texts, values

blobs = st.binary(max_size=40)
places = st.builds(
    lambda epoch, first, more, last_hash, share: Held(
        epoch, first, first + more, last_hash, share % (more + 2)
    ),
    eight, st.integers(1, 2**40), st.integers(0, 4000), hashes, st.integers(0, 4000),
)  # fmt: skip
tokens = st.binary(min_size=12, max_size=12)
people = st.builds(
    Seen, st.integers(0, 1439), texts, st.lists(tokens, min_size=1, max_size=3).map(tuple)
)
sums = st.builds(Sum, *([st.integers(0, 2**50)] * 3))
messages: st.SearchStrategy[Message] = st.one_of(
    st.builds(Hail, eight, hashes),
    st.builds(Proof, blobs, st.binary(min_size=64, max_size=64)),
    st.builds(
        Offer, texts, st.lists(places, max_size=3).map(tuple),
        st.lists(blobs, max_size=3).map(tuple), st.lists(people, max_size=3).map(tuple),
    ),
    st.builds(Parcel, places, blobs),
    st.builds(Handed, st.lists(hashes, max_size=3).map(tuple)),
    st.builds(Count, sums, sums, sums),
    st.builds(Refusal, texts),
    st.builds(
        Known, st.lists(st.tuples(texts, st.integers(0, 2**50)), max_size=3).map(tuple)
    ),
    st.builds(Listed, blobs),
    st.builds(Told, st.integers(0, 64)),
)  # fmt: skip
PLACE = Held(b"epoch-01", 3, 9, bytes(32), 4)


@given(messages)
def test_a_message_comes_back(message: Message) -> None:
    assert decode(encode(message)) == message


@given(messages, st.data())
def test_a_field_of_another_kind_is_refused(message: Message, data: st.DataObject) -> None:
    told = cbor.loads(encode(message), max_bytes=100_000)
    assert isinstance(told, list)
    told[data.draw(st.integers(2, len(told) - 1))] = data.draw(st.none() | st.booleans())
    with pytest.raises(Undecodable):
        decode(cbor.dumps(told))


@given(st.integers(0, 12), st.lists(values, max_size=6))
def test_any_values_are_read_or_refused(kind: int, rest: list[object]) -> None:
    try:
        decode(cbor.dumps([1, kind, *rest]))
    except Undecodable:
        return


def test_a_newer_protocol_is_named_so_and_nonsense_refused() -> None:
    with pytest.raises(NewerFormat):
        decode(cbor.dumps([2, 1, "anything"]))
    for data in (b"", b"\x80", b"\x81\x01", b"\x82\xf5\x01", b"\x82\x01\x18\x63", b"\x82\x01\xf5"):
        with pytest.raises(Undecodable):
            decode(data)


def test_what_is_longer_than_a_meeting_needs_is_refused() -> None:
    long: list[Message] = [
        Parcel(PLACE, bytes(MAX_PARCEL_BYTES + 1)),
        Handed((bytes(32),) * (MOST_HELD + 1)),
        Offer("", (), (), (Seen(0, "", ()),) * (MOST_SEEN + 1)),
        Offer("x" * 201, (), (), ()),
        Known((("recalls", 1),) * (MOST_LISTS + 1)),
        Known((("x" * 65, 1),)),
        Listed(bytes(MAX_LIST_BYTES + 1)),
        Told(MOST_LISTS + 1),
    ]
    for message in long:
        with pytest.raises(Undecodable):
            decode(encode(message))


@pytest.mark.parametrize(
    "place",
    [
        Held(b"epoch-01", 0, 9, bytes(32), 4),
        Held(b"epoch-01", 9, 8, bytes(32), 0),
        Held(b"epoch-01", 3, 9, bytes(32), 8),
        Held(b"epoch-01", 3, 2**53 + 1, bytes(32), 8),
    ],
)
def test_a_place_that_cannot_be_is_refused(place: Held) -> None:
    with pytest.raises(Undecodable):
        decode(encode(Parcel(place, b"")))


def test_sums_add_up_and_a_place_knows_its_records() -> None:
    assert Sum(1, 2, 3) + Sum(1, 1, 1) == Sum(2, 3, 4)
    assert PLACE.records == 7


@pytest.mark.parametrize("name", ["hail", "offer", "parcel", "known", "listed", "told"])
def test_the_golden_messages_are_read_and_written_for_ever(name: str) -> None:
    message = decode(golden.data(f"neighbour-{name}"))
    assert golden.told(message) == golden.content(f"neighbour-{name}")
    assert encode(message) == golden.data(f"neighbour-{name}")
