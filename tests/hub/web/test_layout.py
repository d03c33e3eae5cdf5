"""Promises of the look: one style sheet under a name of its own, contrast, icons without words."""

from __future__ import annotations

import re

import pytest

from fieldapp.hub.web.layout import POLICY, icon, style, style_path

_TOKEN = re.compile(r"--([\w-]+):\s*(#[0-9a-f]{3,6})")
PAIRS = [
    ("ink", "surface", 7.0), ("ink", "ground", 7.0), ("muted", "ground", 7.0),
    ("muted", "surface", 7.0), ("on-accent", "accent", 4.5), ("accent", "surface", 4.5),
    ("ok", "ok-ground", 7.0), ("wait", "wait-ground", 7.0), ("stop", "stop-ground", 7.0),
    ("info", "info-ground", 7.0),
]  # fmt: skip


def themes() -> list[dict[str, str]]:
    """The tokens by day, by night and on paper."""
    blocks = re.findall(r":root \{([^}]*)\}", style())
    return [dict(_TOKEN.findall(block)) for block in blocks]


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", [0, 1])
@pytest.mark.parametrize(("text", "ground", "least"), PAIRS)
def test_text_stands_out_from_its_ground(theme: int, text: str, ground: str, least: float) -> None:
    tokens = themes()[theme]
    light, dark = sorted((luminance(tokens[text]), luminance(tokens[ground])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= least


def test_paper_is_black_on_white() -> None:
    paper = themes()[2]
    assert (paper["ink"], paper["surface"], paper["ground"]) == ("#000", "#fff", "#fff")


def test_the_focus_is_seen_and_targets_are_large() -> None:
    assert ":focus-visible { outline: 3px solid" in style()
    assert "outline: none" not in style().replace("main:focus { outline: none; }", "")
    assert style().count("min-height: 44px") >= 2


def test_another_sheet_has_another_name() -> None:
    assert re.fullmatch(r"/style-[0-9a-f]{12}\.css", style_path())


def test_nothing_comes_from_elsewhere() -> None:
    assert "url(" not in style() and "@import" not in style()
    assert POLICY.startswith("default-src 'none'") and "script" not in POLICY


def test_icons_say_nothing_by_themselves() -> None:
    assert 'aria-hidden="true"' in icon("clock") and "license" not in icon("clock")
