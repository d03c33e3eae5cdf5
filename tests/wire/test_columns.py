"""Promises of events told as columns: the exact bytes come back, also of types not known here."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.wire import cbor
from fieldapp.wire.columns import NotColumnar, Part, from_columns, to_columns
from fieldapp.wire.errors import Undecodable
from fieldapp.wire.events import Header, encode_header
from tests.wire.made_up_day import MadeUpDay
from tests.wire.made_up_facts import known_parts, parts, values

LIMIT = 1 << 20


def through_the_wire(base_seq: int, events: list[Part]) -> list[Part]:
    told = cbor.dumps(to_columns(base_seq, events))
    return list(from_columns(base_seq, cbor.loads(told, max_bytes=LIMIT)))


@given(st.lists(known_parts(), min_size=1, max_size=8), st.integers(1, 2**40))
def test_known_events_come_back_byte_for_byte(events: list[Part], base_seq: int) -> None:
    assert through_the_wire(base_seq, events) == events


@given(st.lists(parts(), min_size=1, max_size=8), st.integers(1, 2**40))
def test_any_other_event_comes_back_or_is_left_to_travel_plain(
    events: list[Part], base_seq: int
) -> None:
    try:
        payload = to_columns(base_seq, events)
    except NotColumnar:
        return
    assert len(list(from_columns(base_seq, payload))) == len(events)


def test_an_event_of_a_newer_program_rides_in_columns() -> None:
    newer = encode_header(Header(900, 7, 1_795_404_600, 5, "test.one"))
    events: list[Part] = [(newer, cbor.dumps([n, ["new", None], "word"]), None) for n in range(3)]
    assert through_the_wire(50, events) == events


def test_whoever_unpacks_need_not_know_which_fields_are_references() -> None:
    kinds = [[900, 1, [0], [1]]]
    columns: list[object] = [[0, 3], [0, 480]]
    payload = [kinds, b"\0", [0, 600], [0, 0], ["test.one"], b"\0", b"\0", [columns], []]
    ((header, body, commitment),) = from_columns(10, payload)
    assert header == encode_header(Header(900, 1, 600, 600, "test.one"))
    assert (body, commitment) == (cbor.dumps([7, 490]), None)


def test_an_erased_event_keeps_its_place_and_commitment() -> None:
    day = MadeUpDay()
    for _ in range(5):
        day.new()
    events = list(day.events)
    events[3] = events[3][0], None, b"c" * 32
    assert through_the_wire(4001, events) == events


@pytest.mark.parametrize(
    ("header", "body"),
    [
        (b"", b"\x80"),
        (b"\x80", b"\x80"),
        (encode_header(Header(1, 1, 0, 0, "test.one", 256)), b"\x80"),
        (encode_header(Header(1, 1, 0, 0, "test.one")), b""),
        (encode_header(Header(1, 1, 0, 0, "test.one")), b"\x01"),
        (encode_header(Header(1, 1, 0, 0, "test.one")), b"\x9f\xff"),
        (encode_header(Header(1, 1, 0, 0, "test.one")), cbor.dumps([0] * 65)),
    ],
)
def test_what_is_written_unusually_travels_plain(header: bytes, body: bytes) -> None:
    with pytest.raises(NotColumnar):
        to_columns(1, [(header, body, None)])


@given(values)
def test_nonsense_is_named_so(payload: object) -> None:
    with pytest.raises(Undecodable):
        list(from_columns(1, payload))


@given(st.integers(0, 8), values)
def test_nonsense_in_one_place_is_named_so(place: int, value: object) -> None:
    day = MadeUpDay()
    day.new()
    payload = to_columns(4001, day.events)
    payload[place] = value
    try:
        assert len(list(from_columns(4001, payload))) == 2 or place == 1
    except Undecodable:
        return
