"""The right column: every record with how safe it is, and undo for one of them alone."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QFrame
from pytestqt.qtbot import QtBot

from fieldapp.ui.desk.state import Mark, TodayItem, TodayState
from fieldapp.ui.desk.today_panel import MarkDot, TodayPanel
from fieldapp.ui.widgets import DeskButton
from tests.ui.hands import click


def item(number: int, mark: Mark = Mark.HERE, *, can_undo: bool = False) -> TodayItem:
    return TodayItem(
        bytes([number]), f"09:{number:02d}", f"Person {number}", "BIBP", mark, can_undo
    )


@pytest.fixture
def panel(qtbot: QtBot) -> TodayPanel:
    made = TodayPanel()
    qtbot.addWidget(made)
    made.resize(316, 560)
    made.show()
    return made


def lines(panel: TodayPanel) -> list[str]:
    found = [f for f in panel.findChildren(QFrame) if f.property("role") == "line"]
    return [frame.accessibleName() for frame in found]


def test_an_empty_day_is_no_doses(panel: TodayPanel) -> None:
    panel.show_today(TodayState())
    assert panel.count.text() == "0 doses"
    assert lines(panel) == []


def test_the_count_is_of_doses_not_of_lines(panel: TodayPanel) -> None:
    panel.show_today(TodayState(doses=1, items=(item(1), item(2, Mark.VOIDED))))
    assert panel.count.text() == "1 dose"
    assert lines(panel) == ["09:01 Person 1 BIBP", "09:02 Person 2 BIBP"]


def test_a_long_day_shows_the_newest_seven(panel: TodayPanel) -> None:
    panel.show_today(TodayState(doses=9, items=tuple(item(n) for n in range(9))))
    assert len(lines(panel)) == 7


def test_undo_asks_for_the_record_it_stands_beside(panel: TodayPanel, qtbot: QtBot) -> None:
    panel.show_today(TodayState(doses=2, items=(item(1), item(2, can_undo=True))))
    (undo,) = panel.findChildren(DeskButton)
    with qtbot.waitSignal(panel.undo_requested) as asked:
        click(undo)
    assert asked.args == [b"\x02"]


def test_the_bars_are_told_to_those_who_cannot_see_them(panel: TodayPanel) -> None:
    panel.show_today(TodayState(doses=5, by_hour=((8, 2), (9, 0), (10, 3))))
    assert panel.bars.accessibleName() == "8 h: 2, 9 h: 0, 10 h: 3"
    assert (panel.first.text(), panel.last.text()) == ("08 h", "10 h")


def test_every_mark_looks_different(qtbot: QtBot) -> None:
    """Told apart by shape, not by colour alone."""
    shapes = set()
    for mark in Mark:
        dot = MarkDot(mark)
        qtbot.addWidget(dot)
        image = dot.grab().toImage()
        ground = image.pixelColor(0, 0).rgb()
        shapes.add(
            tuple(
                image.pixelColor(x, y).rgb() == ground
                for x in range(image.width())
                for y in range(image.height())
            )
        )
    assert len(shapes) == len(Mark)
