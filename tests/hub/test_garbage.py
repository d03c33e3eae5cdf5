"""A hub's process looks for garbage seldom, and others as ever."""

from __future__ import annotations

import gc

import pytest

from fieldapp.hub.garbage import seldom_collected


def collections_while_many_are_made() -> int:
    before = int(gc.get_stats()[0]["collections"])
    kept = [[number] for number in range(100_000)]
    assert len(kept) == 100_000
    return int(gc.get_stats()[0]["collections"]) - before


def test_many_small_objects_bring_few_collections() -> None:
    with seldom_collected():
        assert collections_while_many_are_made() < 5


def test_afterwards_it_is_as_before_whatever_happened() -> None:
    before = gc.get_threshold()
    with pytest.raises(RuntimeError), seldom_collected():
        raise RuntimeError
    assert gc.get_threshold() == before
