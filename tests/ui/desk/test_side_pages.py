"""Nobody here, who of these, and why: each page is worked by keys, and a scan chooses nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fieldapp.ui.desk.side_pages import EmptyPage, HitsPage, ReasonPage
from fieldapp.ui.desk.state import Hit, ReasonState
from tests.ui.hands import click, press, write

Key = Qt.Key
REASONS = (("fever", "Fever today"), ("refused", "Does not want it"), ("other", "Other"))


@pytest.fixture
def hits(qtbot: QtBot) -> HitsPage:
    made = HitsPage()
    qtbot.addWidget(made)
    made.show_hits(tuple(Hit(bytes([n]), f"Person {n}", "") for n in range(3)))
    made.show()
    return made


@pytest.fixture
def reason(qtbot: QtBot) -> ReasonPage:
    made = ReasonPage()
    qtbot.addWidget(made)
    made.show_reasons(ReasonState("Why?", REASONS, "Record"))
    made.show()
    return made


def test_an_empty_desk_offers_a_form(qtbot: QtBot) -> None:
    page = EmptyPage()
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.new_person):
        click(page.new)


def test_what_the_hub_has_put_aside_is_said_where_it_can_be_opened(qtbot: QtBot) -> None:
    page = EmptyPage()
    qtbot.addWidget(page)
    page.show()
    assert not page.put_aside.isVisible()
    page.show_put_aside(2)
    assert page.put_aside.text() == "Put aside by the hub: 2"
    with qtbot.waitSignal(page.put_aside_requested):
        click(page.put_aside)
    page.show_put_aside(0)
    assert not page.put_aside.isVisible()


def test_a_number_chooses_the_person_shown_under_it(hits: HitsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(hits.chosen) as chosen:
        hits.choose(2)
    assert chosen.args == [b"\x01"]


@pytest.mark.parametrize("number", [0, 4, 9])
def test_a_number_under_which_nobody_is_shown_chooses_nobody(
    hits: HitsPage, qtbot: QtBot, number: int
) -> None:
    with qtbot.assertNotEmitted(hits.chosen):
        hits.choose(number)


def test_no_reason_is_chosen_at_first(reason: ReasonPage, qtbot: QtBot) -> None:
    assert not reason.confirm.isEnabled()
    with qtbot.assertNotEmitted(reason.confirmed):
        reason.submit()


def test_a_digit_chooses_and_going_on_confirms(reason: ReasonPage, qtbot: QtBot) -> None:
    press(reason, Key.Key_2)
    assert [button.isChecked() for button in reason.buttons] == [False, True, False]
    with qtbot.waitSignal(reason.confirmed) as confirmed:
        reason.submit()
    assert confirmed.args == ["refused", ""]


def test_a_scan_into_the_reasons_chooses_nothing(reason: ReasonPage, qtbot: QtBot) -> None:
    write(reason, "110105198005170012")
    press(reason, Key.Key_Return)
    assert not reason.confirm.isEnabled()
    with qtbot.assertNotEmitted(reason.confirmed):
        reason.submit()


def test_a_digit_without_a_reason_changes_nothing(reason: ReasonPage) -> None:
    press(reason, Key.Key_1)
    press(reason, Key.Key_9)
    assert [button.isChecked() for button in reason.buttons] == [True, False, False]


def test_a_reason_in_own_words_needs_words(reason: ReasonPage, qtbot: QtBot) -> None:
    reason.show_reasons(ReasonState("Who decided?", (), "Record", free_text=True))
    write(reason.text, "   ")
    assert not reason.confirm.isEnabled()
    write(reason.text, "Dr Test")
    with qtbot.waitSignal(reason.confirmed) as confirmed:
        reason.submit()
    assert confirmed.args == ["", "Dr Test"]


def test_every_question_begins_without_a_choice(reason: ReasonPage) -> None:
    press(reason, Key.Key_2)
    reason.show_reasons(ReasonState("Why?", REASONS, "Record"))
    assert not any(button.isChecked() for button in reason.buttons)
    assert not reason.confirm.isEnabled()
