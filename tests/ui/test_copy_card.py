from __future__ import annotations

from pytestqt.qtbot import QtBot

from fieldapp.ui.copy_card import CopyCard, CopyCardState


def test_without_a_card_there_is_one_key_and_with_one_there_are_two(qtbot: QtBot) -> None:
    shown = CopyCard()
    qtbot.addWidget(shown)
    shown.show()
    assert (shown.choose.text(), shown.stop.isVisible()) == ("Choose card", False)
    shown.show_copy(CopyCardState("Kept on KINGSTON", "12 doses are on it", "ok", kept=True))
    assert (shown.choose.accessibleName(), shown.stop.isVisible()) == ("Change card", True)
    with qtbot.waitSignal(shown.choose_requested):
        shown.choose.click()
    with qtbot.waitSignal(shown.stop_requested):
        shown.stop.click()
