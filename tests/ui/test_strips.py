"""The strips tell the truth: the sum comes out, age has its colour, nothing blinks."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from fieldapp.ui.strips import Rail, SessionStrip, TruthState, TruthStrip, waiting_tone
from tests.ui.hands import click
from tools.screenshots import settle

DAY_S = 24 * 3600


@pytest.mark.parametrize(
    ("waiting", "age_s", "tone"),
    [
        (0, None, ""),
        (63, 3 * 3600, ""),
        (63, DAY_S - 1, ""),
        (63, DAY_S + 1, "wait"),
        (63, 3 * DAY_S - 1, "wait"),
        (63, 3 * DAY_S + 1, "stop"),
        (0, 9 * DAY_S, ""),
    ],
)
def test_waiting_is_amber_after_a_day_and_red_after_three(
    waiting: int, age_s: int | None, tone: str
) -> None:
    assert waiting_tone(TruthState(waiting=waiting, oldest_waiting_s=age_s)) == tone


def test_the_strip_is_a_sum_in_words_and_signs(qtbot: QtBot) -> None:
    strip = TruthStrip()
    qtbot.addWidget(strip)
    strip.show_truth(TruthState(184, 4812, 63, 4749, 11520))
    said = [cell.accessibleName() for cell in strip.cells.values()]
    assert said[:4] == [
        "184 recorded today",
        "4,812 on this laptop",
        "4,749 confirmed by hub",
        "63 waiting, oldest 3 h 12 min",
    ]


def test_what_is_not_known_is_not_shown(qtbot: QtBot) -> None:
    strip = TruthStrip()
    qtbot.addWidget(strip)
    strip.show()
    strip.show_truth(TruthState(clock_doubtful=True, link_words="No network"))
    assert strip.cells["clock"].isVisible()
    assert strip.cells["link"].isVisible()
    strip.show_truth(TruthState())
    assert not strip.cells["clock"].isVisible()
    assert not strip.cells["link"].isVisible()


def test_nobody_at_the_laptop_means_nothing_to_lock(qtbot: QtBot) -> None:
    strip = SessionStrip()
    qtbot.addWidget(strip)
    strip.show()
    strip.show_session("Made-up team", "Pier", "", "14:32")
    assert not strip.lock.isVisible()
    strip.show_session("Made-up team", "Pier", "Li Na, vaccinator", "14:32")
    with qtbot.waitSignal(strip.lock_requested):
        click(strip.lock)


def test_the_rail_asks_for_the_room_that_was_pressed(qtbot: QtBot) -> None:
    rail = Rail()
    qtbot.addWidget(rail)
    with qtbot.waitSignal(rail.room_chosen) as asked:
        click(rail.rooms["sync"])
    assert asked.args == ["sync"]
    rail.show_room("desk")
    assert rail.rooms["desk"].isChecked()


def test_a_badge_counts_what_waits_in_a_room_and_says_so(qtbot: QtBot) -> None:
    rail = Rail()
    qtbot.addWidget(rail)
    rail.show()
    rail.show_badge("sync", 3)
    assert rail.badges["sync"].isVisible()
    assert rail.rooms["sync"].accessibleName() == "Sync: 3 waiting"
    rail.show_badge("sync", 0)
    assert not rail.badges["sync"].isVisible()
    assert rail.rooms["sync"].accessibleName() == "Sync"


def test_a_second_copy_is_counted_and_said_when_it_falls_behind(qtbot: QtBot) -> None:
    strip = TruthStrip()
    qtbot.addWidget(strip)
    strip.show()
    strip.show_truth(TruthState())
    cell = strip.cells["copy"]
    assert not cell.isVisible()
    strip.show_truth(TruthState(copied=12, copy_words="second copy"))
    assert (cell.isVisible(), cell.accessibleName()) == (True, "12 second copy")
    strip.show_truth(TruthState(copied=11, copy_words="copy: no card, 3 min", copy_behind=True))
    assert cell.accessibleName() == "11 copy: no card, 3 min"
    assert cell.property("tone") == "wait"


def test_a_badge_says_in_words_what_it_counts_and_when_something_can_be_done(
    qtbot: QtBot,
) -> None:
    rail = Rail()
    qtbot.addWidget(rail)
    rail.show()
    rail.show_badge("watch", 2, words="2 may leave", ready=True)
    badge = rail.badges["watch"]
    assert (badge.text(), badge.property("tone")) == ("✓2", "ok")
    assert rail.rooms["watch"].accessibleName() == "Watch: 2 may leave"
    rail.show_badge("watch", 3, words="3 people are being watched")
    assert (badge.text(), badge.property("tone")) == ("3", "")


def test_the_battery_is_shown_where_there_is_one(qtbot: QtBot) -> None:
    strip = TruthStrip()
    qtbot.addWidget(strip)
    strip.resize(1366, 48)
    strip.show()
    assert not strip.cells["battery"].isVisible()
    strip.show_battery(71)
    assert strip.cells["battery"].words.text() == "71 %"
    strip.show_battery(9, low=True)
    assert strip.cells["battery"].property("tone") == "wait"
    strip.show_battery(None)
    assert not strip.cells["battery"].isVisible()


def test_a_strip_without_room_for_one_line_says_all_in_two_and_cuts_nothing(qtbot: QtBot) -> None:
    strip = TruthStrip()
    qtbot.addWidget(strip)
    strip.show()
    strip.show_truth(TruthState(184, 4812, 63, 4749, 11520, link_words="Hub not reached"))
    for width, words in ((1366, "recorded today"), (900, "today"), (1366, "recorded today")):
        strip.resize(width, 48)
        settle()
        assert strip.cells["today"].words.text() == words
        for cell in strip.cells.values():
            assert cell.isHidden() or cell.words.width() >= cell.words.sizeHint().width() - 1


def test_a_click_on_the_strip_asks_what_stands_behind_it(qtbot: QtBot) -> None:
    strip = TruthStrip()
    qtbot.addWidget(strip)
    strip.show_truth(TruthState(184, 4812, 63, 4749, 11520))
    strip.show()
    with qtbot.waitSignal(strip.pressed):
        click(strip.cells["waiting"])
