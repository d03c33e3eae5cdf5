"""Promises of writing: everybody is found again, nobody else is, and every block is proven."""

from __future__ import annotations

import io
from datetime import date

from fieldapp.wire.registry.entry import Holding
from fieldapp.wire.registry.head import decode_head, head_length
from fieldapp.wire.registry.reading import look_up
from tests.wire.registry.made_up import KEY, PRODUCTS, made_up_file, made_up_key

PEOPLE = {
    made_up_key(number): [Holding(PRODUCTS[number % 3], 1 + number % 2, date(2026, 1, 1))]
    for number in range(3000)
}


def test_everybody_is_found_and_a_stranger_is_not() -> None:
    content = made_up_file(PEOPLE)
    head, body_at = decode_head(content, KEY.verify_key), head_length(content)
    file = io.BytesIO(content)
    for key, holdings in PEOPLE.items():
        assert look_up(file, head, body_at, key) == holdings
    assert look_up(file, head, body_at, made_up_key(3001)) == []


def test_every_block_is_proven_and_a_turned_bit_is_not() -> None:
    content = made_up_file({made_up_key(n): PEOPLE[made_up_key(n % 3000)] for n in range(90_000)})
    head, body = decode_head(content, KEY.verify_key), content[head_length(content) :]
    assert len(head.blocks) == 2
    for number in range(2):
        start, end = head.block_span(number)
        block = body[start:end]
        assert head.proves(number, block)
        assert not head.proves(number, block[:-1])
        assert not head.proves(number, bytes([block[0] ^ 1]) + block[1:])


def test_a_registry_of_nobody_is_a_registry() -> None:
    content = made_up_file({})
    head = decode_head(content, KEY.verify_key)
    assert look_up(io.BytesIO(content), head, head_length(content), made_up_key(1)) == []
