"""Promises of erasing in a frame: the chain holds, others stay readable, nothing can be tried."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fieldapp.wire import chain
from fieldapp.wire.erasing import block_span, without
from fieldapp.wire.frame import MAX_EVENTS, Frame, decode_frame, encode_frame, replay

EPOCH, SEED = b"epoch-08", b"the seed, 16 by."
HEADER = b"\x85\x10\x01\x82\x00\x00\x61a\x00"


def frame(bodies: list[bytes], base: int = 1) -> Frame:
    """Events of one epoch from a number on."""
    events = tuple((HEADER, body, None) for body in bodies)
    blocks = {chain.salt_block(seq) for seq in range(base, base + len(bodies))}
    seeds = {block: SEED[1:] + bytes([block]) for block in blocks}
    return Frame(17, EPOCH, base, chain.genesis(EPOCH), seeds, events)


bodies = st.lists(st.binary(min_size=1, max_size=30), min_size=1, max_size=12)


@given(bodies, st.integers(1, 600), st.data())
def test_whatever_is_erased_every_event_keeps_its_identity(
    said: list[bytes], base: int, data: st.DataObject
) -> None:
    whole = frame(said, base)
    seqs = list(range(base, base + len(said)))
    gone = data.draw(st.sets(st.sampled_from(seqs)))
    bare = decode_frame(encode_frame(without(whole, gone)))
    assert [entry.id for entry in replay(bare)] == [entry.id for entry in replay(whole)]
    for before, after in zip(replay(whole), replay(bare), strict=True):
        assert after.body == (None if after.seq in gone else before.body)
    assert not bare.salts.keys() & gone
    assert not bare.seeds.keys() & {chain.salt_block(seq) for seq in gone}


@given(bodies, st.data())
def test_erasing_one_after_another_is_erasing_both(said: list[bytes], data: st.DataObject) -> None:
    seqs = st.sets(st.sampled_from(range(1, len(said) + 1)))
    one, other, whole = data.draw(seqs), data.draw(seqs), frame(said)
    assert without(without(whole, one), other) == without(whole, one | other)
    assert without(whole, ()) == whole


def test_the_seed_goes_where_another_frame_held_what_is_erased() -> None:
    burnt = without(frame([b"a", b"b"], base=255), (), {0})
    assert burnt.seeds == {} and set(burnt.salts) == {255, 256}
    assert block_span([256, 257]) == range(1, 513)


def test_a_full_frame_of_which_everything_is_erased_is_still_a_frame() -> None:
    full = frame([b"7 bytes"] * MAX_EVENTS)
    bare = without(full, range(1, MAX_EVENTS + 1))
    assert replay(decode_frame(encode_frame(bare)))[-1].id == replay(full)[-1].id
    burnt = without(full, (), range(MAX_EVENTS // chain.SALT_BLOCK))
    assert replay(decode_frame(encode_frame(burnt)))[-1].id == replay(full)[-1].id
