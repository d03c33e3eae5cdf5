"""Promises of the signed beginning of a registry."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from nacl.signing import SigningKey

from fieldapp.wire.errors import BadSignature, Undecodable
from fieldapp.wire.registry.head import BLOCK_BYTES, Head, decode_head, encode_head, head_length
from fieldapp.wire.registry.index import INDEX_BYTES
from tests.wire.registry.made_up import KEY, PRODUCTS

BLOCKS = -(-(12 * 100_000 + INDEX_BYTES) // BLOCK_BYTES)
HEAD = Head(b"hub-test", 3, 1_790_000_000, b"key-id-8", 100_000, PRODUCTS, (b"d" * 32,) * BLOCKS)


def test_a_head_comes_back_and_says_how_long_it_is() -> None:
    encoded = encode_head(HEAD, KEY)
    assert head_length(encoded[:8]) == len(encoded)
    assert decode_head(encoded + b"entries", KEY.verify_key) == HEAD


def test_any_other_signer_and_any_turned_bit_is_refused() -> None:
    encoded = encode_head(HEAD, KEY)
    with pytest.raises(BadSignature):
        decode_head(encoded, SigningKey(b"o" * 32).verify_key)
    for at in range(8, len(encoded), 17):
        turned = encoded[:at] + bytes([encoded[at] ^ 1]) + encoded[at + 1 :]
        with pytest.raises((BadSignature, Undecodable)):
            decode_head(turned, KEY.verify_key)


@pytest.mark.parametrize("start", [b"", b"VXP1", b"VXB1\0\0\0\1", b"VXP1\xff\xff\xff\xff"])
def test_what_is_no_registry_is_said_to_be_none(start: bytes) -> None:
    with pytest.raises(Undecodable):
        head_length(start)


def test_a_head_cut_short_or_at_odds_with_its_length_is_refused() -> None:
    with pytest.raises(Undecodable):
        decode_head(encode_head(HEAD, KEY)[:-1], KEY.verify_key)
    with pytest.raises(Undecodable):
        decode_head(encode_head(replace(HEAD, entries=1), KEY), KEY.verify_key)


def test_blocks_cover_entries_and_index_without_a_gap() -> None:
    spans = [HEAD.block_span(number) for number in range(BLOCKS)]
    assert spans[0][0] == 0
    assert spans[-1][1] == HEAD.body_bytes
    assert all(end == start for (_, end), (start, _) in pairwise(spans))
