"""Promises of a segment: signed, numbered, linked, unreadable without the region's key."""

from __future__ import annotations

from dataclasses import replace

import pytest
import zstandard
from nacl.secret import SecretBox

from fieldapp.domain.message import Fate, Kind
from fieldapp.wire import cbor
from fieldapp.wire.errors import BadSignature, NewerFormat, Undecodable, WireError
from fieldapp.wire.fields import Fields
from fieldapp.wire.roster_messages import RosterMessage, RosterMessages
from fieldapp.wire.roster_people import RosterDose, RosterPerson, read_people, write_people
from fieldapp.wire.segment import (
    BEFORE_THE_FIRST,
    Content,
    Place,
    RegionHead,
    Segment,
    close_box,
    hash_of,
    open_box,
    read_head,
    read_segment,
    sign_head,
    sign_segment,
)
from fieldapp.wire.signed import sign
from tests.wire.made_up_facts import DEVICE_KEY, HUB_KEY, flipped

KEY = b"region key of thirty-two bytes.."
DOSE = RosterDose("covid-inact-bibp", "A1", 18_750, 3, "Boat One")
SENT = RosterMessages((RosterMessage("cn-inactivated", 2, Kind.DUE, 18_771, Fate.DELIVERED),))
WANG = RosterPerson(b"w" * 16, "王小明", -7000, doses=(DOSE,), messages=SENT)
CONTENT = Content((WANG,), (b"g" * 16,))
SEGMENT = Segment(
    b"hub-test", Place("north", 1, BEFORE_THE_FIRST), 1000, 1, close_box(CONTENT, KEY)
)
RAW = sign_segment(SEGMENT, HUB_KEY)


def test_with_the_regions_key_everybody_is_read() -> None:
    read = read_segment(RAW, HUB_KEY.verify_key)
    assert read == SEGMENT
    assert open_box(read, KEY) == CONTENT


def test_without_it_nobody_is() -> None:
    assert "王小明".encode() not in RAW
    with pytest.raises(Undecodable):
        open_box(SEGMENT, b"another key of thirty-two bytes.")


def test_a_segment_of_the_hubs_before_is_read_and_says_nothing_of_messages() -> None:
    old = Content((replace(WANG, messages=RosterMessages()),), CONTENT.gone, tells_messages=False)
    packed = zstandard.compress(cbor.dumps([write_people(old.people), CONTENT.gone[0]]))
    box = bytes(SecretBox(KEY).encrypt(packed))
    assert open_box(replace(SEGMENT, box=box), KEY) == old


def test_the_laptops_before_read_all_but_the_messages() -> None:
    packed = SecretBox(KEY).decrypt(SEGMENT.box)
    with zstandard.ZstdDecompressor().stream_reader(packed) as stream:  # as they read it
        fields = Fields(cbor.loads(stream.read(1 << 22), max_bytes=1 << 22), "segment", 2)
    assert read_people(fields.bytes()) == [replace(WANG, messages=RosterMessages())]
    assert fields.bytes() == CONTENT.gone[0]


def test_what_a_later_hub_adds_behind_is_passed_over() -> None:
    packed = SecretBox(KEY).decrypt(SEGMENT.box) + zstandard.compress(b"something new")
    box = bytes(SecretBox(KEY).encrypt(packed))
    assert open_box(replace(SEGMENT, box=box), KEY) == CONTENT


@pytest.mark.parametrize("nonsense", [b"nothing packed", zstandard.compress(bytes((4 << 20) + 1))])
def test_a_box_that_does_not_unpack_to_its_size_is_refused(nonsense: bytes) -> None:
    with pytest.raises(Undecodable):
        open_box(replace(SEGMENT, box=bytes(SecretBox(KEY).encrypt(nonsense))), KEY)


@pytest.mark.parametrize("bit", range(0, len(RAW) * 8, 101))
def test_a_flipped_bit_is_refused(bit: int) -> None:
    with pytest.raises(WireError):
        read_segment(flipped(RAW, bit), HUB_KEY.verify_key)


def test_another_hub_signs_no_segment_and_no_head() -> None:
    with pytest.raises(BadSignature):
        read_segment(RAW, DEVICE_KEY.verify_key)
    with pytest.raises(BadSignature):
        read_head(sign_head(RegionHead(b"hub", "north", 4, 1000), HUB_KEY), DEVICE_KEY.verify_key)


def test_a_head_comes_back() -> None:
    head = RegionHead(b"hub", "north", 4, 1000)
    assert read_head(sign_head(head, HUB_KEY), HUB_KEY.verify_key) == head


def test_each_names_the_one_before() -> None:
    place = Place("north", 2, hash_of(RAW))
    second = Segment(b"hub-test", place, 1001, 1, close_box(Content(), KEY))
    assert read_segment(sign_segment(second, HUB_KEY), HUB_KEY.verify_key).place == place


@pytest.mark.parametrize(("part", "parts"), [(0, 2), (3, 2), (1, 0)])
def test_a_part_of_no_snapshot_is_refused(part: int, parts: int) -> None:
    place = Place("north", 1, BEFORE_THE_FIRST, part, parts)
    with pytest.raises(Undecodable):
        odd = Segment(b"hub", place, 0, 1, b"")
        read_segment(sign_segment(odd, HUB_KEY), HUB_KEY.verify_key)


def test_a_newer_one_is_named_so() -> None:
    with pytest.raises(NewerFormat):
        read_segment(sign("segment", cbor.dumps([2, *[0] * 9]), HUB_KEY), HUB_KEY.verify_key)
