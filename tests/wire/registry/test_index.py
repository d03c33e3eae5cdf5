"""Promises of the index of buckets."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fieldapp.wire.registry import index


@given(st.dictionaries(st.integers(0, index.BUCKETS - 1), st.integers(1, 5), max_size=8))
def test_every_bucket_is_found_and_empty_ones_hold_nothing(sizes: dict[int, int]) -> None:
    ends, reached = [0] * index.BUCKETS, 0
    for bucket in sorted(sizes):
        reached += sizes[bucket]
        ends[bucket] = reached
    encoded = index.encode(ends)
    assert len(encoded) == index.INDEX_BYTES
    for bucket in {0, index.BUCKETS - 1, *sizes}:
        at = index.place_of_span(bucket)
        first, last = index.decode_span(encoded[at : at + index.SPAN_BYTES])
        assert last - first == sizes.get(bucket, 0)
        assert last - first == 0 or last == ends[bucket]


def test_the_bucket_is_the_beginning_of_the_key() -> None:
    assert index.bucket_of(b"\x01\x02" + b"x" * 30) == 0x0102
