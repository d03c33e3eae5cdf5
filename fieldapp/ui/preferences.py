"""How this laptop's screen is liked: kept outside the journal, so that the lock has it too."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from fieldapp.journal.files import write_json
from fieldapp.ui import language, theme

_Choice = TypeVar("_Choice", str, int)

PREFERENCES_FILE = "screen.json"
TEXT_SIZES = (100, 125, 150)
LOCK_AFTER_MIN = (2, 5, 10, 20, 0)
"""Minutes without a key or click until the laptop locks by itself; 0 for never."""


@dataclass(frozen=True, slots=True)
class Preferences:
    """Theme and language by name; text size in per cent; minutes until it locks by itself."""

    theme: str = theme.NORMAL.name
    language: str = language.ENGLISH
    text_size: int = TEXT_SIZES[0]
    lock_after_min: int = 10

    def with_next_theme(self) -> Preferences:
        """What F8 goes to."""
        names = [one.name for one in theme.THEMES]
        return replace(self, theme=_next(names, self.theme))

    def with_next_language(self) -> Preferences:
        """What F11 goes to."""
        return replace(self, language=_next(language.LANGUAGES, self.language))

    def with_text(self, step: int) -> Preferences:
        """One size larger (1) or smaller (-1), as far as there is one."""
        place = TEXT_SIZES.index(self.text_size) + step
        return replace(self, text_size=TEXT_SIZES[min(max(place, 0), len(TEXT_SIZES) - 1)])

    def with_next_text(self) -> Preferences:
        """The next size, round and round."""
        return replace(self, text_size=_next(TEXT_SIZES, self.text_size))

    def with_next_lock(self) -> Preferences:
        """The next time until the laptop locks by itself."""
        return replace(self, lock_after_min=_next(LOCK_AFTER_MIN, self.lock_after_min))


def load(file: Path) -> Preferences:
    """What was liked last; what cannot be read, or is from another release, is as at first."""
    usual = Preferences(language=language.preferred())
    try:
        stored = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return usual
    return _known(stored, usual) if isinstance(stored, dict) else usual


def save(file: Path, liked: Preferences) -> None:
    """Keep it. Raises DiskFull, HomeReadOnly, DiskFault."""
    write_json(file, asdict(liked))


def _known(stored: dict[str, Any], usual: Preferences) -> Preferences:
    allowed: dict[str, tuple[object, ...]] = {
        "theme": tuple(one.name for one in theme.THEMES),
        "language": language.LANGUAGES,
        "text_size": TEXT_SIZES,
        "lock_after_min": LOCK_AFTER_MIN,
    }
    kept = {name: stored[name] for name in allowed if stored.get(name) in allowed[name]}
    return replace(usual, **kept)


def _next(choices: Sequence[_Choice], now: _Choice) -> _Choice:
    return choices[(choices.index(now) + 1) % len(choices)]
