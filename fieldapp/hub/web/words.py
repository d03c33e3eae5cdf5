"""What the pages say, in the reader's language. English stands where it is used; every other
language is a file in resources/hub/words, whole or refused by a test."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from fieldapp.domain.errors import FieldAppError
from fieldapp.resource_files import resource_path

ENGLISH, CHINESE = "en", "zh-CN"
LANGUAGES = {ENGLISH: "English", CHINESE: "简体中文"}


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence that is not in a language yet. `text` has {names}; with `n` it is two texts, for
    one and for several, with a bar between."""

    text: str
    values: Mapping[str, object] = field(default_factory=dict)
    n: int | None = None


def said(text: str, **values: object) -> Said:
    """A sentence, to be put into a language later."""
    return Said(text, values)


def counted(text: str, n: int, **values: object) -> Said:
    """`{n} dose|{n} doses` and how many."""
    return Said(text, values, n)


NOT_SURE = said("Set the tick if you are sure. Nothing was changed yet.")


@dataclass(frozen=True, slots=True)
class Words:
    """One language."""

    language: str
    table: Mapping[str, str]

    def say(self, what: Said) -> str:
        """The sentence in this language; sentences in it are put into it, too."""
        values = {
            name: self.say(value) if isinstance(value, Said) else value
            for name, value in what.values.items()
        }
        if what.n is None:
            return self.table.get(what.text, what.text).format(**values)
        return self._form(what.text, what.n).format(n=f"{what.n:,}", **values)

    def _form(self, text: str, n: int) -> str:
        if text in self.table:
            return self.table[text]
        one, _, several = text.partition("|")
        return one if n == 1 else several

    def of_error(self, error: FieldAppError) -> tuple[str, str, str]:
        """What happened, what is safe, what to do now."""
        kind = type(error)
        details = {
            name: self.table.get(value, value) if isinstance(value, str) else value
            for name, value in error.details.items()
        }
        happened = self.table.get(kind.happened, kind.happened).format(**details)
        return happened, self(kind.safe), self(kind.next_step)

    def __call__(self, text: str, **values: object) -> str:
        return self.say(Said(text, values))

    def count(self, text: str, n: int, **values: object) -> str:
        """How many, in words."""
        return self.say(Said(text, values, n))


@cache
def words_of(language: str) -> Words:
    """A language of LANGUAGES."""
    if language == ENGLISH:
        return Words(language, {})
    path = resource_path("hub", "words", f"{language}.json")
    return Words(language, json.loads(path.read_text("utf-8")))


def choose(wanted: str | None, accepted: str) -> str:
    """The language of a visitor: what they chose, or what their browser asks for first."""
    if wanted in LANGUAGES:
        return str(wanted)
    for part in accepted.split(","):
        tag = part.partition(";")[0].strip().casefold()
        if tag.startswith("zh"):
            return CHINESE
        if tag.startswith("en"):
            return ENGLISH
    return ENGLISH
