"""A model says the same of every cell in its own words, and more where its lines have more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt

from fieldapp.ui.lines_model import LinesModel


class Fruit(LinesModel[tuple[str, int]]):
    numbers = (1,)

    def heads(self) -> Sequence[str]:
        return ("Fruit", "Pieces")

    def cells(self, line: tuple[str, int]) -> Sequence[str]:
        return (line[0], str(line[1]))

    def look(self, line: tuple[str, int], column: int, role: int) -> object:
        told = role == Qt.ItemDataRole.ToolTipRole and column == 0
        return "from the orchard" if told else None


def filled() -> Fruit:
    model = Fruit()
    model.show_lines([("Apple", 3), ("Pear", 12)])
    return model


def test_lines_are_rows_and_their_parts_are_cells() -> None:
    model = filled()
    assert (model.rowCount(), model.columnCount()) == (2, 2)
    assert model.data(model.index(1, 1)) == "12"
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Fruit"
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_figures_stand_under_one_another_with_their_head() -> None:
    model, side = filled(), Qt.ItemDataRole.TextAlignmentRole
    assert int(str(model.data(model.index(0, 1), side))) & Qt.AlignmentFlag.AlignRight.value
    head = model.headerData(1, Qt.Orientation.Horizontal, side)
    assert int(str(head)) & Qt.AlignmentFlag.AlignRight.value
    assert int(str(model.data(model.index(0, 0), side))) & Qt.AlignmentFlag.AlignLeft.value


def test_a_tool_tip_holds_the_whole_unless_the_line_tells_more() -> None:
    model, tip = filled(), Qt.ItemDataRole.ToolTipRole
    assert model.data(model.index(0, 1), tip) == "3"
    assert model.data(model.index(0, 0), tip) == "from the orchard"
