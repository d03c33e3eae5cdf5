"""The check says what arrived, what it is, and what to set on the scanner."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fieldapp.ui.desk.arrival import Arrived
from fieldapp.ui.scanner.present import check, visible

TODAY = date(2021, 8, 1)
VIAL = "010950110153010217230630" + "10LOT<GS>21S1"
GOOD = Arrived(VIAL, 44, True, 3, "enter", ("key",), False)


def said(arrived: Arrived) -> str:
    """All lines and all advice."""
    state = check(arrived, TODAY)
    return " ".join([*(f"{word}: {value}" for word, value in state.lines), *state.advice])


def test_a_scanner_that_is_set_well_has_nothing_to_set() -> None:
    state = check(GOOD, TODAY)
    assert state.tone == "ok"
    words = said(GOOD)
    for part in ("Vial read", "(10): LOT", "(17): 2023-06-30", "1 · as ASCII 29", "3 ms a key"):
        assert part in words
    assert "Nothing to set" in words


@pytest.mark.parametrize(
    ("arrived", "advice"),
    [
        (replace(GOOD, ended_by="tab"), "not Tab"),
        (replace(GOOD, by_scanner=False, ms_a_key=210), "pace of a hand"),
        (replace(GOOD, caps_lock=True), "Caps Lock"),
        (replace(GOOD, separators=("arrow",)), "function key mapping"),
        (
            replace(GOOD, text="01095011015301021723063010TEST-000121SERIAL1", separators=()),
            "FNC1",
        ),
        (
            replace(GOOD, text="010950110153010217230630102026080417AB21SN0004X7", separators=()),
            "FNC1",
        ),
        (replace(GOOD, text="110105194912310021"), "damaged"),
        (
            replace(GOOD, text="0109501101530102172306301020260802" + "21SN4", separators=()),
            "serial number",
        ),
        (replace(GOOD, text="0王109501我10153010217230630"), "input method"),
        (replace(GOOD, text="!!)!)%!($(!@#!))@X"), "US English"),
    ],
)
def test_each_trouble_has_its_advice(arrived: Arrived, advice: str) -> None:
    state = check(arrived, TODAY)
    assert state.tone == "wait"
    assert any(advice in line for line in state.advice), state.advice


def test_what_cannot_be_seen_is_written_out() -> None:
    assert visible("[)>\x1e06\x1dA\nB\tC\x04") == "[)><RS>06<GS>A ⏎ B<TAB>C<EOT>"


@pytest.mark.parametrize("ended_by", ["enter", "tab", "line-feed", "camera"])
@pytest.mark.parametrize("way", ["key", "ctrl", "alt", "arrow"])
def test_every_way_has_its_words(ended_by: str, way: str) -> None:
    assert check(replace(GOOD, ended_by=ended_by, separators=(way,)), TODAY).lines
