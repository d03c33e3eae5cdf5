"""The workbook's words, by code, in a language of LANGUAGES."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache

from fieldapp.resource_files import resource_path

LANGUAGES = ("en", "zh_CN")


class Words:
    """All words of one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._words = _all()[language]

    def __call__(self, key: str, **values: object) -> str:
        """One sentence, filled in."""
        return self._words[key].format(**values) if values else self._words[key]

    def of(self, room: str) -> Mapping[str, str]:
        """Words by code, of all that are called `room.code`, in the order of the file."""
        start = f"{room}."
        return {
            key.removeprefix(start): said
            for key, said in self._words.items()
            if key.startswith(start)
        }


@cache
def _all() -> Mapping[str, Mapping[str, str]]:
    text = resource_path("workbook", "words.json").read_text("utf-8")
    found: Mapping[str, Mapping[str, str]] = json.loads(text)
    return found
