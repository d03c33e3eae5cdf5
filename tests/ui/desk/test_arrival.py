"""A scanner is told from a hand by its pace, and how its separators came is remembered."""

from __future__ import annotations

import pytest

from fieldapp.ui.desk.arrival import Arrival
from tests.ui.conftest import FakeTime


@pytest.fixture
def arrival(time: FakeTime) -> Arrival:
    return Arrival(time)


def typed(arrival: Arrival, time: FakeTime, text: str, pace_ms: int) -> None:
    for letter in text:
        time.ms += pace_ms
        arrival.key(letter, shift=letter.isupper())


@pytest.mark.parametrize(("pace_ms", "machine"), [(2, True), (30, True), (60, False), (200, False)])
def test_the_pace_tells_a_scanner_from_a_hand(
    arrival: Arrival, time: FakeTime, pace_ms: int, machine: bool
) -> None:
    typed(arrival, time, "11010519491231002X", pace_ms)
    assert arrival.by_scanner is machine
    arrived = arrival.ended("11010519491231002X", "enter")
    assert (arrived.keys, arrived.ms_a_key, arrived.by_scanner) == (18, pace_ms, machine)


def test_a_few_fast_letters_are_no_scan(arrival: Arrival, time: FakeTime) -> None:
    typed(arrival, time, "wang", 5)
    assert not arrival.by_scanner


def test_a_scan_is_under_way_only_while_it_types(arrival: Arrival, time: FakeTime) -> None:
    typed(arrival, time, "01095011", 5)
    at_once = arrival.under_way
    time.ms += 500
    assert (at_once, arrival.under_way, arrival.by_scanner) == (True, False, True)


@pytest.mark.parametrize(
    ("letter", "shift", "caps"),
    [("A", True, False), ("a", False, False), ("a", True, True), ("A", False, None)],
)
def test_shift_and_letter_together_tell_caps_lock(
    arrival: Arrival, letter: str, shift: bool, caps: bool | None
) -> None:
    arrival.key("1", shift=False)
    assert arrival.caps_lock is None
    arrival.key(letter, shift=shift)
    assert arrival.caps_lock is caps


def test_each_text_is_told_by_itself(arrival: Arrival, time: FakeTime) -> None:
    typed(arrival, time, "10LOT", 5)
    arrival.separator("ctrl")
    assert arrival.ended("10LOT<GS>", "tab").separators == ("ctrl",)
    assert arrival.ended("", "enter").separators == ()
