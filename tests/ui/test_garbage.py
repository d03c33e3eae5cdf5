"""Full garbage collections stop every thread: they come only when nobody is working."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from fieldapp.ui import garbage


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    yield
    garbage.as_usual()


@contextmanager
def full_collections() -> Iterator[list[int]]:
    seen: list[int] = []

    def note(phase: str, info: dict[str, int]) -> None:
        if phase == "start" and info["generation"] == 2:
            seen.append(1)

    gc.callbacks.append(note)
    yield seen
    gc.callbacks.remove(note)


def many_objects() -> list[list[int]]:
    return [[number] for number in range(500_000)]


def test_a_big_import_brings_no_full_collection() -> None:
    with full_collections() as without:
        many_objects()
    garbage.set_aside()
    with full_collections() as seen:
        many_objects()
    assert without, "Python alone would have held everything up"
    assert not seen


def test_one_comes_in_a_quiet_moment() -> None:
    with full_collections() as seen:
        assert not garbage.collect_in_a_quiet_moment(False, True)
        assert not seen
        assert garbage.collect_in_a_quiet_moment(False, False)
        assert seen


def test_after_work_everything_is_collected_as_usual() -> None:
    before = gc.get_threshold()
    garbage.set_aside()
    assert gc.get_freeze_count() > 0
    garbage.as_usual()
    assert (gc.get_threshold(), gc.get_freeze_count()) == (before, 0)
