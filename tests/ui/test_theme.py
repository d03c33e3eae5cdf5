"""Text can be read on its ground in every theme, and the focus moves nothing."""

from __future__ import annotations

import re
from itertools import product

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from fieldapp.ui import theme
from fieldapp.ui.theme import THEMES, Theme

PAIRS = (
    *product(("ink", "muted", "ok", "wait", "stop", "info"), ("surface",)),
    ("muted", "bg"),
    ("on_accent", "accent"),
    ("ok", "ok_bg"),
    ("wait", "wait_bg"),
    ("stop", "stop_bg"),
    ("info", "info_bg"),
)


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("worn", THEMES, ids=lambda worn: worn.name)
@pytest.mark.parametrize("pair", PAIRS, ids="-on-".join)
def test_text_has_more_than_enough_contrast_with_its_ground(
    worn: Theme, pair: tuple[str, str]
) -> None:
    bright, dark = sorted((luminance(worn.colour(name)) for name in pair), reverse=True)
    assert (bright + 0.05) / (dark + 0.05) >= 6.9


@pytest.mark.parametrize("worn", THEMES, ids=lambda worn: worn.name)
def test_the_style_sheet_has_a_value_for_every_token(worn: Theme) -> None:
    assert "$" not in theme.style_sheet(worn)


def test_every_focus_ring_is_three_pixels_or_more() -> None:
    rules = re.findall(r"([^{}]*):focus[^{]*\{([^}]*)\}", theme.style_sheet(theme.NORMAL))
    widths = [
        int(width)
        for where, rule in rules
        if "#scan_box" not in where  # its frame shows the ring
        for width in re.findall(r"border: (\d+)px", rule)
    ]
    assert widths
    assert min(widths) >= theme.FOCUS_RING


def test_the_theme_key_goes_round_and_dresses_the_app(qapp: QApplication) -> None:
    worn, seen = theme.NORMAL, []
    for _ in THEMES:
        worn = theme.next_theme(worn)
        theme.apply_theme(qapp, worn)
        seen.append(theme.in_force(qapp).name)
    assert seen == ["sunlight", "night", "normal"]


@pytest.mark.parametrize("role", ["action", "primary", "small", "choice", "pill", "hit", "road"])
def test_a_control_keeps_its_size_when_the_focus_comes(qtbot: QtBot, role: str) -> None:
    button = QPushButton("Record")
    button.setProperty("role", role)
    qtbot.addWidget(button)
    button.show()
    qtbot.waitExposed(button)
    before = button.sizeHint().height()
    button.setFocus()
    assert button.sizeHint().height() == before
