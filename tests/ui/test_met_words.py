"""What came of a meeting is told in one sentence, and what is new here by it in another."""

from __future__ import annotations

import pytest

from fieldapp.sync.neighbours.tally import Learned, Met
from fieldapp.ui.met_words import met_words, news_words
from fieldapp.wire.neighbour import Sum

MET = (8, "Boat 8", Sum(1, 9, 4), Sum(), Sum(2, 12, 6), Sum(3, 30, 14))


def lots(*numbers: str) -> tuple[tuple[str, str], ...]:
    return tuple(("covid-test-1", number) for number in numbers)


def test_what_both_counted_is_told_in_one_sentence() -> None:
    words = met_words(Met(*MET, 5, 1, 7))
    told = "Boat 8: 4 doses handed over, 0 taken; it holds 6 of ours, we hold 14."
    assert words.counted.startswith(told)
    assert words.counted.endswith("Newly confirmed by its receipts: 5")
    assert words.news == ""


def test_lists_that_do_not_hold_are_said() -> None:
    words = met_words(Met(*MET, 0, 1, 7, Learned(refused=2)))
    assert words.counted.endswith("Lists it brought that do not hold: 2. They changed nothing.")
    assert words.news == ""


@pytest.mark.parametrize(
    ("learned", "words"),
    [
        (Learned(taken=2, given=1), ""),
        (Learned(recalled=lots("A1")), "Learned from the neighbour: lot A1 recalled."),
        (
            Learned(recalled=lots("A1", "A2", "A3", "A4", "A5")),
            "Learned from the neighbour: lot A1, A2, A3 and 2 more recalled.",
        ),
        (Learned(lifted=lots("B1")), "Learned from the neighbour: lot B1 may be used again."),
        (
            Learned(shut_out=("Boat 9",)),
            "Learned from the neighbour: the hub closed the access of Boat 9.",
        ),
    ],
)
def test_what_people_must_know_is_said_and_nothing_else(learned: Learned, words: str) -> None:
    assert news_words(learned) == words
