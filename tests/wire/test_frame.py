"""Promises of frames: every event's exact bytes, whatever they are, in bounded room."""

from __future__ import annotations

import tracemalloc
from dataclasses import replace

import pytest
import zstandard
from hypothesis import given

from fieldapp.wire import cbor, chain
from fieldapp.wire.errors import NewerFormat, Undecodable
from fieldapp.wire.events import Header, encode_header
from fieldapp.wire.frame import MAX_EVENTS, MAX_FRAME_RAW, Frame, decode_frame, encode_frame, replay
from fieldapp.wire.primer import PRIMER
from tests.wire import golden
from tests.wire.made_up_day import MadeUpDay
from tests.wire.made_up_facts import frames, strange_parts

HEADER = encode_header(Header(1, 1, 0, 0, "test.one"))


def packed(value: object) -> bytes:
    """What a hostile sender could make: any CBOR as a frame."""
    return packed_bytes(cbor.dumps(value))


def packed_bytes(raw: bytes) -> bytes:
    primer = zstandard.ZstdCompressionDict(PRIMER, dict_type=zstandard.DICT_TYPE_RAWCONTENT)
    return b"\x01" + zstandard.ZstdCompressor(dict_data=primer).compress(raw)[4:]


def plain(*events: object) -> list[object]:
    return [17, b"epoch-08", 1, bytes(32), [[0, bytes(16)]], [], 0, list(events)]


@given(frames())
def test_any_mix_of_events_comes_back_exactly(frame: Frame) -> None:
    assert decode_frame(encode_frame(frame)) == frame


@given(frames(strange_parts))
def test_even_what_is_no_event_comes_back_exactly(frame: Frame) -> None:
    assert decode_frame(encode_frame(frame)) == frame


@pytest.mark.parametrize("name", [name for name in golden.NAMES if name.startswith("frame-")])
def test_the_golden_frames_open_for_ever(name: str) -> None:
    frame = decode_frame(golden.data(name))
    content = golden.content(name)
    assert golden.told(frame) == content["frame"]
    assert [entry.id.hex() for entry in replay(frame)] == content["ids"]


def test_the_primer_never_changes() -> None:
    assert golden.data("primer") == PRIMER


def test_a_hash_chain_follows_from_a_frame_alone() -> None:
    day = MadeUpDay()
    for _ in range(300):
        day.new()
    frame = day.frame()
    previous = frame.previous
    for entry, (header, body, _) in zip(replay(frame), frame.events, strict=True):
        salt = chain.salt(frame.seeds[chain.salt_block(entry.seq)], entry.seq)
        previous = chain.extend(previous, header, body or b"", salt)
        assert entry.id == previous


def test_an_event_can_be_erased_with_its_salt_and_nobody_s_identity_changes() -> None:
    day = MadeUpDay()
    for _ in range(3):
        day.new()
    frame = day.frame()
    (block,), before = frame.seeds, replay(frame)
    seqs = range(frame.base_seq, frame.base_seq + 6)
    salts = {seq: chain.salt(frame.seeds[block], seq) for seq in seqs}
    header, body, _ = frame.events[2]
    gone = header, None, chain.commitment(salts.pop(frame.base_seq + 2), body or b"")
    erased = replace(
        frame, seeds={}, salts=salts, events=(*frame.events[:2], gone, *frame.events[3:])
    )
    after = replay(decode_frame(encode_frame(erased)))
    assert [entry.id for entry in after] == [entry.id for entry in before]


def test_a_frame_without_its_salt_is_refused_when_replayed() -> None:
    frame = Frame(17, b"epoch-08", 1, bytes(32), {}, ((HEADER, b"\x80", None),))
    with pytest.raises(Undecodable):
        replay(decode_frame(encode_frame(frame)))


def test_a_newer_frame_is_named_so() -> None:
    with pytest.raises(NewerFormat):
        decode_frame(b"\x02anything")
    with pytest.raises(NewerFormat):
        decode_frame(packed([17, b"epoch-08", 1, bytes(32), [], [], 2, []]))


@pytest.mark.parametrize(
    "value",
    [
        [],
        plain(),
        plain([HEADER, b"\x80"]),
        plain([HEADER, None, None]),
        plain([HEADER, None, b"short"]),
        plain([HEADER, b"\x80", bytes(32)]),
        [True, *plain([HEADER, b"\x80", None])[1:]],
        [17, b"epoch", *plain([HEADER, b"\x80", None])[2:]],
        [17, b"epoch-08", 0, *plain([HEADER, b"\x80", None])[3:]],
        plain(*[[HEADER, b"\x80", None]] * (MAX_EVENTS + 1)),
        plain(*[[HEADER, b"x" * 16_000, None]] * 5),
    ],
)
def test_what_is_not_a_frame_or_beyond_its_limits_is_refused(value: object) -> None:
    with pytest.raises(Undecodable):
        decode_frame(packed(value))


def test_no_frame_beyond_the_limits_is_made() -> None:
    events = ((HEADER, b"x" * MAX_FRAME_RAW, None),)
    with pytest.raises(ValueError, match="limits"):
        encode_frame(Frame(17, b"epoch-08", 1, bytes(32), {}, events))


def bombs() -> dict[str, bytes]:
    """Few bytes that would like to become many."""
    rows = 4000
    many = [[32, 1, [], []]], bytes(rows), [0, 0], [0, 0], ["x"], bytes(rows), bytes(rows)
    long_login = [*many[:4], ["x" * 100_000], *many[5:], [[[0, 1]]], []]
    long_text = [*many, [[[0, "x" * 100_000]]], []]
    start = [17, b"epoch-08", 1, bytes(32), [], [], 1]
    return {
        "zeros": packed_bytes(bytes(200 << 20)),
        "login": packed([*start, long_login]),
        "text": packed([*start, long_text]),
        "columns": packed([*start, [*many, [[[0, 1]] * 10_000], []]]),
    }


@pytest.mark.parametrize("name", ["zeros", "login", "text", "columns"])
def test_a_few_bytes_never_become_many(name: str) -> None:
    bomb = bombs()[name]
    tracemalloc.start()
    try:
        with pytest.raises(Undecodable):
            decode_frame(bomb)
        assert tracemalloc.get_traced_memory()[1] < 8 << 20
    finally:
        tracemalloc.stop()


def test_the_window_that_a_frame_asks_for_is_bounded() -> None:
    window = 27 - 10 << 3
    claim = bytes([0b0000_0000, window])
    with pytest.raises(Undecodable):
        decode_frame(b"\x01" + claim + b"\x01\x00\x00")


@given(frames())
def test_a_frame_ends_where_it_ends(frame: Frame) -> None:
    whole = encode_frame(frame)
    for other in (whole + b"\x00", whole + whole[1:], whole[:-1]):
        with pytest.raises(Undecodable):
            decode_frame(other)
