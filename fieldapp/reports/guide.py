"""The guides for people, chapter by chapter, as Markdown: one for vaccinators, one for supervisors.

resources/guides/LANGUAGE/GUIDE.md                   a chapter begins at each heading
resources/guides/LANGUAGE/pictures/GUIDE/NAME.png    drawn by `make guides`
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from fieldapp.resource_files import resource_path

VACCINATOR, SUPERVISOR = "vaccinator", "supervisor"
ENGLISH, CHINESE = "en", "zh_CN"
_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([\w-]+)\)\n*")


@dataclass(frozen=True, slots=True)
class Chapter:
    """`text` is Markdown without its heading; `pictures` are names of screens, in their order."""

    title: str
    text: str
    pictures: tuple[str, ...]

    def illustrated(self, place: Callable[[str], str | None]) -> str:
        """The text with the address of each picture; one without an address is left out."""

        def put(found: re.Match[str]) -> str:
            where = place(found[2])
            return f"![{found[1]}]({where})\n\n" if where else ""

        return _PICTURE.sub(put, self.text)


def chapters(language: str, guide: str = VACCINATOR) -> list[Chapter]:
    """Every chapter of a guide. Raises FileNotFoundError for a language without one."""
    whole = resource_path("guides", language, f"{guide}.md").read_text("utf-8")
    _, *parts = _HEADING.split(whole)
    pairs = zip(parts[::2], parts[1::2], strict=True)
    return [Chapter(title, text.strip(), _names(text)) for title, text in pairs]


def picture_file(language: str, guide: str, name: str) -> Path | None:
    """The picture of this screen, if it has been drawn."""
    try:
        return resource_path("guides", language, "pictures", guide, f"{name}.png")
    except FileNotFoundError:
        return None


def _names(text: str) -> tuple[str, ...]:
    return tuple(found[2] for found in _PICTURE.finditer(text))
