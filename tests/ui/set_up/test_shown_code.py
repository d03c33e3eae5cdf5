"""Every trap of a scanner shows in the one code of the set-up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fieldapp.ui.desk.arrival import Arrived
from fieldapp.ui.desk.scan_edit import SEPARATOR
from fieldapp.ui.set_up.shown_code import EXPECTED, is_shown_code, judge

GOOD = Arrived(EXPECTED, len(EXPECTED), True, 4, "enter", ("ctrl",), False)
GERMAN = str.maketrans("zyZY-/:;_+=()", "yzYZß-ÖöÄ`´)=")
FRENCH = str.maketrans("azqwAZQW", "qwazQWAZ")


def test_a_good_scanner_has_nothing_to_set() -> None:
    assert judge(GOOD).tone == "ok"


def test_a_prefix_that_the_scanner_sends_does_no_harm() -> None:
    assert judge(replace(GOOD, text=f"]Q1{EXPECTED}")).tone == "ok"


@pytest.mark.parametrize(
    ("arrived", "said"),
    [
        (replace(GOOD, ended_by="tab"), "suffix to Enter"),
        (replace(GOOD, by_scanner=False), "pace of a hand"),
        (replace(GOOD, text=EXPECTED.swapcase(), caps_lock=True), "Caps Lock"),
        (replace(GOOD, text=EXPECTED.replace(SEPARATOR, "")), "GS1 separators"),
        (replace(GOOD, text=EXPECTED.translate(GERMAN)), "keyboard language"),
        (replace(GOOD, text=EXPECTED.translate(FRENCH)), "keyboard language"),
        (replace(GOOD, text=EXPECTED.replace("azqwym", "啊在去")), "input method"),
    ],
)
def test_each_trap_is_named(arrived: Arrived, said: str) -> None:
    state = judge(arrived)
    assert is_shown_code(arrived.text)
    assert state.tone == "wait"
    assert any(said in advice for advice in state.advice)


def test_other_codes_are_not_taken_for_it() -> None:
    assert not is_shown_code("0106901234567892" + "17280228" + "102026080417")
    assert not is_shown_code("370826198001010014")
