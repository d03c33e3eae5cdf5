"""The texts of messages: one file of templates by language, filled for one person.

No text names a vaccine or a disease unless it is asked to (`named`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from string import Formatter
from typing import Any

from fieldapp.hub.messages.errors import TextsInvalid

MOST_NAME = 20
"""Letters of a name: a longer one would make parts that cost and say nothing more."""
_MONTHS = 12
_PLACES: Mapping[str, frozenset[str]] = {
    "day": frozenset({"month", "month_name", "day"}),
    "months": frozenset(),
    "sender": frozenset(),
    "what": frozenset(),
    "what_named": frozenset({"vaccine", "dose"}),
    "due": frozenset({"name", "what", "due", "latest", "sender"}),
    "due_open": frozenset({"name", "what", "due", "sender"}),
    "last": frozenset({"name", "what", "due", "latest", "sender"}),
}


@dataclass(frozen=True, slots=True)
class Filling:
    """What a text says of one person. `vaccine` None: it does not say which."""

    kind: str
    name: str
    due: date
    latest: date | None
    dose: int
    vaccine: str | None = None


@dataclass(frozen=True, slots=True)
class Texts:
    """Templates by language, then by name."""

    languages: Mapping[str, Mapping[str, str]]

    def language_for(self, wanted: str | None, default: str) -> str:
        """The language a person is written to: their own; English if it is one that we lack."""
        if wanted in self.languages:
            return str(wanted)
        second = "en" if wanted else default
        return second if second in self.languages else next(iter(self.languages))

    def fill(self, language: str, told: Filling) -> str:
        """The text for one person."""
        words = self.languages[language]
        kind = "due_open" if told.kind == "due" and told.latest is None else told.kind
        named = words["what_named"].format(vaccine=told.vaccine, dose=told.dose)
        return words[kind].format(
            name=told.name[:MOST_NAME].strip(),
            what=words["what"] if told.vaccine is None else named,
            due=_day(words, told.due),
            latest=_day(words, told.latest),
            sender=words["sender"],
        )


def _day(words: Mapping[str, str], day: date | None) -> str:
    if day is None:
        return ""
    month_name = words["months"].split()[day.month - 1]
    return words["day"].format(month=day.month, month_name=month_name, day=day.day)


def read_texts(path: Path) -> Texts:
    """Read a message-texts/1 file. Raises TextsInvalid naming the place."""
    try:
        document: Any = json.loads(path.read_text("utf-8-sig"))
    except (OSError, ValueError) as error:
        raise TextsInvalid(file=path.name, where=str(error)) from error
    languages = document.get("languages") if isinstance(document, dict) else None
    if not isinstance(languages, dict) or not languages:
        raise TextsInvalid(file=path.name, where="it names no language")
    for language, words in languages.items():
        for name, allowed in _PLACES.items():
            _check(path, f"{language}, {name}", words, name, allowed)
        if len(words["months"].split()) != _MONTHS:
            raise TextsInvalid(file=path.name, where=f"{language}, months: not twelve words")
    return Texts(languages)


def _check(path: Path, where: str, words: object, name: str, allowed: frozenset[str]) -> None:
    template = words.get(name) if isinstance(words, dict) else None
    if not isinstance(template, str) or not template.strip():
        raise TextsInvalid(file=path.name, where=f"{where} is missing")
    try:
        pieces = list(Formatter().parse(template))
    except ValueError as error:
        raise TextsInvalid(file=path.name, where=f"{where}: {error}") from error
    for _, place, spec, conversion in pieces:
        if place is not None and (place not in allowed or spec or conversion):
            known = " ".join(f"{{{one}}}" for one in sorted(allowed)) or "no placeholder"
            raise TextsInvalid(file=path.name, where=f"{where}: {{{place}}}; it may use {known}")
