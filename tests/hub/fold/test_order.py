"""Promises about whose word comes last."""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.hub.fold.order import epoch_ranks, is_after, standing
from tests.hub.conftest import World


@dataclass(frozen=True)
class Word:
    device: int
    epoch: bytes
    seq: int


def rank(_device: int, epoch: bytes) -> int:
    return {b"first": 0, b"second": 1, b"twin": 1}[epoch]


def test_on_one_laptop_the_later_word_stands() -> None:
    first, second = Word(1, b"first", 9), Word(1, b"second", 1)
    assert is_after(second, first, rank) and not is_after(first, second, rank)
    assert standing([first, second, Word(1, b"first", 3)], rank) == [second]


def test_nobody_orders_the_words_of_two_laptops_or_two_branches() -> None:
    words = [Word(1, b"second", 5), Word(1, b"twin", 1), Word(2, b"first", 9)]
    assert standing(words, rank) == words


def test_without_any_epochs_known_all_come_first(world: World) -> None:
    with world.store.reading() as connection:
        assert epoch_ranks(connection, [1, 2])(1, b"first") == 0
