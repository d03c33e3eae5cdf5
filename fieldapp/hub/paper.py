"""A paper of the hub's as PDF: A4 across, a foot on every page, lines and tables."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from fpdf.enums import TableBordersLayout, TextEmphasis
from fpdf.fonts import FontFace

from fieldapp.hub.stamped import Stamped
from fieldapp.hub.sync_log.fonts import FAMILY, add_fonts, close_fonts
from fieldapp.reports.files import write_private

_INK, _LINE, _GROUND = (19, 32, 26), (203, 212, 206), (244, 246, 244)
_SIZE = 8.5


class Paper(Stamped):
    """A4 across, with what every page says at its foot."""

    def __init__(self, foot: str, stamp: str = "") -> None:
        super().__init__(orientation="L", format="A4")
        self.foot, self.stamp = foot, stamp
        self.set_margins(12, 12)
        self.set_auto_page_break(True, 16)
        add_fonts(self)
        self.set_text_color(*_INK)
        self.set_draw_color(*_LINE)

    def footer(self) -> None:
        """Below every page, and the stamp over it."""
        super().footer()
        self.set_y(-12)
        self.set_font(FAMILY, "", 7.5)
        self.cell(0, 5, self.foot)
        self.set_x(-40)
        self.cell(28, 5, f"{self.page_no()} / {{nb}}", align="R")

    def said(self, text: str, size: float, style: str = "") -> None:
        """A line, or as many as it takes; `style` is "B" for bold."""
        self.set_font(FAMILY, style, size)
        self.multi_cell(0, size * 0.55, text, new_x="LMARGIN", new_y="NEXT")

    def rows(
        self,
        heads: Sequence[str],
        widths: tuple[int, ...],
        align: str,
        rows: Sequence[Sequence[str]],
    ) -> None:
        """A table; `align` has a letter a column, L or R."""
        self.set_font(FAMILY, "", _SIZE)
        bold = FontFace(emphasis=TextEmphasis.B, fill_color=_GROUND)
        sides = {"L": "LEFT", "R": "RIGHT"}
        with self.table(
            col_widths=widths,
            text_align=tuple(sides[side] for side in align),
            headings_style=bold,
            borders_layout=TableBordersLayout.HORIZONTAL_LINES,
            line_height=4.6,
            padding=(0.6, 1.2),
        ) as table:
            table.row(list(heads))
            for row in rows:
                table.row(list(row))
        self.ln(4)

    def finish(self, out: Path) -> None:
        """Write it. Raises CannotWrite."""
        content = bytes(self.output())
        close_fonts(self)
        write_private(content, out)
