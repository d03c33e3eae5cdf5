"""How the cells of a workbook look: white to type in, grey what is fixed, colours that warn."""

from __future__ import annotations

from typing import Any

DAY = "yyyy-mm-dd"
YEAR_OR_DAY = "[<3000]0;yyyy-mm-dd"
"""A birth year typed alone is a small number, and no day in 1905."""
_GRID, _GREY, _HEAD = "#9AA3AB", "#EEF0F2", "#1F4E5F"
_FACES = {"en": "Calibri", "zh_CN": "Microsoft YaHei"}

Format = Any
"""XlsxWriter has no types here."""


class Look:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Any, language: str) -> None:
        self._book = book
        face = _FACES[language]
        self._usual = {"font_name": face, "font_size": 10, "valign": "vcenter"}
        self._made: dict[str, Format] = {}

    def _format(self, name: str, **properties: object) -> Format:
        if name not in self._made:
            self._made[name] = self._book.add_format({**self._usual, **properties})
        return self._made[name]

    @property
    def title(self) -> Format:
        return self._format("title", bold=True, font_size=15, font_color=_HEAD)

    @property
    def line(self) -> Format:
        return self._format("line", font_color="#333333")

    @property
    def warning(self) -> Format:
        return self._format("warning", bold=True, font_color="#9C1C00")

    @property
    def head(self) -> Format:
        return self._format(
            "head", bold=True, font_color="#FFFFFF", bg_color=_HEAD, border=1,
            border_color=_GRID, text_wrap=True, align="center",
        )  # fmt: skip

    def cell(self, key: str, *, typed: bool) -> Format:
        """A cell of a column, to be typed into or fixed."""
        kind = _KINDS.get(key, {})
        ground: dict[str, object] = {} if typed else {"bg_color": _GREY}
        return self._format(
            f"{key}/{typed}", border=1, border_color=_GRID, locked=not typed, **ground, **kind
        )

    @property
    def hidden(self) -> Format:
        return self._format("hidden", num_format="@", font_color="#FFFFFF")

    @property
    def text(self) -> Format:
        return self._format("text", text_wrap=True, font_size=11, valign="top")

    @property
    def number(self) -> Format:
        return self._format("number", font_size=11, bold=True, font_color=_HEAD, valign="top")

    @property
    def day(self) -> Format:
        return self._format("day", num_format=DAY)

    @property
    def good(self) -> Format:
        return self._format("good", bg_color="#CDEBD2", font_color="#0B4A1C")

    @property
    def stop(self) -> Format:
        return self._format("stop", bg_color="#C62828", font_color="#FFFFFF", bold=True)

    @property
    def missing(self) -> Format:
        return self._format("missing", bg_color="#FFE08A", font_color="#4A3800")


_CENTRE: dict[str, object] = {"align": "center"}
_KINDS: dict[str, dict[str, object]] = {
    "number": _CENTRE,
    "name": {"num_format": "@", "text_wrap": True, "bold": True},
    "kind": {"num_format": "@", "text_wrap": True, "font_size": 9},
    "document": {"num_format": "@"},
    "born": {"num_format": YEAR_OR_DAY, **_CENTRE},
    "age": {"num_format": "0", **_CENTRE},
    "phone": {"num_format": "@"},
    "history": {"num_format": "@", "text_wrap": True, "font_size": 9},
    "dose": {"num_format": "0", **_CENTRE},
    "not_before": {"num_format": DAY, **_CENTRE},
    "status": _CENTRE,
    "lot": {"num_format": "@", "text_wrap": True, "font_size": 9},
    "day": {"num_format": DAY, **_CENTRE},
    "site": {"text_wrap": True, **_CENTRE},
    "vaccinator": {"num_format": "@", "text_wrap": True},
    "reason": {"text_wrap": True, "font_size": 9},
    "note": {"num_format": "@", "text_wrap": True, "font_size": 9},
    "check": {"bold": True, "text_wrap": True, **_CENTRE},
    "next": {"num_format": DAY, **_CENTRE},
    "row": {"num_format": "@", "font_size": 7, "text_wrap": True, **_CENTRE},
}
