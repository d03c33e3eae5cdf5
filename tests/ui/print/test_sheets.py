"""Every sheet of the resources can be filled and holds its boxes and its code."""

from __future__ import annotations

import pytest

from fieldapp.ui.print.sheets import sheet, sheet_names


@pytest.mark.parametrize("name", sheet_names())
def test_boxes_and_code_lie_on_the_sheet_and_no_box_under_the_code(name: str) -> None:
    kind = sheet(name)
    left, top, side = kind.code
    assert left >= 0 and left + side <= kind.width
    assert top >= 0 and top + side <= kind.height
    for area in kind.areas:
        x, y, width, height = area.box
        assert x >= 0 and x + width <= kind.width
        assert y >= 0 and y + height <= kind.height
        beside = x + width <= left or x >= left + side
        assert beside or y + height <= top or y >= top + side


def test_a_sheet_that_does_not_exist_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        sheet("poster")
