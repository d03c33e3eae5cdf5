"""The card of a person: the newest records are shown, and the whole is spoken."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from fieldapp.ui.desk.person_card import PersonCard, TimelineDot
from fieldapp.ui.desk.state import HistoryItem, PersonState

HISTORY = tuple(HistoryItem(f"Dose {n}") for n in range(1, 7))
STATE = PersonState("王海波", (("ID", "3708•"), ("46", "years")), "Known.", HISTORY, "✓ ID")


def test_a_long_history_shows_its_end_and_speaks_all_of_it(qtbot: QtBot) -> None:
    card = PersonCard()
    qtbot.addWidget(card)
    card.show_person(STATE)
    dots = [dot for dot in card.findChildren(TimelineDot) if not dot.isHidden()]
    assert len(dots) == 4
    assert "Dose 1" in card.accessibleName() and "Dose 6" in card.accessibleName()


def test_without_papers_there_is_no_mark_of_a_document(qtbot: QtBot) -> None:
    card = PersonCard()
    qtbot.addWidget(card)
    card.show_person(PersonState("无名氏", (), "Known.", ()))
    assert card.tag.isHidden()
