"""Promises of what goes on beside the server."""

from __future__ import annotations

import threading

import pytest

from fieldapp.hub.rounds import rounds

LONG_S = 600.0


class Counted:
    """Something to do; says when it was done so many times, and how long to wait then."""

    def __init__(self, times: int, wait_s: float | None = None) -> None:
        self._left, self._wait_s = times, wait_s
        self.done = threading.Event()
        self.rounds = 0

    def __call__(self) -> float | None:
        self.rounds += 1
        self._left -= 1
        if self._left == 0:
            self.done.set()
        return self._wait_s


def test_it_is_done_again_and_again_and_not_after_the_end() -> None:
    counted = Counted(3)
    with rounds("test", counted, 0.001):
        assert counted.done.wait(30)
    at_the_end = counted.rounds
    assert not any(thread.name == "test" for thread in threading.enumerate())
    assert counted.rounds == at_the_end >= 3


def test_the_first_round_is_at_once_only_where_asked() -> None:
    counted = Counted(1)
    with rounds("test", counted, LONG_S, at_once=True):
        assert counted.done.wait(30)
    waiting = Counted(1)
    with rounds("test", waiting, LONG_S):
        pass
    assert waiting.rounds == 0


def test_a_round_may_ask_for_another_pause() -> None:
    counted = Counted(2, wait_s=0.001)
    with rounds("test", counted, LONG_S, at_once=True):
        assert counted.done.wait(30)


def test_a_fault_that_escapes_ends_nothing_and_is_logged_without_its_words(
    caplog: pytest.LogCaptureFixture,
) -> None:
    counted = Counted(3)

    def once() -> float | None:
        counted()
        raise KeyError("测试")

    with rounds("test", once, 0.001):
        assert counted.done.wait(30)
    assert "KeyError" in caplog.text and "测试" not in caplog.text


def test_who_stops_a_hub_does_not_wait_for_a_long_round_and_is_told(
    caplog: pytest.LogCaptureFixture,
) -> None:
    begun, over = threading.Event(), threading.Event()

    def long_round() -> None:
        begun.set()
        over.wait(LONG_S)

    with rounds("test", long_round, LONG_S, at_once=True, goodbye_s=0.01):
        assert begun.wait(30)
    assert "test: a round was cut off" in caplog.text
    over.set()
