"""The watch in words: minutes rounded up, what is out of the ordinary, one line a visit."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from fieldapp.actions.watch_board import Board
from fieldapp.domain.adverse_event import AdverseEvent, ReactionDetails
from fieldapp.domain.watch import Standing
from fieldapp.ui import language
from fieldapp.ui.watch import present
from fieldapp.ui.watch.state import CardState
from tools.screens.people import NOW, dose, practice
from tools.screens.watch import _report, _watched

PERSON = _watched("Test One", 11, 1)
GRAVE = ReactionDetails(("anaphylaxis", "urticaria", "fever"), serious=True)
MILD = ReactionDetails(("syncope",), serious=False)


def card(**more: object) -> CardState:
    person = replace(PERSON, **more)  # type: ignore[arg-type]  # fields of WatchedPerson
    return present.board(practice(), Board((person,))).cards[0]


def event(details: ReactionDetails, **more: object) -> AdverseEvent:
    return replace(_report(details, PERSON), **more)  # type: ignore[arg-type]  # fields of AdverseEvent


def test_minutes_are_rounded_up_so_that_none_is_a_minute_too_few() -> None:
    assert card(standing=Standing(61, 0)).left == "2 min left"
    assert card(standing=Standing(60, 0)).left == "1 min left"
    assert card(standing=Standing(0, 1800)).left == "May leave"


def test_a_card_says_when_which_vaccine_and_which_arm() -> None:
    assert card().given == "given 14:21 · BIBP · left arm"
    two = (PERSON.doses[0], dose(0, NOW, 9))
    assert card(doses=two).given == "given 14:32 · BIBP"


def test_the_ring_shows_the_part_that_is_over() -> None:
    assert card(standing=Standing(450, 1350)).part == 0.75


@pytest.mark.parametrize(
    ("more", "note", "tone"),
    [
        ({}, "", "muted"),
        ({"reactions": (event(MILD),)}, "Reported: Fainting, dizziness", "wait"),
        ({"reactions": (event(GRAVE),)}, "Reported: Anaphylaxis; Rash, hives, itching …", "stop"),
        (
            {"standing": Standing(60, 0, clock_doubtful=True)},
            "Clock doubtful: counted by the running time",
            "wait",
        ),
        (
            {"minutes": 60, "longer": True},
            "60 minutes, for a reaction before",
            "info",
        ),
        (
            {"standing": Standing(60, 0, off_s=600)},
            "The laptop was off meanwhile: counted by the clock",
            "muted",
        ),
    ],
)
def test_what_is_out_of_the_ordinary_is_noted(
    more: dict[str, object], note: str, tone: str
) -> None:
    made = card(**more)
    assert (made.note, made.note_tone) == (note, tone)


def test_a_grave_reaction_is_what_the_card_says_first() -> None:
    made = card(reactions=(event(GRAVE),), standing=Standing(0, 1800))
    assert (made.left, made.grave, made.is_ready) == ("Severe reaction", True, False)


def test_the_badge_says_how_many_and_who_may_leave() -> None:
    assert present.badge_words(1, 0) == "1 person is being watched"
    assert present.badge_words(3, 1) == "3 people are being watched, 1 may leave"
    assert present.may_leave(["A", "B"]) == "May leave: A, B"


def test_a_report_in_the_list_says_what_it_lacks_or_that_it_is_struck() -> None:
    told = [(event(GRAVE), PERSON.client), (event(MILD, withdrawn="other"), PERSON.client)]
    first, second = present.reports_list(practice(), told).lines
    assert first.words == "Test One · Anaphylaxis; Rash, hives, itching …"
    assert first.detail.startswith("serious · still to ask: when it began, the outcome")
    assert second.detail.startswith("struck through")


def test_a_dose_in_the_list_is_told_apart_by_day_and_lot() -> None:
    (line,) = present.doses_list(practice(), PERSON.client, PERSON.doses).lines
    assert (line.words, line.detail) == ("22 Nov 2026 · BIBP", "Lot 202608041")


def test_the_board_speaks_chinese_as_well(qapp: QApplication) -> None:
    language.install(qapp, language.CHINESE)
    made = present.board(practice(), Board((PERSON,)))
    assert made.title == "1 人正在留观"
    assert made.cards[0].given == "14:21 接种 · BIBP · 左臂"
