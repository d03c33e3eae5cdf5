"""A paper with a word across every sheet, as over the laptops' papers: a hub for practice says of
each that nothing on it is real, wherever the file goes and whatever it is called there."""

from __future__ import annotations

from fpdf import FPDF

from fieldapp.hub.sync_log.fonts import FAMILY

_INK, _OPACITY = (138, 26, 21), 0.35
_LETTERS = 0.17  # of the shorter side, as on the laptops' papers
_CAPITALS = 0.36  # of a line: half the height of its capitals
_SLANT = 30
_POINTS_A_MM = 72 / 25.4


class Stamped(FPDF):
    """Drawn last on each sheet; what is below can still be read. No `stamp`, and nothing is."""

    stamp = ""

    def footer(self) -> None:
        """Over the sheet that is ready."""
        if not self.stamp:
            return
        size, middle, half = _LETTERS * min(self.w, self.h), self.w / 2, self.h / 2
        with self.local_context(fill_opacity=_OPACITY), self.rotation(_SLANT, middle, half):
            self.set_font(FAMILY, "B", size * _POINTS_A_MM)
            self.set_text_color(*_INK)
            left = middle - self.get_string_width(self.stamp) / 2
            self.text(left, half + size * _CAPITALS, self.stamp)
