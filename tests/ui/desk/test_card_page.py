"""The page of a refused card: the verdict, what to do, and what the card claims."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from fieldapp.ui.desk.card_page import CardPage
from fieldapp.ui.desk.state import CardState, VerdictState

REFUSED = VerdictState("stop", "octagon-x", "Altered card", "It is not what was signed.")


def test_the_verdict_and_the_claims_are_shown_and_gone_with_the_next_card(qtbot: QtBot) -> None:
    page = CardPage()
    qtbot.addWidget(page)
    page.show()
    page.show_card(CardState(REFUSED, ("Test A", "1 May 2021 · BIBP")))
    assert (page.title.text(), page.reason.text()) == (REFUSED.title, REFUSED.reason)
    assert page.heading.isVisible()
    assert page._claims.count() == 2
    page.show_card(CardState(REFUSED))
    assert not page.heading.isVisible()
    assert page._claims.count() == 0


def test_back_leaves_it(qtbot: QtBot) -> None:
    page = CardPage()
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.left):
        page.back.click()
