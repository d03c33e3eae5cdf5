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

TONES = ("ok", "wait", "stop", "info")
PAIRS = (
    *product(("ink", "muted", "accent", *TONES), ("surface", "bg")),
    *product(("ink", "muted", "accent"), ("soft",)),
    *product(("ink", "muted"), (f"{tone}_bg" for tone in TONES)),
    *((tone, f"{tone}_bg") for tone in TONES),
    ("on_accent", "accent"),
    ("surface", "stop"),
    ("surface", "ok"),
)
"""Every text colour on every ground that it stands on."""


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(worn: Theme, pair: tuple[str, str]) -> float:
    """By WCAG 2: 1 for the same colour, 21 for black on white; AAA asks for 7."""
    bright, dark = sorted((luminance(worn.colour(name)) for name in pair), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("worn", THEMES, ids=lambda worn: worn.name)
@pytest.mark.parametrize("pair", PAIRS, ids="-on-".join)
def test_every_text_has_the_contrast_of_aaa(worn: Theme, pair: tuple[str, str]) -> None:
    assert contrast(worn, pair) >= 7.0


@pytest.mark.parametrize("worn", THEMES, ids=lambda worn: worn.name)
@pytest.mark.parametrize("ground", ["surface", "bg"])
def test_an_empty_field_can_be_seen(worn: Theme, ground: str) -> None:
    assert contrast(worn, ("field", ground)) >= 3.0, "WCAG 2.2, 1.4.11"


def test_black_on_white_is_21_to_1() -> None:
    assert round(contrast(theme.SUNLIGHT, ("ink", "surface")), 1) == 21.0


def test_text_grows_and_nothing_else_in_the_style_sheet() -> None:
    usual, large = (theme.style_sheet(theme.NORMAL, size) for size in (100, 150))
    sizes = [
        [int(px) for px in re.findall(r"font-size: (\d+)px", sheet)] for sheet in (usual, large)
    ]
    assert sizes[1] == [round(px * 1.5) for px in sizes[0]]
    grown = re.compile(r"font-size: \d+px")
    assert grown.sub("", usual) == grown.sub("", large)


def test_a_line_grows_with_the_text(qapp: QApplication) -> None:
    theme.apply_theme(qapp, theme.NORMAL, 150)
    assert (theme.text_size(), theme.scaled(22)) == (150, 33)
    assert theme.is_large()
    theme.apply_theme(qapp, theme.NORMAL)
    assert (theme.text_size(), theme.scaled(22)) == (100, 22)


def test_a_theme_is_found_by_its_name() -> None:
    assert theme.named("night") is theme.NIGHT
    assert theme.named("of another release") is theme.NORMAL


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
