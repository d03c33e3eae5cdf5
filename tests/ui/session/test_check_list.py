from __future__ import annotations

from pytestqt.qtbot import QtBot

from fieldapp.ui.session.check_list import CheckList
from fieldapp.ui.session.state import CheckItem

WATCHED = CheckItem(
    "wait", "clock", "3 people still being watched", (("watch", "Watch"), ("left", "They left…"))
)


def test_a_check_offers_the_way_to_settle_it(qtbot: QtBot) -> None:
    made = CheckList()
    qtbot.addWidget(made)
    made.show_items([CheckItem("ok", "circle-check", "184 doses"), WATCHED])
    with qtbot.waitSignal(made.action_requested) as asked:
        made.buttons["watch"].click()
    assert asked.args == ["watch"]
    assert made.accessibleName() == "184 doses. 3 people still being watched"


def test_the_same_checks_keep_their_buttons_and_so_the_focus(qtbot: QtBot) -> None:
    made = CheckList()
    qtbot.addWidget(made)
    made.show_items([WATCHED])
    before = made.buttons["watch"]
    made.show_items([WATCHED])
    assert made.buttons["watch"] is before
