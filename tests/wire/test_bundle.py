"""Promises of bundles: for one hub only, whole or refused, and small (PERF.md, P1)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.public import PrivateKey, SealedBox

from fieldapp.wire import cbor
from fieldapp.wire.bundle import (
    MAX_BUNDLE_BYTES,
    MAX_PAGES,
    Span,
    key_id,
    peek,
    read_bundle,
    write_bundle,
)
from fieldapp.wire.errors import NewerFormat, Undecodable, WireError
from fieldapp.wire.frame import decode_frame
from fieldapp.wire.seal import SealedFrame, open_sealed
from tests.benchmarks.wire_bytes import GOALS
from tests.wire import golden
from tests.wire.made_up_day import MadeUpDay, bytes_a_dose
from tests.wire.made_up_facts import DEVICE_KEY, flipped, sealed

BOX = b"made-up private key of test hub."
PUBLIC = bytes(PrivateKey(BOX).public_key)


def page(seed: int) -> SealedFrame:
    day = MadeUpDay(seed)
    for _ in range(3):
        day.new()
    return sealed(day.frame())


PAGES = [page(1), page(2)]
BUNDLE = write_bundle(PAGES, PUBLIC)


def test_pages_come_out_as_they_went_in() -> None:
    assert read_bundle(BUNDLE, BOX) == PAGES


def test_anybody_sees_whose_events_it_holds_and_no_more() -> None:
    head = peek(BUNDLE)
    assert head.hub_key_id == key_id(PUBLIC)
    assert head.spans == tuple(Span(17, p.epoch, p.first_seq, p.last_seq) for p in PAGES)
    assert head.size == len(BUNDLE)
    assert all(p.frame_bytes not in BUNDLE and p.signature not in BUNDLE for p in PAGES)


def test_a_bundle_of_nothing_is_a_bundle() -> None:
    assert read_bundle(write_bundle([], PUBLIC), BOX) == []


@given(st.integers(0, len(BUNDLE) * 8 - 1))
def test_any_flipped_bit_is_refused_or_changes_nothing(bit: int) -> None:
    try:
        opened = [
            open_sealed(p, DEVICE_KEY.verify_key) for p in read_bundle(flipped(BUNDLE, bit), BOX)
        ]
    except WireError:
        return
    assert [frame for frame, _, _ in opened] == [decode_frame(p.frame_bytes) for p in PAGES]


@given(st.integers(0, len(BUNDLE) - 1))
def test_a_bundle_cut_short_is_refused(length: int) -> None:
    with pytest.raises(Undecodable):
        read_bundle(BUNDLE[:length], BOX)


def test_another_hub_cannot_open_it() -> None:
    with pytest.raises(Undecodable, match="another hub"):
        read_bundle(BUNDLE, b"x" * 32)


def test_a_newer_bundle_is_named_so() -> None:
    with pytest.raises(NewerFormat):
        peek(b"VXB2" + BUNDLE[4:])


def test_no_more_pages_than_allowed_are_written() -> None:
    with pytest.raises(ValueError, match="more than"):
        write_bundle([replace(PAGES[0], frame_bytes=b"")] * (MAX_PAGES + 1), PUBLIC)
    with pytest.raises(ValueError, match="more than"):
        write_bundle([replace(PAGES[0], frame_bytes=bytes(MAX_BUNDLE_BYTES))], PUBLIC)


@pytest.mark.parametrize(
    ("head", "inside"),
    [
        ([], []),
        ([b"k" * 8, [[17, b"epoch-08", 1, 2]]], []),
        ([b"k" * 8, [[17, b"epoch-08", 2, 1]]], [[0, bytes(64), b""]]),
        ([b"k" * 8, [[17, b"epoch", 1, 2]]], [[0, bytes(64), b""]]),
        ([b"k" * 8, [[True, b"epoch-08", 1, 2]]], [[0, bytes(64), b""]]),
        ([b"k" * 8, [[17, b"epoch-08", 1, 2]]], [[0, bytes(63), b""]]),
        ([b"k" * 8, [[17, b"epoch-08", 1, 2]]], [[0, bytes(64)]]),
        ([b"k" * 8, [[17, b"epoch-08", 1, 2]]], 5),
    ],
)
def test_what_is_not_a_bundle_inside_is_refused(head: object, inside: object) -> None:
    clear = cbor.dumps(head)
    box = SealedBox(PrivateKey(BOX).public_key).encrypt(cbor.dumps(inside))
    with pytest.raises(Undecodable):
        read_bundle(b"VXB1" + len(clear).to_bytes(4, "big") + clear + box, BOX)


def test_the_golden_bundle_opens_for_ever() -> None:
    box = bytes.fromhex(golden.content("keys")["hub_box_private"])
    assert golden.told(read_bundle(golden.data("bundle"), box)) == golden.content("bundle")


@pytest.mark.parametrize(("doses", "new_share"), GOALS)
def test_a_dose_costs_no_more_bytes_than_its_goal(doses: int, new_share: float) -> None:
    goal = GOALS[doses, new_share]
    assert max(bytes_a_dose(doses, new_share, seed) for seed in range(10)) <= goal
