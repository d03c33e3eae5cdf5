"""Promises of seals: one signature proves every event up to it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.wire import cbor
from fieldapp.wire.errors import BadSignature, Undecodable, WireError
from fieldapp.wire.frame import Frame, replay
from fieldapp.wire.seal import SealedFrame, check_seal, open_sealed, sign_seal, signed_bytes
from tests.wire.made_up_day import MadeUpDay
from tests.wire.made_up_facts import DEVICE_KEY, HUB_KEY, flipped, frames, sealed

KEY = DEVICE_KEY.verify_key


def a_page() -> tuple[Frame, SealedFrame]:
    day = MadeUpDay()
    for _ in range(4):
        day.new()
    return day.frame(), sealed(day.frame())


@given(frames())
def test_a_sealed_frame_opens_to_what_was_sealed(frame: Frame) -> None:
    opened, entries, seal = open_sealed(sealed(frame), KEY)
    assert opened == frame
    assert entries == replay(frame)
    assert (seal.last_seq, seal.last_hash) == (entries[-1].seq, entries[-1].id)


def test_the_signed_bytes_are_those_of_the_specification() -> None:
    _, page = a_page()
    _, entries, seal = open_sealed(page, KEY)
    fields = [17, page.epoch, page.last_seq, entries[-1].id, page.device_time]
    assert signed_bytes(seal) == b"VX1 seal" + cbor.dumps(fields)
    check_seal(seal, sign_seal(seal, DEVICE_KEY), KEY)


@given(st.integers(0))
def test_any_flipped_bit_of_a_page_is_refused_or_changes_nothing(bit: int) -> None:
    frame, page = a_page()
    tampered = replace(page, frame_bytes=flipped(page.frame_bytes, bit))
    try:
        assert open_sealed(tampered, KEY)[0].events == frame.events
    except WireError:
        return


@given(st.integers(0))
def test_any_flipped_bit_of_a_signature_is_refused(bit: int) -> None:
    _, page = a_page()
    with pytest.raises(BadSignature):
        open_sealed(replace(page, signature=flipped(page.signature, bit)), KEY)


def test_another_time_or_another_key_is_refused() -> None:
    _, page = a_page()
    with pytest.raises(BadSignature):
        open_sealed(replace(page, device_time=page.device_time + 1), KEY)
    with pytest.raises(BadSignature):
        open_sealed(page, HUB_KEY.verify_key)


def test_a_page_announced_as_another_is_refused() -> None:
    _, page = a_page()
    for claim in (
        replace(page, device=18),
        replace(page, epoch=b"another8"),
        replace(page, first_seq=1),
        replace(page, last_seq=page.last_seq + 1),
    ):
        with pytest.raises(Undecodable):
            open_sealed(claim, KEY)
    assert page.event_count == 8
