"""The colours, fonts and style sheet of the app: every token in one place, for three themes."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from functools import cache
from string import Template

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from fieldapp.resource_files import resource_path

FAMILIES = [
    "Inter",
    "Segoe UI",
    "SF Pro Text",
    "Noto Sans",
    "Noto Sans CJK SC",
    "Microsoft YaHei",
    "PingFang SC",
]


FOCUS_RING = 3
_FONT_SIZE = re.compile(r"font-size: (\d+)px")
_HEIGHTS = (36, 44, 48, 52, 56, 60, 64, 72, 76)
_PADDINGS = (6, 10, 14, 22)


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme's tokens; pairs of text and ground have the contrast that UI.md computes."""

    name: str
    bg: str
    surface: str
    ink: str
    muted: str
    line: str
    field: str
    accent: str
    on_accent: str
    soft: str
    ok: str
    ok_bg: str
    wait: str
    wait_bg: str
    stop: str
    stop_bg: str
    info: str
    info_bg: str
    focus: str
    bw: int = 1
    verdict_bw: int = 2

    def tone(self, name: str) -> str:
        """The text colour of a tone: ok, wait, stop, info, muted, ink, accent, on_accent."""
        return str(getattr(self, name))

    def colour(self, name: str) -> QColor:
        """A token as a colour, for what is painted by hand."""
        return QColor(self.tone(name))


NORMAL = Theme(
    name="normal", bg="#F4F6F4", surface="#FFFFFF", ink="#13201A", muted="#3F4F47", line="#CBD4CE",
    field="#77867E", accent="#08574F", on_accent="#FFFFFF", soft="#E6EFEC", ok="#0A5427",
    ok_bg="#DFF3E4", wait="#684000", wait_bg="#FFF0D2", stop="#8A1A15", stop_bg="#FCE4E1",
    info="#143F73", info_bg="#E4EDF7", focus="#08574F",
)  # fmt: skip
SUNLIGHT = Theme(
    name="sunlight", bg="#FFFFFF", surface="#FFFFFF", ink="#000000", muted="#1A1A1A",
    line="#000000", field="#000000", accent="#000000", on_accent="#FFFFFF", soft="#FFFFFF",
    ok="#00330F", ok_bg="#FFFFFF", wait="#402600", wait_bg="#FFFFFF", stop="#6B0000",
    stop_bg="#FFFFFF", info="#002050", info_bg="#FFFFFF", focus="#000000", bw=2, verdict_bw=5,
)  # fmt: skip
NIGHT = Theme(
    name="night", bg="#0C1310", surface="#141D19", ink="#E9F0EC", muted="#AEBDB5", line="#33423B",
    field="#6B7D74", accent="#67D6C5", on_accent="#06231F", soft="#1B2823", ok="#8FE3AC",
    ok_bg="#12301D", wait="#F6CD7B", wait_bg="#33260B", stop="#FFB1A8", stop_bg="#3A1715",
    info="#A9CCF7", info_bg="#14263C", focus="#67D6C5",
)  # fmt: skip
THEMES = (NORMAL, SUNLIGHT, NIGHT)


def in_force(app: QCoreApplication | None = None) -> Theme:
    """The theme that the application wears."""
    worn = app or QCoreApplication.instance()
    return named(str(worn.property("theme")) if worn else "")


def named(name: str) -> Theme:
    """The theme of this name; the normal one for none of ours."""
    return next((theme for theme in THEMES if theme.name == name), NORMAL)


def text_size(app: QCoreApplication | None = None) -> int:
    """How large the text of the application is, in per cent of the usual."""
    worn = app or QCoreApplication.instance()
    size = worn.property("text_size") if worn else None
    return int(size) if size else 100


def scaled(pixels: int) -> int:
    """A height or size that grows with the text."""
    return round(pixels * text_size() / 100)


def is_large() -> bool:
    """Whether the text is larger than usual, so that less goes beside each other."""
    return text_size() > 100


def apply_theme(app: QApplication, theme: Theme, size: int = 100) -> None:
    """Dress the whole application; `size` of its text in per cent."""
    app.setProperty("theme", theme.name)
    app.setProperty("text_size", size)
    app.setStyle("Fusion")  # the one style that looks the same on every system
    font = QFont(FAMILIES)
    font.setPixelSize(scaled(16))
    font.setFeature(QFont.Tag("tnum"), 1)  # figures of one width, so that columns stand
    app.setFont(font)
    app.setPalette(_palette(theme))
    app.setStyleSheet(style_sheet(theme, size))


def style_sheet(theme: Theme, size: int = 100) -> str:
    """The style sheet with this theme's tokens filled in, and its text `size` per cent large."""
    families = ", ".join(f'"{family}"' for family in FAMILIES)
    sheet = _template().substitute(asdict(theme), family=families, **_boxes(theme.bw))
    return _FONT_SIZE.sub(lambda found: f"font-size: {round(int(found[1]) * size / 100)}px", sheet)


def _boxes(border: int) -> dict[str, int]:
    """Heights and paddings inside the border: h44 at rest, h44f under the 3 px ring of the focus.

    A control keeps its size when the focus comes, so nothing on the screen moves.
    """
    heights = {f"h{size}": size - 2 * border for size in _HEIGHTS}
    paddings = {f"p{size}": size - border for size in _PADDINGS}
    focused = {f"h{size}f": size - 2 * FOCUS_RING for size in _HEIGHTS}
    focused |= {f"p{size}f": size - FOCUS_RING for size in _PADDINGS}
    return heights | paddings | focused


@cache
def _template() -> Template:
    return Template(resource_path("style", "app.qss").read_text(encoding="utf-8"))


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.bg,
        QPalette.ColorRole.Base: theme.surface,
        QPalette.ColorRole.Text: theme.ink,
        QPalette.ColorRole.WindowText: theme.ink,
        QPalette.ColorRole.ButtonText: theme.ink,
        QPalette.ColorRole.PlaceholderText: theme.muted,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.on_accent,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    return palette
