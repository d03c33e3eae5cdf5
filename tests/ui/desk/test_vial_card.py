"""The vial in use, in a card or in one line; without one it says what to do."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from fieldapp.ui.desk.state import VialState
from fieldapp.ui.desk.vial_card import VialCard

VIAL = VialState("BIBP", "Lot 1", "Single dose", "right-deltoid")


def test_a_vial_and_the_arm_are_shown(qtbot: QtBot) -> None:
    card = VialCard()
    qtbot.addWidget(card)
    card.show_vial(VIAL)
    assert (card.product.text(), card.lot.text(), card.note.text()) == VIAL_WORDS
    assert [button.isChecked() for button in card.arm.buttons] == [False, True]


def test_where_many_questions_need_the_room_all_is_in_one_line(qtbot: QtBot) -> None:
    card = VialCard()
    qtbot.addWidget(card)
    card.show_vial(VIAL)
    card.set_strip(True)
    card.show()
    shown = [line.text() for line in card.findChildren(QLabel) if line.isVisible()]
    assert shown == ["BIBP · Lot 1 · Single dose", "Arm"]
    assert card.arm.isVisible()


def test_without_a_vial_the_card_says_what_to_do(qtbot: QtBot) -> None:
    card = VialCard()
    qtbot.addWidget(card)
    card.show_vial(VialState())
    assert (card.product.text(), card.lot.text()) == ("No vial yet", "Scan the vial now.")


VIAL_WORDS = ("BIBP", "Lot 1", "Single dose")
