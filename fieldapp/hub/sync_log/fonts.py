"""A font for the hub's papers: Noto Sans CJK of the system, embedded with the characters used."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from fieldapp.domain.errors import FieldAppError

if TYPE_CHECKING:
    from fpdf import FPDF

PLACES = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
_FILES = {"": "NotoSansCJK-Regular.ttc", "B": "NotoSansCJK-Bold.ttc"}
_FACE = "Noto Sans CJK SC"
FAMILY = "cjk"


class NoFont(FieldAppError):
    """A paper needs characters that no font of this machine has."""

    happened = "No font with Chinese characters was found for the PDF."
    safe = "Nothing was changed."
    next_step = "Install fonts-noto-cjk on the hub's machine, or export as CSV or Excel."


def add_fonts(paper: FPDF, places: tuple[Path, ...] = PLACES) -> None:
    """Make FAMILY usable, upright and bold. Raises NoFont."""
    for style, name in _FILES.items():
        file = next((hit for place in places for hit in place.rglob(name)), None)
        if file is None:
            raise NoFont()
        paper.add_font(FAMILY, style, file, collection_font_number=_face_in(file))


def close_fonts(paper: FPDF) -> None:
    """Let the font files go; the paper is written by now."""
    from fpdf.fonts import TTFFont  # NoFont is known without it

    for font in paper.fonts.values():
        if isinstance(font, TTFFont):
            font.ttfont.close()


def _face_in(file: Path) -> int:
    from fontTools.ttLib import TTCollection

    with TTCollection(str(file), lazy=True) as collection:
        names = [face["name"].getDebugName(1) for face in collection.fonts]
    return names.index(_FACE) if _FACE in names else 0
