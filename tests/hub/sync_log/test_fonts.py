"""Promises of fonts: Chinese in the forms of the mainland, or it is said what to install."""

from __future__ import annotations

from pathlib import Path

import pytest
from fpdf import FPDF

from fieldapp.hub.sync_log.fonts import FAMILY, NoFont, add_fonts, close_fonts


def test_both_weights_are_the_mainlands() -> None:
    paper = FPDF()
    try:
        add_fonts(paper)
    except NoFont:
        pytest.skip("fonts-noto-cjk is not installed here")
    assert {font.name for font in paper.fonts.values()} == {"NotoSansCJKSC", "NotoSansCJKSCBold"}
    paper.set_font(FAMILY, "B", 9)
    close_fonts(paper)


def test_without_a_font_it_is_said_what_to_install(tmp_path: Path) -> None:
    with pytest.raises(NoFont, match="fonts-noto-cjk"):
        add_fonts(FPDF(), (tmp_path,))
