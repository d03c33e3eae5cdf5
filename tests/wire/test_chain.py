"""Promises of the chain: its hashes are those written in the specification."""

from __future__ import annotations

import hashlib
import hmac

from hypothesis import given
from hypothesis import strategies as st

from fieldapp.wire import chain
from tests.wire.made_up_facts import eight, flipped, hashes, sixteen


@given(hashes, st.binary(max_size=40), st.binary(max_size=40), sixteen)
def test_the_four_hashes_are_those_of_the_specification(
    previous: bytes, header: bytes, body: bytes, salt: bytes
) -> None:
    commitment = hashlib.sha256(b"\x02" + salt + body).digest()
    leaf = hashlib.sha256(b"\x00" + header + commitment).digest()
    assert chain.commitment(salt, body) == commitment
    assert chain.leaf(header, commitment) == leaf
    assert chain.link(previous, leaf) == hashlib.sha256(b"\x01" + previous + leaf).digest()
    assert chain.extend(previous, header, body, salt) == chain.link(previous, leaf)


@given(eight)
def test_an_epoch_begins_with_its_own_hash(epoch: bytes) -> None:
    assert chain.genesis(epoch) == hashlib.sha256(b"\x03" + epoch).digest()


@given(sixteen, st.integers(1, 2**60))
def test_a_salt_follows_from_the_seed_of_its_block(seed: bytes, seq: int) -> None:
    whole = hmac.new(seed, seq.to_bytes(8, "big"), hashlib.sha256).digest()
    assert chain.salt(seed, seq) == whole[:16]


def test_one_seed_serves_256_events() -> None:
    assert [chain.salt_block(seq) for seq in (1, 256, 257, 512, 513)] == [0, 0, 1, 1, 2]


@given(hashes, st.binary(min_size=1), st.binary(min_size=1), sixteen, st.integers(0))
def test_any_flipped_bit_gives_another_identity(
    previous: bytes, header: bytes, body: bytes, salt: bytes, bit: int
) -> None:
    right = chain.extend(previous, header, body, salt)
    assert chain.extend(flipped(previous, bit), header, body, salt) != right
    assert chain.extend(previous, flipped(header, bit), body, salt) != right
    assert chain.extend(previous, header, flipped(body, bit), salt) != right
    assert chain.extend(previous, header, body, flipped(salt, bit)) != right
