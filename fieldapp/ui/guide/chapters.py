"""The guide's chapters in one language, as Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from fieldapp.resource_files import resource_path

_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([\w-]+)\)\n*")


@dataclass(frozen=True, slots=True)
class Chapter:
    """`text` is Markdown without its heading; `pictures` are names of screens, in their order."""

    title: str
    text: str
    pictures: tuple[str, ...]


def chapters(language: str, guide: str = "vaccinator") -> list[Chapter]:
    """Every chapter of a guide. Raises FileNotFoundError for a language without one."""
    whole = resource_path("guides", language, f"{guide}.md").read_text("utf-8")
    _, *parts = _HEADING.split(whole)
    pairs = zip(parts[::2], parts[1::2], strict=True)
    return [Chapter(title, text.strip(), _names(text)) for title, text in pairs]


def illustrated(chapter: Chapter, language: str) -> str:
    """Its text with the files of its pictures; a picture that was not drawn is left out."""

    def place(found: re.Match[str]) -> str:
        file = picture_file(language, found[2])
        return f"![{found[1]}]({file.as_uri()})\n\n" if file is not None else ""

    return _PICTURE.sub(place, chapter.text)


def picture_file(language: str, name: str) -> Path | None:
    """Where `make guides` has put the picture of this screen, if it has."""
    try:
        return resource_path("guides", language, "pictures", f"{name}.png")
    except FileNotFoundError:
        return None


def _names(text: str) -> tuple[str, ...]:
    return tuple(found[2] for found in _PICTURE.finditer(text))
