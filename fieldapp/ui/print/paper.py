"""A paper: a sheet with its words filled in, ready to be drawn. Plain text and numbers."""

from __future__ import annotations

from dataclasses import dataclass, replace

from fieldapp.ui.print.sheets import Box, Sheet, sheet
from fieldapp.ui.print.template import Values, fill
from fieldapp.ui.words import tr


@dataclass(frozen=True, slots=True)
class Paper:
    """What is drawn: HTML for each box of the sheet, and the text of its QR code.

    `title` is what people call it; `stem` the file's name without its ending, without anybody's
    name in it. `private`: it tells about a person.
    `stamp` is printed across the sheet.
    """

    title: str
    stem: str
    sheet: Sheet
    areas: tuple[tuple[Box, str], ...]
    code: str = ""
    private: bool = True
    stamp: str = ""


def paper_of(
    name: str, values: Values, *, title: str, stem: str, code: str = "", private: bool = True
) -> Paper:
    """The sheet of this name, filled."""
    kind = sheet(name)
    areas = tuple((area.box, fill(area.template, values)) for area in kind.areas)
    return Paper(title, stem, kind, areas, code, private)


def stamped(paper: Paper, *, made_up: bool) -> Paper:
    """The paper; of a practice, with a stamp over it that nobody overlooks."""
    return replace(paper, stamp=tr("PRACTICE")) if made_up else paper
