"""An answer in a table is wide enough for its words and drawn in its tone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from fieldapp.ui.lines_model import LinesModel
from fieldapp.ui.lines_table import LinesTable
from fieldapp.ui.pill import PILL, Pill, PillDelegate
from fieldapp.ui.theme import in_force


class Answers(LinesModel[Pill]):
    def heads(self) -> Sequence[str]:
        return ("Adds up?",)

    def cells(self, line: Pill) -> Sequence[str]:
        return (line.words,)

    def look(self, line: Pill, column: int, role: int) -> object:
        return line if role == PILL else None


def shown(qtbot: QtBot, pill: Pill) -> LinesTable:
    model = Answers()
    table = LinesTable(model, wide=0)
    table.setItemDelegate(PillDelegate(table))
    qtbot.addWidget(table)
    model.show_lines([pill])
    table.resize(400, 120)
    table.show()
    return table


def colours(table: LinesTable) -> set[int]:
    picture = table.grab().toImage()
    across, down = range(0, picture.width(), 2), range(0, picture.height(), 2)
    return {picture.pixel(x, y) for x in across for y in down}


def test_the_box_has_the_ground_of_its_tone(qtbot: QtBot) -> None:
    ground = QColor(in_force().stop_bg).rgb()
    assert ground in colours(shown(qtbot, Pill("stop", "triangle-alert", "1 vial missing")))
    assert ground not in colours(shown(qtbot, Pill("", "", "1 vial missing")))


def test_longer_words_need_a_wider_column(qtbot: QtBot) -> None:
    short, long = (shown(qtbot, Pill("ok", "circle-check", words)) for words in ("yes", "y" * 30))
    assert short.sizeHintForColumn(0) < long.sizeHintForColumn(0)
