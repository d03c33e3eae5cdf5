"""A card says who, since when and how long still, and asks with the doses that it stands for."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from fieldapp.ui.watch.watch_card import HEIGHT, LOW_HEIGHT, WatchCard
from tests.ui.hands import click
from tests.ui.watch.conftest import card
from tools.screenshots import settle


def shown(qtbot: QtBot, **state: object) -> WatchCard:
    made = WatchCard()
    qtbot.addWidget(made)
    made.resize(380, HEIGHT)
    made.show_card(card(**state))  # type: ignore[arg-type]  # fields of CardState
    made.show()
    return made


def test_a_card_is_read_out_whole(qtbot: QtBot) -> None:
    spoken = shown(qtbot, note="Reported: fever").accessibleName()
    assert spoken == "Test One. given 14:21 · BIBP · left arm. 11 min left. Reported: fever"


def test_the_word_on_the_button_is_what_will_be_recorded(qtbot: QtBot) -> None:
    running, over = shown(qtbot), shown(qtbot, may_leave=True)
    assert (running.leave.text(), over.leave.text()) == ("Leaves early…", "Leaves well")
    assert over.leave.accessibleName() == "Test One: Leaves well"
    assert (running.ring.tone, over.ring.tone) == ("wait", "ok")


def test_a_grave_reaction_is_red_and_does_not_suggest_to_leave(qtbot: QtBot) -> None:
    made = shown(qtbot, may_leave=True, grave=True, left="Severe reaction")
    assert (made.ring.tone, made.left.property("tone")) == ("stop", "stop")
    assert made.leave.property("role") == "early"


def test_a_report_that_there_is_or_that_is_begun_is_gone_on_with(qtbot: QtBot) -> None:
    assert shown(qtbot).reaction.text() == "Reaction…"
    assert shown(qtbot, reaction=bytes(32)).reaction.text() == "Add to report…"
    assert shown(qtbot, begun=True).reaction.text() == "Go on writing…"


def test_both_buttons_ask_with_the_card_and_are_large_enough(qtbot: QtBot) -> None:
    made = shown(qtbot)
    for button, signal in (
        (made.leave, made.leave_requested),
        (made.reaction, made.reaction_requested),
    ):
        with qtbot.waitSignal(signal) as asked:
            click(button)
        assert asked.args == [made.state]
        assert button.height() >= 44


def test_a_low_card_still_holds_all_of_it(qtbot: QtBot) -> None:
    made = shown(qtbot, note="Counted by the clock: two lines of words at the most")
    for low, height in ((True, LOW_HEIGHT), (False, HEIGHT)):
        made.set_low(low)
        made.resize(380, made.heightForWidth(380))
        settle()
        assert made.height() >= made.minimumHeight() == height
        assert made.leave.geometry().bottom() < made.height()
        assert made.note.height() >= made.note.heightForWidth(made.note.width())
