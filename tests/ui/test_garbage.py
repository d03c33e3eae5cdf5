"""Garbage collections come when the windows have nothing to do, and full ones when nobody has."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from pytestqt.qtbot import QtBot

from fieldapp.ui.garbage import Collector


class Knot:
    """Garbage that only a collection finds."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[Collector]:
    gc.enable()  # as Python is before the app begins
    made = Collector()
    yield made
    made.end()


@contextmanager
def collections(least: int = 0) -> Iterator[list[int]]:
    """Each collection of at least this generation, by the thread it held up first."""
    seen: list[int] = []

    def note(phase: str, info: dict[str, int]) -> None:
        if phase == "start" and info["generation"] >= least:
            seen.append(threading.get_ident())

    gc.callbacks.append(note)
    yield seen
    gc.callbacks.remove(note)


def many_objects(count: int = 500_000) -> list[list[int]]:
    return [[number] for number in range(count)]


def test_nothing_is_collected_while_a_window_is_at_work(collector: Collector) -> None:
    with collections() as seen:
        many_objects()
    assert not seen


def test_nothing_is_collected_on_another_thread(qtbot: QtBot, collector: Collector) -> None:
    with collections() as seen:
        beside = threading.Thread(target=many_objects)
        beside.start()
        beside.join()
        kept = many_objects(5_000)
        qtbot.wait(1)
    assert set(seen) == {threading.get_ident()}
    assert len(kept) == 5_000


def test_what_is_young_goes_when_the_windows_have_nothing_to_do(
    qtbot: QtBot, collector: Collector
) -> None:
    knots = [weakref.ref(Knot()) for _ in range(5_000)]
    assert knots[0]() is not None
    qtbot.wait(1)
    assert {knot() for knot in knots} == {None}


def test_what_has_grown_older_goes_a_little_later(qtbot: QtBot, collector: Collector) -> None:
    old = Knot()
    known = weakref.ref(old)
    gc.collect(0)
    del old
    kept = []
    for _ in range(25):
        kept += many_objects(5_000)
        qtbot.wait(1)
    assert known() is None


def test_a_big_import_brings_no_full_collection(qtbot: QtBot, collector: Collector) -> None:
    with collections(least=2) as seen:
        kept = []
        for _ in range(30):
            kept += many_objects(20_000)
            qtbot.wait(1)
    assert not seen


def test_one_comes_in_a_quiet_moment(collector: Collector) -> None:
    with collections(least=2) as seen:
        assert not collector.collect_in_a_quiet_moment(False, True)
        assert not seen
        assert collector.collect_in_a_quiet_moment(False, False)
        assert seen


def test_after_work_everything_is_collected_as_usual(collector: Collector) -> None:
    collector.set_aside()
    assert gc.get_freeze_count() > 0
    collector.end()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
    with collections() as seen:
        many_objects()
    assert seen
