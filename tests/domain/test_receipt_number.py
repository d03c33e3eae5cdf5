"""Two clones of a laptop can never print the same receipt number unseen."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.receipt_number import mark, receipt_number

HASHES = st.binary(min_size=32, max_size=32)


def test_the_number_reads_laptop_running_number_and_mark() -> None:
    assert receipt_number(71, 123, bytes(32)) == "71-00123-0000"
    assert receipt_number(0, 100_001, b"\xff" * 32) == "0-100001-ZZZZ"


@given(HASHES, HASHES)
def test_records_that_part_in_their_first_20_bits_bear_other_marks(
    one: bytes, other: bytes
) -> None:
    alike = int.from_bytes(one[:3], "big") >> 4 == int.from_bytes(other[:3], "big") >> 4
    assert (mark(one) == mark(other)) == alike


@given(HASHES)
def test_a_mark_has_no_letter_that_is_misread(event_id: bytes) -> None:
    assert len(mark(event_id)) == 4
    assert not set(mark(event_id)) & set("ILOU")
