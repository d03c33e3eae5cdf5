"""The card of a person: the newest records are shown, and the whole is spoken."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from fieldapp.ui.desk.person_card import PersonCard, TimelineDot
from fieldapp.ui.desk.state import HistoryItem, PersonState
from tools.screenshots import settle

HISTORY = tuple(HistoryItem(f"Dose {n}") for n in range(1, 7))
STATE = PersonState("王海波", (("ID", "3708•"), ("46", "years")), "Known.", HISTORY, "✓ ID")


def test_a_long_history_shows_its_end_and_speaks_all_of_it(qtbot: QtBot) -> None:
    card = PersonCard()
    qtbot.addWidget(card)
    card.show_person(STATE)
    dots = [dot for dot in card.findChildren(TimelineDot) if not dot.isHidden()]
    assert len(dots) == 4
    assert "Dose 1" in card.accessibleName() and "Dose 6" in card.accessibleName()


@pytest.mark.parametrize(
    ("history", "beside"),
    [
        ((HistoryItem("Dose 1 due", due=True),), True),
        ((HistoryItem("Dose 1 · Anaphylaxis", grave=True),), False),
        (HISTORY, False),
    ],
)
def test_only_the_first_dose_due_stands_beside_how_well_the_history_is_known(
    qtbot: QtBot, history: tuple[HistoryItem, ...], *, beside: bool
) -> None:
    card = PersonCard()
    qtbot.addWidget(card)
    card.show_person(replace(STATE, history=history))
    card.resize(800, 200)
    card.show()
    settle()
    dot, known = card.findChildren(TimelineDot)[0], card.known.geometry()
    at = dot.mapTo(card, dot.rect().center()).y()
    assert (known.top() <= at <= known.bottom()) is beside


def test_without_papers_there_is_no_mark_of_a_document(qtbot: QtBot) -> None:
    card = PersonCard()
    qtbot.addWidget(card)
    card.show_person(PersonState("无名氏", (), "Known.", ()))
    assert card.tag.isHidden()
