"""Promises of the booking list: signed by the hub, unreadable without the region's key."""

from __future__ import annotations

from dataclasses import replace

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st
from nacl.secret import SecretBox

from fieldapp.domain.client import Document
from fieldapp.wire import cbor
from fieldapp.wire.bookings import (
    CODE_BYTES,
    KIND,
    BookingList,
    Seat,
    Session,
    Slot,
    close_box,
    code_bytes,
    code_text,
    open_box,
    pack,
    read_bookings,
    sign_bookings,
    unpack,
)
from fieldapp.wire.codes import DOCUMENT_KINDS
from fieldapp.wire.errors import NewerFormat, Undecodable, WireError
from fieldapp.wire.signed import sign
from tests.wire import golden
from tests.wire.made_up_facts import HUB_KEY, eight, flipped, small, texts

KEY = b"region key of thirty-two bytes.."
codes = st.binary(min_size=CODE_BYTES, max_size=CODE_BYTES)
seats = st.builds(
    Seat,
    codes,
    st.builds(Document, st.sampled_from(sorted(DOCUMENT_KINDS)), texts),
    st.none() | texts,
    texts,
    st.none() | texts,
    st.none() | st.booleans(),
)
slots = st.builds(Slot, small, small, st.integers(0, 1000), st.lists(seats, max_size=3).map(tuple))
sessions = st.builds(
    Session, st.integers(0, 2**40), texts, texts, texts, st.integers(0, 30_000),
    st.integers(-720, 840), st.lists(slots, max_size=3).map(tuple),
)  # fmt: skip
lists = st.builds(
    BookingList, eight, texts, st.integers(1, 2**40), small, st.integers(1, 9),
    st.binary(max_size=20),
)  # fmt: skip
ONE = BookingList(b"hub-test", "north", 1, 2, 1, b"")


@given(st.lists(sessions, max_size=3).map(tuple))
def test_what_was_booked_comes_back(booked: tuple[Session, ...]) -> None:
    assert unpack(pack(booked)) == booked
    assert open_box(replace(ONE, box=close_box(booked, KEY)), KEY) == booked


@given(lists)
def test_a_list_comes_back(listed: BookingList) -> None:
    assert read_bookings(sign_bookings(listed, HUB_KEY), HUB_KEY.verify_key) == listed


@given(lists, st.integers(0))
def test_any_flipped_bit_is_refused(listed: BookingList, bit: int) -> None:
    with pytest.raises(WireError):
        read_bookings(flipped(sign_bookings(listed, HUB_KEY), bit), HUB_KEY.verify_key)


@given(codes)
def test_a_code_comes_back_as_it_is_printed(code: bytes) -> None:
    assert code_bytes(code_text(code)) == code
    assert code_text(code).startswith("BK-") and len(code_text(code)) == 12


def test_without_the_key_nobody_reads_who_booked() -> None:
    seat = Seat(b"12345", Document("passport", "C0000001"), "DEU", "en", None, False)
    booked = (Session(1, "Port", "港口", "p", 18_813, 480, (Slot(0, 1200, 2, (seat,)),)),)
    raw = sign_bookings(replace(ONE, box=close_box(booked, KEY)), HUB_KEY)
    assert b"C0000001" not in raw
    with pytest.raises(Undecodable):
        open_box(read_bookings(raw, HUB_KEY.verify_key), bytes(32))


@pytest.mark.parametrize("held", [b"no frame", zstandard.compress(cbor.dumps([[1, 2]]))])
def test_what_is_no_list_is_refused(held: bytes) -> None:
    with pytest.raises(Undecodable):
        open_box(replace(ONE, box=bytes(SecretBox(KEY).encrypt(held))), KEY)


def test_a_list_that_swells_is_refused() -> None:
    held = zstandard.compress(bytes(2 << 20))
    with pytest.raises(Undecodable):
        open_box(replace(ONE, box=bytes(SecretBox(KEY).encrypt(held))), KEY)


@pytest.mark.parametrize("kind", [99, 0])
def test_a_document_of_an_unknown_kind_is_refused(kind: int) -> None:
    seat = [b"12345", kind, "C1", None, "en", None, None]
    with pytest.raises(Undecodable):
        unpack(cbor.dumps([[1, "a", "b", "p", 3, 480, [[0, 1, 2, [seat]]]]]))


def test_a_value_of_another_kind_is_refused() -> None:
    seat = [b"12345", 8, "C1", 7, "en", None, None]
    with pytest.raises(Undecodable):
        unpack(cbor.dumps([[1, "a", "b", "p", 3, 480, [[0, 1, 2, [seat]]]]]))


def test_a_newer_list_is_named_so() -> None:
    with pytest.raises(NewerFormat):
        body = cbor.dumps([2, b"hub", "north", 1, 0, 1, b""])
        read_bookings(sign(KIND, body, HUB_KEY), HUB_KEY.verify_key)


def test_the_golden_list_is_read_and_written_for_ever() -> None:
    key = golden.hub_key()
    listed = read_bookings(golden.data("bookings"), key.verify_key)
    said = golden.content("bookings")
    assert golden.told(listed) == said["list"]
    assert golden.told(open_box(listed, bytes.fromhex(said["key"]))) == said["sessions"]
    assert sign_bookings(listed, key) == golden.data("bookings")
